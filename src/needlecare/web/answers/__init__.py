"""What a page shows of an assessment."""
