"""How a case is read."""
