"""What the pages without an account show, made from the knowledge and from answers; pure."""
