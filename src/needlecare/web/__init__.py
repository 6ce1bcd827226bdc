"""The web app: Django. Nothing below this package knows Django."""
