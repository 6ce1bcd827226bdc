"""What to do, to avoid and what may be resumed."""
