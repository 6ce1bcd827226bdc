"""Benchmarks against named references, run by hand: `make bench` prints every table."""
