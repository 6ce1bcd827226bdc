"""The ingredient tables: names, concern classes, and what the loader refuses."""
