"""What an application server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "needlecare.web.settings")
application = get_wsgi_application()
