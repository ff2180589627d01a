"""The TUI: screens over the services, on the database of this machine or behind a server.

Context: a lifter keeps it open for an hour on a phone's SSH, presses keys with tired hands, and forgives no lost set.
Decisions: nothing waits for a database or a network but workers (`work`), in whose results screens are painted; every
key is a row of a registry (`keys`), from which bindings, footers and the help page are made; a screen holds schemas,
never rows. Consequences: a screen is first painted without data, and any answer may find that the screen has moved on.
"""
