"""The schedule in the settings rings doorbells that exist.

A task that was renamed fails here, not at five in the morning on a worker that logs
"unregistered task" and goes on.
"""

from typing import Any

import pytest
from celery import Task
from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

from doorstroom.celery import app

SCHEMA: dict[str, dict[str, Any]] = settings.CELERY_BEAT_SCHEDULE


@pytest.mark.parametrize("naam", SCHEMA)
def test_a_scheduled_task_exists_and_is_registered(naam: str) -> None:
    pad = SCHEMA[naam]["task"]
    assert isinstance(import_string(pad), Task)
    assert import_string(pad).name == pad
    assert pad in app.tasks


@pytest.mark.parametrize("naam", SCHEMA)
def test_a_worker_finds_the_module_of_the_task_by_itself(naam: str) -> None:
    """Celery looks in `<installed app>.tasks` only; elsewhere a worker never imports the task."""
    module = SCHEMA[naam]["task"].rpartition(".")[0]
    assert module in {f"{config.name}.tasks" for config in apps.get_app_configs()}


def test_a_task_is_in_the_schedule_at_most_once() -> None:
    paden = [regel["task"] for regel in SCHEMA.values()]
    assert sorted(paden) == sorted(set(paden))
