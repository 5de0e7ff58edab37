"""The Celery application; the schedule stands in the settings."""

import gc
import os
from typing import Any

from celery import Celery
from celery.signals import worker_process_init, worker_ready
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorstroom.settings")

app = Celery("doorstroom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@worker_ready.connect
def kijk_meteen(**_: Any) -> None:
    """A worker that comes up does not wait for the scheduler: runs that were killed are closed,
    and what the night missed is done."""
    app.send_task("gedeeld.tasks.bewaak_nacht")


@worker_process_init.connect
def laat_staan(**_: Any) -> None:
    """What is loaded before the first job stays: no collection needs to look at it again."""
    gc.freeze()
