"""Completion scripts for shells."""

from __future__ import annotations

import typer

app = typer.Typer()
