"""WSGI entry point: `gunicorn doorstroom.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from doorstroom.vuilnis import zoek_zelden

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorstroom.settings")
# Here people wait: the settings then limit how long a statement may take.
os.environ.setdefault("DOORSTROOM_WEB", "1")

application = get_wsgi_application()
zoek_zelden()
