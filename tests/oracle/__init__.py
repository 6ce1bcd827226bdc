"""Slow second implementations that judge the clever ones."""
