"""What the code may not do, so that it can grow past one machine: see docs/schaal.md.

With PgBouncer between, a connection is somebody else's after each transaction: nothing that a
session keeps may be counted on by what answers a request.
"""

import re
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings

BASIS: Final = Path(settings.BASE_DIR)
APPS = ("doorstroom", "gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering")
# Runs in workers, which have a connection of their own to PostgreSQL.
SLOT: Final = "gedeeld/taken/databankslot.py"
# Prepares nothing when DATABASE_POOLER says so.
VRAAG: Final = "gedeeld/vastevraag.py"
CODE: Final = {
    str(pad.relative_to(BASIS)): pad.read_text()
    for app in APPS
    for pad in (BASIS / app).rglob("*.py")
    if "migrations" not in pad.parts
}


@pytest.mark.parametrize(
    ("wat", "toegestaan"),
    [
        (r"pg_(try_)?advisory_(lock|unlock)\b", {SLOT}),
        (r"\b(UN)?LISTEN [a-z]|\bNOTIFY [a-z]", set()),
        (r"\bSET SESSION\b|\"SET (?!TRANSACTION\b|LOCAL\b|CONSTRAINTS\b)", set()),
        (r"\bPREPARE [a-z{]|\bWITH HOLD\b", {VRAAG}),
    ],
)
def test_nothing_is_left_in_a_session(wat: str, toegestaan: set[str]) -> None:
    assert {naam for naam, tekst in CODE.items() if re.search(wat, tekst)} == toegestaan


def test_what_answers_a_request_takes_no_lock_of_a_session() -> None:
    views = {naam: tekst for naam, tekst in CODE.items() if "view" in naam or "verzoek" in naam}
    assert views
    assert not [naam for naam, tekst in views.items() if "databankslot" in tekst]


def test_a_temporary_table_goes_with_its_transaction() -> None:
    zinnen = [
        zin for tekst in CODE.values() for zin in re.findall(r"CREATE TEMP[^;]*?(?=AS|;)", tekst)
    ]
    assert all("ON COMMIT DROP" in " ".join(zin.split()) for zin in zinnen)


def test_nothing_is_kept_on_the_disk_of_a_web_machine() -> None:
    """Files that people send live in the database; a second web machine sees them as well."""
    assert settings.STORAGES["default"]["BACKEND"].endswith("InMemoryStorage")
    assert settings.SESSION_ENGINE == "gedeeld.verzoek.sessies"
    schrijft = r"\.write_(text|bytes)\(|open\([^)]*[\"'][wa]b?[\"']"
    buiten_opdrachten = {naam: t for naam, t in CODE.items() if "/management/" not in naam}
    assert not [naam for naam, tekst in buiten_opdrachten.items() if re.search(schrijft, tekst)]
