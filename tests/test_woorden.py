"""The glossary is whole: `docs/woorden.md` explains every noun of the domain in the code."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.test_conventies import EIGEN_APPS, EIGEN_MODELLEN, modules

WOORDEN = Path(settings.BASE_DIR) / "docs/woorden.md"
# Names of the framework and of techniques; the domain has none of its own for them.
TECHNIEK = {
    "__init__", "account_urls", "adapter", "admin", "apps", "audit", "commands", "domein",
    "exports", "filters", "forms", "management", "middleware", "models", "pdf", "svg", "tasks",
    "templatetags", "urls", "views", "web",
}  # fmt: skip
_SOORT_BESTAND = re.compile(r"_(json|pdf|sql|xlsx)$")
# What Django's own model of a user brings along.
VAN_DJANGO = {"is_active", "is_staff", "is_superuser", "last_login", "password"}


def verklaard(tekst: str) -> set[str]:
    """What a glossary explains: each term of the first column, and each name in backticks."""
    rijen = [rij.split("|") for rij in tekst.splitlines() if rij.startswith("| ")]
    termen = {term.strip().lower() for rij in rijen for term in rij[1].split(",")}
    return termen | set(re.findall(r"`(\w+)`", tekst))


def ontbreekt(namen: Iterable[str], tekst: str) -> set[str]:
    return set(namen) - verklaard(tekst)


def modulenamen() -> Iterator[str]:
    """The name of each module and folder of the apps; `prognose_xlsx` is about a `prognose`."""
    for naam, _ in modules(*EIGEN_APPS):
        yield from (
            _SOORT_BESTAND.sub("", deel) for deel in naam.split(".") if deel not in TECHNIEK
        )


def keuzeklassen() -> Iterator[type[models.Choices]]:
    """Every class of choices of the apps, inside a model too."""
    te_zien: list[type[models.Choices]] = [models.TextChoices, models.IntegerChoices]
    while te_zien:
        for klasse in te_zien.pop().__subclasses__():
            te_zien.append(klasse)
            if klasse.__module__.partition(".")[0] in EIGEN_APPS:
                yield klasse


NAMEN = {
    "modellen": {model.__name__ for model in EIGEN_MODELLEN},
    "namen op het scherm": {str(model._meta.verbose_name) for model in EIGEN_MODELLEN},
    "velden": {
        veld.name
        for model in EIGEN_MODELLEN
        for veld in model._meta.local_concrete_fields
        if veld.name != "id"
    }
    - VAN_DJANGO,
    "keuzes": {klasse.__name__ for klasse in keuzeklassen()},
    "modules": set(modulenamen()),
    "apps": {config.label for config in apps.get_app_configs() if config.label in EIGEN_APPS},
}


@pytest.mark.parametrize("soort", NAMEN)
def test_every_word_of_the_code_is_in_the_glossary(soort: str) -> None:
    assert NAMEN[soort], "Nothing was found to look up."
    assert ontbreekt(NAMEN[soort], WOORDEN.read_text()) == set(), "Explain it in docs/woorden.md."


def test_every_row_says_what_the_word_means() -> None:
    rijen = [rij for rij in WOORDEN.read_text().splitlines() if rij.startswith("| ")]
    leeg = [rij for rij in rijen if not all(cel.strip() for cel in rij.split("|")[3:-1])]
    assert leeg == []


def test_the_check_on_words_can_fail() -> None:
    tekst = (
        "| Dutch | in the code | English |\n| wissel, Doel | `Doel` `doelen` | goal |\nzin, los\n"
    )
    assert ontbreekt(["doelen", "doel", "wissel"], tekst) == set()
    assert ontbreekt(["Traject", "zin", "goal"], tekst) == {"Traject", "zin", "goal"}
