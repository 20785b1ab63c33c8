"""Measurements: how fast, on one core, and against what. `make bench` runs them all."""
