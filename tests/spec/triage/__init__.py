"""How urgent it is."""
