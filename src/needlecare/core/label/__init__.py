"""Ingredient text → ingredients → verdict for the day."""
