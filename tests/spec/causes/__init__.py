"""What is likely causing it."""
