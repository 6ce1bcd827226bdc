"""What every process of tests.support.web_processes needs, loaded once before they are forked."""

import os

import tests.support.environment
from needlecare.web.knowledge import shipped

os.environ["DJANGO_SETTINGS_MODULE"] = "needlecare.web.settings"
import django

django.setup()
shipped()

import tests.support.web  # noqa: E402,F401
