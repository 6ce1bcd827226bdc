"""The clinic's view of its own patients."""
