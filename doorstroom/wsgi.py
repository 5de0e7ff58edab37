"""WSGI entry point: `gunicorn doorstroom.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorstroom.settings")
# Here people wait: the settings then limit how long a statement may take.
os.environ.setdefault("DOORSTROOM_WEB", "1")

application = get_wsgi_application()
# What is loaded now stays for as long as the process: no collection needs to look at it again.
gc.collect()
gc.freeze()
