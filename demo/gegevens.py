"""The invented people, as they stand in `gegevens/*.toml`; every moment is relative to today.

`kwartaal` and `tem_kwartaal` count quarters from the one of today (0), `maanden` and `tem_maanden`
months, `dagen` days; in the past for what has happened, ahead for an end or a plan.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from demo.logins import DEMO, DEMO_TWEE

_MAP: Final = Path(__file__).parent / "gegevens"
BESTANDEN: Final = {
    DEMO: (
        "klusdienst-noord",
        "kinderopvang-het-nest",
        "fietspunt-station",
        "buurtrestaurant-de-lepel",
        "poetsdienst-de-linde",
    ),
    DEMO_TWEE: ("stapsteen",),
}


@dataclass(frozen=True, slots=True)
class Demoadvies:
    """Without `kwartaal` an IMW advice follows on the one before; `schijven` are (quarters, %)."""

    soort: str
    niveau: str
    kwartaal: int | None = None
    besluit_dagen: int | None = None
    tem_kwartaal: int | None = None
    tem_maanden: int | None = None
    tem_dagen: int | None = None
    schijven: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Demotraject:
    """`uitstroom` in months from today, or "einde": the last day of support."""

    fase: str
    maanden: int
    doel: str = ""
    uitstroom: int | str | None = None


@dataclass(frozen=True, slots=True)
class Demonotitie:
    """By the counsellor unless `door` names a colleague; `verbetering` is the corrected text."""

    dagen: int
    soort: str
    tekst: str
    vertrouwelijk: bool = False
    door: str = ""
    verbetering: str = ""


@dataclass(frozen=True, slots=True)
class Tweededienst:
    """A second contract beside the first, since so many months."""

    dienst: str
    functie: str
    breuk: Decimal
    maanden: int


@dataclass(frozen=True, slots=True)
class Opvolging:
    """So many days ago the counsellor took on the signal that was open then."""

    dagen: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Demosignaal:
    """What became today of the open signal; `dagen` is for how long it is postponed."""

    status: str
    tekst: str = ""
    dagen: int = 0


@dataclass(frozen=True, slots=True)
class Demovertrek:
    """How somebody left; `nazorg` are (weeks, result, what was done), while it was still asked."""

    bestemming: str
    initiatief: str
    werkgever: str = ""
    functie: str = ""
    reden: str = ""
    nazorg: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Demowerknemer:
    """`voltijds_maandloon` in euro; without `in_dienst_*` the contract began before the advice."""

    nummer: str
    voornaam: str
    familienaam: str
    dienst: str
    functie: str
    breuk: Decimal
    voltijds_maandloon: Decimal
    begeleider: str = ""
    insz: str = ""
    voertaal: str = "nl"
    in_dienst_jaren: int | None = None
    in_dienst_dagen: int | None = None
    contract_tot_maanden: int | None = None
    uit_maanden: int | None = None
    adviezen: tuple[Demoadvies, ...] = ()
    verlenging_gevraagd: bool = False
    tweede_dienst: Tweededienst | None = None
    traject: Demotraject | None = None
    vertrek: Demovertrek | None = None
    opvolging: Opvolging | None = None
    signaal: Demosignaal | None = None
    notities: tuple[Demonotitie, ...] = ()


def lees_werknemers(organisatie: str) -> list[Demowerknemer]:
    """Everybody of the demo organisation with this code. Raises TypeError for a misspelt key."""
    return [persoon for naam in BESTANDEN[organisatie] for persoon in _lees(naam)]


def lees_bestand(naam: str) -> dict[str, Any]:
    """One service as it stands in its file; `financiering` is for the app of that name."""
    return tomllib.loads((_MAP / f"{naam}.toml").read_text(encoding="utf-8"))


def _lees(naam: str) -> list[Demowerknemer]:
    inhoud = lees_bestand(naam)
    lonen = inhoud["voltijds_maandloon"]
    return [
        _werknemer(
            rij | {"dienst": inhoud["dienst"], "voltijds_maandloon": Decimal(lonen[rij["functie"]])}
        )
        for rij in inhoud["werknemer"]
    ]


def _werknemer(rij: Mapping[str, Any]) -> Demowerknemer:
    velden = dict(rij) | {"breuk": Decimal(rij["breuk"])}
    velden["adviezen"] = tuple(_advies(advies) for advies in rij.get("adviezen", ()))
    velden["notities"] = tuple(Demonotitie(**notitie) for notitie in rij.get("notities", ()))
    if tweede := rij.get("tweede_dienst"):
        velden["tweede_dienst"] = Tweededienst(**tweede | {"breuk": Decimal(tweede["breuk"])})
    if vertrek := rij.get("vertrek"):
        nazorg = tuple(tuple(moment) for moment in vertrek.get("nazorg", ()))
        velden["vertrek"] = Demovertrek(**dict(vertrek) | {"nazorg": nazorg})
    for veld, soort in (
        ("traject", Demotraject),
        ("opvolging", Opvolging),
        ("signaal", Demosignaal),
    ):
        if veld in rij:
            velden[veld] = soort(**rij[veld])
    return Demowerknemer(**velden)


def _advies(rij: Mapping[str, Any]) -> Demoadvies:
    schijven = tuple((kwartalen, procent) for kwartalen, procent in rij.get("schijven", ()))
    return Demoadvies(**dict(rij) | {"schijven": schijven})
