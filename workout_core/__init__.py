"""The library behind `workout`: models, services, and the two places they can live (a database, or a server)."""

__version__ = "0.1.0"
