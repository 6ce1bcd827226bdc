"""What always holds, whatever the case."""
