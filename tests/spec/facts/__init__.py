"""What a case says about today."""
