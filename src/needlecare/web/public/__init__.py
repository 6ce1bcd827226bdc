"""Pages without an account; nothing is stored."""
