"""Catalogues as they are: CSV, JSON Lines and Parquet, opened, cut into chunks of whole rows, and read."""
