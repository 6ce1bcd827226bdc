"""Products that somebody uses, in the assessment of their case."""
