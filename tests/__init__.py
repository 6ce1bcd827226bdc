"""The tests: specification, worked cases, slow second implementations, and properties that always hold."""
