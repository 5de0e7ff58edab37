"""The law as text: reads the files of `regels/wet/` and refuses what cannot be, naming file and
entry.

What a file looks like: docs/adr/0025-the-law-is-text.md.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError

from regels.domein.parametergrenzen import controleer_waarde
from regels.keuzes import EENHEID, Parametercode, SoortAdvies, Tabelcode, Zekerheid
from regels.models.percentage import HOOGSTE, LAAGSTE, PERCENTAGE_ZIN, STAP

WETMAP: Final = Path(__file__).parent.parent / "wet"
MEESTE_TEKENS: Final = {"plaats": 120, "citaat": 300, "titel": 200, "adres": 300}
_BRONNEN: Final = "bronnen"
_PAKKETTEN: Final = "startpakketten"
_VERMELDING: Final = frozenset({"vanaf", "bron", "plaats", "citaat", "nagekeken_op", "toelichting"})


class WettekstFout(ValueError):
    """A file of the law says something that cannot be; the message names file and entry."""


class Wetssoort(StrEnum):
    BRON = "bron"
    WAARDE = "waarde"
    TABEL = "tabel"
    STARTPAKKET = "startpakket"


Wetssleutel = tuple[Wetssoort, str, date | None]


@dataclass(frozen=True, slots=True)
class Wetspost:
    """One source, value, table or start package: `velden` as the model of its kind names them,
    with the code of its source at `bron`. It counts from `vanaf` until the next of its code."""

    soort: Wetssoort
    code: str
    vanaf: date | None
    velden: Mapping[str, Any]

    @property
    def sleutel(self) -> Wetssleutel:
        return (self.soort, self.code, self.vanaf)


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where in the files we are."""

    bestand: str
    post: str

    def fout(self, zin: str) -> WettekstFout:
        return WettekstFout(f"{self.bestand}.toml, {self.post}: {zin}")


def lees_wet(map_: Path = WETMAP) -> tuple[Wetspost, ...]:
    """Every entry of every file. Raises WettekstFout."""
    posten = tuple(post for pad in sorted(map_.glob("*.toml")) for post in _lees_bestand(pad))
    _eis_eenmaal(posten)
    _eis_bronnen(posten)
    return posten


@lru_cache(maxsize=1)
def wet() -> tuple[Wetspost, ...]:
    """The files of this version of the program: they do not change while it runs."""
    return lees_wet()


def _lees_bestand(pad: Path) -> Iterator[Wetspost]:
    try:
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise WettekstFout(f"{pad.name}: dit is geen TOML ({fout}).") from fout
    if pad.stem == _BRONNEN:
        yield from (_bron(rij) for rij in inhoud["bron"])
    elif pad.stem == _PAKKETTEN:
        yield from (_pakket(rij) for rij in inhoud["startpakket"])
    else:
        for code, deel in inhoud.items():
            yield from _van_code(_Plek(pad.stem, code), deel)


def _van_code(plek: _Plek, deel: dict[str, Any]) -> Iterator[Wetspost]:
    if plek.post in Tabelcode.values:
        yield from (_tabel(plek, rij) for rij in deel["tabellen"])
    elif plek.post in Parametercode.values:
        code = Parametercode(plek.post)
        if deel.get("eenheid") != EENHEID[code]:
            raise plek.fout(f"de eenheid is “{EENHEID[code]}”, niet “{deel.get('eenheid')}”.")
        yield from (_waarde(plek, code, rij) for rij in deel["waarden"])
    else:
        raise plek.fout("deze code bestaat niet.")


def _bron(rij: dict[str, Any]) -> Wetspost:
    plek = _Plek(_BRONNEN, str(rij.get("code", "zonder code")))
    _eis_bekend(plek, rij, {"code", "titel", "adres", "datum", "zekerheid"})
    velden = {
        "titel": _tekst(plek, rij, "titel", nodig=True),
        "adres": _tekst(plek, rij, "adres"),
        "datum": _dag(plek, rij, "datum"),
        "zekerheid": _zekerheid(plek, rij),
    }
    return Wetspost(Wetssoort.BRON, _tekst(plek, rij, "code", nodig=True), None, velden)


def _waarde(plek: _Plek, code: Parametercode, rij: dict[str, Any]) -> Wetspost:
    plek = _bij_dag(plek, rij)
    _eis_bekend(plek, rij, _VERMELDING | {"waarde", "zekerheid", "tegenspraak"})
    velden = {"waarde": _getal(plek, code, rij), **_gewicht(plek, rij), **_vermelding(plek, rij)}
    return Wetspost(Wetssoort.WAARDE, code.value, _vanaf(plek, rij), velden)


def _tabel(plek: _Plek, rij: dict[str, Any]) -> Wetspost:
    plek = _bij_dag(plek, rij)
    _eis_bekend(plek, rij, _VERMELDING | {"rijen", "zekerheid", "tegenspraak"})
    rijen = _rijen(plek, rij, breedte=2)
    maanden = [maand for maand, _ in rijen]
    if maanden[0] != 0 or any(na <= voor for voor, na in pairwise(maanden)):
        raise plek.fout("de rijen beginnen bij 0 maanden en gaan omhoog.")
    velden = {"rijen": rijen, **_gewicht(plek, rij), **_vermelding(plek, rij)}
    return Wetspost(Wetssoort.TABEL, plek.post.split()[0], _vanaf(plek, rij), velden)


def _pakket(rij: dict[str, Any]) -> Wetspost:
    plek = _Plek(_PAKKETTEN, f"{rij.get('soort')} {rij.get('variant')}")
    _eis_bekend(plek, rij, _VERMELDING | {"soort", "variant", "standaard", "schijven"})
    if rij.get("soort") not in SoortAdvies.values:
        raise plek.fout("deze soort van advies bestaat niet.")
    schijven = _rijen(plek, rij, breedte=3)
    if any(not LAAGSTE <= deel <= HOOGSTE or deel % STAP for *_, deel in schijven):
        raise plek.fout(PERCENTAGE_ZIN)
    velden = {
        "standaard": rij.get("standaard") is True,
        "schijven": schijven,
        **_vermelding(plek, rij),
    }
    return Wetspost(Wetssoort.STARTPAKKET, plek.post, _vanaf(plek, rij), velden)


def _bij_dag(plek: _Plek, rij: dict[str, Any]) -> _Plek:
    return _Plek(plek.bestand, f"{plek.post} vanaf {rij.get('vanaf')}")


def _gewicht(plek: _Plek, rij: dict[str, Any]) -> dict[str, Any]:
    return {
        "zekerheid": _zekerheid(plek, rij),
        "tegenspraak": _tekst(plek, rij, "tegenspraak"),
    }


def _vermelding(plek: _Plek, rij: dict[str, Any]) -> dict[str, Any]:
    return {
        "bron": _tekst(plek, rij, "bron", nodig=True),
        "plaats": _tekst(plek, rij, "plaats"),
        "citaat": _tekst(plek, rij, "citaat"),
        "nagekeken_op": _dag(plek, rij, "nagekeken_op"),
        "toelichting": _tekst(plek, rij, "toelichting"),
    }


def _getal(plek: _Plek, code: Parametercode, rij: dict[str, Any]) -> Decimal | None:
    """The value as text, so that no binary fraction slips in; None when it is not known."""
    if "waarde" not in rij:
        return None
    if not isinstance(rij["waarde"], str):
        raise plek.fout('schrijf de waarde als tekst: waarde = "2233.61".')
    try:
        waarde = Decimal(rij["waarde"])
        controleer_waarde(code, waarde)
    except InvalidOperation:
        raise plek.fout(f"“{rij['waarde']}” is geen getal.") from None
    except ValidationError as bezwaar:
        raise plek.fout(" ".join(bezwaar.messages)) from bezwaar
    return waarde


def _rijen(plek: _Plek, rij: dict[str, Any], breedte: int) -> tuple[tuple[int, ...], ...]:
    rijen = rij.get("rijen" if breedte == 2 else "schijven")
    if not isinstance(rijen, list) or not rijen:
        raise plek.fout("er staan geen rijen.")
    if any(
        len(deel) != breedte or not all(type(g) is int and g >= 0 for g in deel) for deel in rijen
    ):
        raise plek.fout(f"elke rij heeft {breedte} gehele getallen.")
    return tuple(tuple(deel) for deel in rijen)


def _tekst(plek: _Plek, rij: dict[str, Any], veld: str, *, nodig: bool = False) -> str:
    tekst = rij.get(veld, "")
    if not isinstance(tekst, str) or (nodig and not tekst):
        raise plek.fout(f"“{veld}” is een tekst{' en staat er altijd' if nodig else ''}.")
    meeste = MEESTE_TEKENS.get(veld, 1000)
    if len(tekst) > meeste:
        raise plek.fout(f"“{veld}” telt hoogstens {meeste} tekens.")
    return tekst


def _dag(plek: _Plek, rij: dict[str, Any], veld: str) -> date | None:
    dag = rij.get(veld)
    if dag is not None and type(dag) is not date:
        raise plek.fout(f"“{veld}” is een dag, zoals 2026-07-01.")
    return dag


def _vanaf(plek: _Plek, rij: dict[str, Any]) -> date:
    dag = _dag(plek, rij, "vanaf")
    if dag is None:
        raise plek.fout("“vanaf” ontbreekt.")
    return dag


def _zekerheid(plek: _Plek, rij: dict[str, Any]) -> str:
    letter = rij.get("zekerheid")
    if letter not in Zekerheid.values:
        raise plek.fout(f"“zekerheid” is een van {', '.join(Zekerheid.values)}.")
    return str(letter)


def _eis_bekend(plek: _Plek, rij: dict[str, Any], velden: set[str] | frozenset[str]) -> None:
    """A misspelled field would be silently left out."""
    if vreemd := sorted(set(rij) - velden):
        raise plek.fout(f"onbekend veld: {', '.join(vreemd)}.")


def _eis_eenmaal(posten: tuple[Wetspost, ...]) -> None:
    gezien: set[Wetssleutel] = set()
    for post in posten:
        if post.sleutel in gezien:
            raise WettekstFout(f"{post.code} staat er twee keer voor {post.vanaf or 'altijd'}.")
        gezien.add(post.sleutel)


def _eis_bronnen(posten: tuple[Wetspost, ...]) -> None:
    bekend = {post.code for post in posten if post.soort == Wetssoort.BRON}
    for post in posten:
        bron = post.velden.get("bron")
        if bron is not None and bron not in bekend:
            raise WettekstFout(
                f"{post.code} vanaf {post.vanaf}: de bron “{bron}” staat niet in bronnen.toml."
            )
