"""Calculators: what the arithmetic of training says of numbers that are given, asked like anything else."""
