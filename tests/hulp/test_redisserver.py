"""The throw-away Redis of the tests."""

import os
import signal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from redis import Redis

from hulp.melding import Weigering
from hulp.redisserver import POGINGEN, wegwerpredis
from tests.hulp.toneel import zijn_weg


def pid_en_map(url: str) -> tuple[int, str]:
    klant = Redis.from_url(url, decode_responses=True)
    try:
        return klant.info("server")["process_id"], klant.config_get("dir")["dir"]
    finally:
        klant.close()


def test_it_runs_as_long_as_it_is_used(tmp_path: Path) -> None:
    with wegwerpredis(tmp_path) as url:
        pid, map_ = pid_en_map(url)
        assert map_ == str(tmp_path)
    assert zijn_weg(pid)
    assert [pad.name for pad in tmp_path.iterdir()] == ["redis.log"]


def test_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    with wegwerpredis(tmp_path) as url:
        assert urlsplit(url).hostname == "127.0.0.1"
        klant = Redis.from_url(url, decode_responses=True)
        assert klant.config_get("bind")["bind"] == "127.0.0.1"
        klant.close()


def test_who_dies_on_the_way_is_not_missed_when_cleaning_up(tmp_path: Path) -> None:
    with wegwerpredis(tmp_path) as url:
        pid, _ = pid_en_map(url)
        os.kill(pid, signal.SIGKILL)
        assert zijn_weg(pid)


def test_a_server_that_does_not_start_is_a_refusal_with_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kapot = tmp_path / "redis-server"
    kapot.write_text("#!/bin/sh\necho poort bezet\nexit 1\n")
    kapot.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(Weigering, match=r"redis\.log"), wegwerpredis(tmp_path):
        pass
    assert (tmp_path / "redis.log").read_text() == "poort bezet\n" * POGINGEN
