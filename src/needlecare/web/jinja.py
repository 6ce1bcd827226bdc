"""The environment of the templates: Django's links and files, the form patterns of the design system."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from needlecare.export.capital import capital
from needlecare.web.dates import day_and_month, time_of_day


def environment(**options: Any) -> Environment:
    """What Django's Jinja2 backend asks for."""
    ours = Environment(**{**options, "undefined": ChainableUndefined, "trim_blocks": True, "lstrip_blocks": True})
    ours.loader = ChoiceLoader([options["loader"], PackageLoader("nhsuk_frontend_jinja")])
    ours.globals.update(static=static, url=_url)
    ours.filters.update(capital=capital, day_and_month=day_and_month, time_of_day=time_of_day, lines=_lines)
    return ours


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def _lines(text: str) -> Markup:
    """A person's text with its line breaks."""
    return Markup("<br>").join(text.splitlines())
