"""The environment of all tests, set before any settings are read."""

import os

os.environ["NEEDLECARE_MODE"] = "test"
os.environ["NEEDLECARE_DATA"] = "/nowhere"
os.environ.pop("NEEDLECARE_SECRET_KEY", None)
os.environ["DATABASE_URL"] = os.environ.get("DATABASE_URL_TEST") or "sqlite://:memory:"
