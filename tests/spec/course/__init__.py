"""The expected course of healing."""
