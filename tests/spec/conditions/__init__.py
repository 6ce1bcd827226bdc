"""How a rule asks about a case."""
