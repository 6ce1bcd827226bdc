"""Judged rows as CSV, JSON Lines and Parquet, and parts joined to a whole."""
