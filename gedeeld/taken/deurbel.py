"""Ringing for a job: what was written stands, whatever the broker does."""

from typing import Any

import structlog
from celery import Task
from django.db import transaction

log = structlog.get_logger("doorstroom.deurbel")


def bel(taak: "Task[Any, Any]", *args: object) -> None:
    """A broker that is away, silent or full is logged: the database knows who waits for the job,
    and a minute job rings again."""
    try:
        taak.delay(*args)
    except Exception as fout:  # noqa: BLE001 - each kind of broker has its own errors
        log.warning("bel_ongehoord", taak=taak.name, soort=type(fout).__name__)


def bel_na_commit(taak: "Task[Any, Any]", *args: object) -> None:
    """Ring after the commit."""
    transaction.on_commit(lambda: bel(taak, *args))
