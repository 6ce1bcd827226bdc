"""The web app's own commands, by their first word."""

from collections.abc import Callable

from needlecare.web.serving.clinics import clinic
from needlecare.web.serving.demonstration import demo
from needlecare.web.serving.serve import serve

OURS: dict[str, Callable[[list[str]], int]] = {"serve": serve, "clinic": clinic, "demo": demo}
