"""One version number, and the changelog knows it."""

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings
from django.contrib import admin
from django.core.management import call_command

from doorstroom.versie import VERSIE

BASIS: Final = Path(settings.BASE_DIR)
TEKST: Final = (BASIS / "CHANGELOG.md").read_text()
UITGAVEN: Final = re.findall(r"^## \[(\d+)\.(\d+)\.(\d+)\] - (\S+)$", TEKST, re.MULTILINE)


def test_the_version_is_the_newest_of_the_changelog() -> None:
    assert ".".join(UITGAVEN[0][:3]) == VERSIE


def test_the_changelog_runs_from_new_to_old() -> None:
    nummers = [tuple(int(deel) for deel in uitgave[:3]) for uitgave in UITGAVEN]
    dagen = [date.fromisoformat(uitgave[3]) for uitgave in UITGAVEN]
    assert nummers == sorted(set(nummers), reverse=True)
    assert dagen == sorted(dagen, reverse=True)


def test_every_heading_is_a_release_or_a_kind_of_change() -> None:
    koppen = re.findall(r"^##+ (.+)$", TEKST, re.MULTILINE)
    soorten = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    uitgaven = {f"[{a}.{b}.{c}] - {dag}" for a, b, c, dag in UITGAVEN}
    assert koppen[0] == "[Unreleased]"
    assert set(koppen[1:]) <= soorten | uitgaven


def test_the_operator_reads_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("versie")
    assert capsys.readouterr().out == f"{VERSIE}\n"
    assert admin.site.site_header == f"Doorstroom {VERSIE}, voor de operator"


def test_nowhere_else_is_there_a_version_of_ours() -> None:
    gevonden = [
        pad.relative_to(BASIS).as_posix()
        for pad in (*BASIS.glob("*.toml"), *BASIS.glob("doorstroom/**/*.py"), *BASIS.glob("*.md"))
        if VERSIE in pad.read_text()
    ]
    assert sorted(gevonden) == ["CHANGELOG.md", "doorstroom/versie.py"]
