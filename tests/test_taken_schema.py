"""The schedule in the settings rings doorbells that exist, and every job has its queue and limits.

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
from gedeeld.taken.hartslagen import Minuuttaak
from gedeeld.taken.wachtrijen import LANGSTE, SOORTEN, WACHTRIJ_VAN

SCHEMA: dict[str, dict[str, Any]] = settings.CELERY_BEAT_SCHEDULE
EIGEN_APPS = {config.name for config in apps.get_app_configs()}


def eigen_taken() -> dict[str, Any]:
    app.loader.import_default_modules()
    return {naam: taak for naam, taak in app.tasks.items() if naam.partition(".")[0] in EIGEN_APPS}


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


def test_a_scheduled_task_leaves_its_heartbeat_and_expires_before_the_next() -> None:
    for regel in SCHEMA.values():
        taak = import_string(regel["task"])
        assert isinstance(taak, Minuuttaak)
        assert taak.expires < 60


def test_every_task_has_the_limits_of_its_queue() -> None:
    taken = eigen_taken()
    assert set(WACHTRIJ_VAN) < set(taken)
    for naam, taak in taken.items():
        wachtrij = app.amqp.router.route({}, naam)["queue"].name
        assert wachtrij == WACHTRIJ_VAN.get(naam, "kort")
        soort = SOORTEN[wachtrij]
        gevonden = (taak.soft_time_limit, taak.time_limit, taak.expires)
        assert gevonden == (soort["soft_time_limit"], soort["time_limit"], soort["expires"]), naam
        assert taak.soft_time_limit < taak.time_limit


def test_a_worker_without_queues_serves_all_of_them() -> None:
    assert set(app.amqp.queues.consume_from) == set(SOORTEN)


def test_nothing_is_given_to_a_second_worker_while_it_may_still_run() -> None:
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > LANGSTE
