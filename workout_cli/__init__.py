"""The faces of `workout` in a terminal."""
