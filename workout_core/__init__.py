"""The library behind `workout`: models, services, and the two places they can live (a database here, a server there)."""
