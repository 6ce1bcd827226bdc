"""What is known: data files, one schema, one loader."""
