"""Whatever a query string says, nothing of another organisation shows, nor of another's caseload.

Which keys a view looks at is not listed here but seen: a middleware notes them.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from django.forms import ChoiceField, ModelChoiceField
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from tests.test_conventies import modules
from tests.toegang.formulieren import formulieren_van
from tests.toegang.meelezer import Meelezer
from tests.toegang.merk import (
    ANDERMANS,
    OVER_EEN_WERKNEMER,
    VREEMD,
    ZONDER_WOORD,
    begin_nieuwe_sleutels,
    merk,
    tekst_van,
)
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_wereld

# What somebody would try who looks for a way around.
LOSSE_WAARDEN: Final = ("1", "alle")
OVERAL: Final = "*"
_IN_EEN_LINK: Final = re.compile(r"[?&](?:amp;)?([\w-]+)=([\w,-]*)")
LEZERS: Final = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)


Velden = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """One address as one reader sees it."""

    naam: str
    wie: Wie
    url: str
    basis: Velden


@dataclass(frozen=True, slots=True)
class Vraag:
    bladzijde: Bladzijde
    velden: Velden

    def __str__(self) -> str:
        return f"{self.bladzijde.naam}?{urlencode(self.velden)} for {self.bladzijde.wie}"

    def vergelijkt(self, vreemde: int) -> bool:
        """Whether it is asked before the other organisation is there too, to compare."""
        return self.velden == self.bladzijde.basis or (str(vreemde) in dict(self.velden).values())


def bladzijden(wereld: Wereld) -> Iterator[Bladzijde]:
    """Each address that answers a GET, for whoever sees most and for a counsellor of others."""
    for naam, adres in TABEL.items():
        if adres.get is None:
            continue
        rollen = adres.get.rollen
        url, basis = reverse(naam, kwargs=adres.van(wereld)), tuple(adres.vraag(wereld).items())
        wie = next(w for w in LEZERS if ROL_VAN[w] in rollen and w not in adres.anders)
        yield Bladzijde(naam, wie, url, basis)
        if ROL_VAN[Wie.COLLEGA] in rollen:
            yield Bladzijde(naam, Wie.COLLEGA, url, basis)


def _aangeboden(antwoord: Any) -> dict[str, set[str]]:
    """Each choice that a form or a link on this page knows, by its name in the query string."""
    keuzes: dict[str, set[str]] = {}
    for sleutel, waarde in _IN_EEN_LINK.findall(tekst_van(antwoord)):
        keuzes.setdefault(sleutel, set()).add(waarde)
    for form in formulieren_van(antwoord):
        for naam, veld in form.fields.items():
            if isinstance(veld, ChoiceField) and not isinstance(veld, ModelChoiceField):
                waarden = {str(waarde) for waarde, _ in veld.choices if waarde}
                keuzes.setdefault(form.add_prefix(naam), set()).update(waarden)
    return keuzes


Keuzes = dict[str, set[str]]


def _kijk_rond(client: Client, bladzijde: Bladzijde, eigen: int) -> Keuzes:
    """The keys that the page looks at, with the values that it offers itself.

    Some keys count only when others are there, so look again with all of them.
    """
    gevonden: Keuzes = {}
    vraag = dict(bladzijde.basis) | {"niets": "1"}
    for _ in range(2):
        antwoord = client.get(bladzijde.url, vraag)
        for sleutel in Meelezer.van_adres - {"niets"}:
            gevonden.setdefault(sleutel, set())
        for sleutel, waarden in _aangeboden(antwoord).items():
            if sleutel in gevonden:
                gevonden[sleutel] |= waarden
        vraag = dict.fromkeys(gevonden, str(eigen)) | dict(bladzijde.basis)
    return gevonden


def _vragen(b: Bladzijde, aangeboden: Keuzes, waarden: Keuzes) -> Iterator[Vraag]:
    """Each value of each key by itself, and the strange values in all keys at once."""
    yield Vraag(b, b.basis)
    for sleutel in sorted(aangeboden):
        for waarde in sorted(waarden[sleutel]):
            yield Vraag(b, (*b.basis, (sleutel, waarde)))
    for waarde in sorted(waarden[OVERAL]) if aangeboden else ():
        yield Vraag(b, tuple((sleutel, waarde) for sleutel in sorted(aangeboden)))


def _alle_vragen(
    browsers: dict[Wie, Client], wereld: Wereld, sleutels: tuple[int, int]
) -> list[Vraag]:
    """What a spreadsheet offers stands on the page beside it, so values go by their key."""
    overal = {*LOSSE_WAARDEN, *map(str, sleutels)}
    waarden: Keuzes = defaultdict(overal.copy)
    gekeken = [(b, _kijk_rond(browsers[b.wie], b, sleutels[0])) for b in bladzijden(wereld)]
    for _, gevonden in gekeken:
        for sleutel, aangeboden in gevonden.items():
            waarden[sleutel] |= aangeboden
    return [vraag for b, gevonden in gekeken for vraag in _vragen(b, gevonden, waarden)]


def _antwoord(browsers: dict[Wie, Client], vraag: Vraag) -> str:
    client = browsers[vraag.bladzijde.wie]
    antwoord = client.get(vraag.bladzijde.url, QueryDict(urlencode(vraag.velden)))
    return f"{antwoord.status_code} {tekst_van(antwoord)}"


def _wat_er_niet_hoort(vraag: Vraag, antwoord: str, alleen: str | None) -> str:
    """The word of another in an answer, or that it differs from that without the other."""
    if VREEMD in antwoord:
        return VREEMD
    if ANDERMANS in antwoord and vraag.bladzijde.wie is Wie.COLLEGA:
        return ANDERMANS
    return "" if alleen in {None, antwoord} else "differs from when the other was not there"


@pytest.mark.django_db
def test_no_search_shows_anything_of_another(settings: Any) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.toegang.meelezer.Meelezer"]
    eerste = begin_nieuwe_sleutels()
    eigen = maak_wereld()
    assert merk(ANDERMANS, eerste, alleen=OVER_EEN_WERKNEMER) <= ZONDER_WOORD
    browsers = clients(eigen)
    vreemde = begin_nieuwe_sleutels()
    vragen = _alle_vragen(browsers, eigen, (eerste, vreemde))
    alleen = {vraag: _antwoord(browsers, vraag) for vraag in vragen if vraag.vergelijkt(vreemde)}
    maak_wereld()
    assert merk(VREEMD, vreemde) == ZONDER_WOORD
    antwoorden = {vraag: _antwoord(browsers, vraag) for vraag in vragen}
    fout = [
        f"{vraag}: {wat}"
        for vraag, antwoord in antwoorden.items()
        if (wat := _wat_er_niet_hoort(vraag, antwoord, alleen.get(vraag)))
    ]
    assert fout == []
    # That the words would be seen, and that no key was overlooked.
    met_woord = {vraag.bladzijde.naam for vraag in vragen if ANDERMANS in antwoorden[vraag]}
    assert len(met_woord) > 50
    assert sleutels_in_de_code() <= {sleutel for vraag in vragen for sleutel, _ in vraag.velden}


@pytest.mark.parametrize(
    ("wie", "antwoord", "alleen", "fout"),
    [
        (Wie.COORDINATOR, f"{ANDERMANS}1", None, False),
        (Wie.COLLEGA, f"{ANDERMANS}1", None, True),
        (Wie.COORDINATOR, f"{VREEMD}1", None, True),
        (Wie.COORDINATOR, "2 mensen", "1 mens", True),
        (Wie.COORDINATOR, "1 mens", "1 mens", False),
    ],
)
def test_the_check_on_answers_can_fail(
    wie: Wie, antwoord: str, alleen: str | None, fout: bool
) -> None:
    vraag = Vraag(Bladzijde("x", wie, "/x/", ()), ())
    assert bool(_wat_er_niet_hoort(vraag, antwoord, alleen)) is fout


# --- which keys the code names -----------------------------------------------------------------


def genoemde_sleutels(boom: ast.AST) -> set[str]:
    """The keys that are asked of `request.GET` by name."""
    return {
        sleutel.value
        for knoop in ast.walk(boom)
        for sleutel in _gevraagd(knoop)
        if isinstance(sleutel, ast.Constant) and isinstance(sleutel.value, str)
    }


def _gevraagd(knoop: ast.AST) -> list[ast.expr]:
    """What this asks: of `GET.get(…)`, `GET[…]` or `… in GET`."""
    if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
        return knoop.args[:1] if _is_get(knoop.func.value) else []
    if isinstance(knoop, ast.Subscript):
        return [knoop.slice] if _is_get(knoop.value) else []
    if isinstance(knoop, ast.Compare):
        return [knoop.left] if _is_get(knoop.comparators[0]) else []
    return []


def _is_get(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.Attribute) and knoop.attr == "GET"


def sleutels_in_de_code() -> set[str]:
    """All but those of the operator's admin."""
    bomen = [boom for naam, boom in modules() if "admin" not in naam.split(".")]
    return set().union(*map(genoemde_sleutels, bomen))


@pytest.mark.parametrize(
    ("code", "gevonden"),
    [
        ("request.GET.get('a', '')", {"a"}),
        ("self.request.GET.getlist('a')", {"a"}),
        ("request.GET['a']", {"a"}),
        ("'a' in request.GET", {"a"}),
        ("request.POST.get('a')", set()),
        ("Zeef(request.GET)", set()),
    ],
)
def test_the_check_on_keys_can_fail(code: str, gevonden: set[str]) -> None:
    assert genoemde_sleutels(ast.parse(code)) == gevonden
