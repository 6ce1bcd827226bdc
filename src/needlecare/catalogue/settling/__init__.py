"""Verdicts by the column: every distinct piece of text looked up once in a batch, the rows settled from its numbers."""
