"""The web app, through Django's test client."""
