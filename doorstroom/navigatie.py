"""The frame around every page: navigation by role, and who is logged in."""

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

from financiering.rechten import mag_financiering_zien
from gebruikers.models import Gebruiker
from gebruikers.rechten import is_lid, mag_beheer_zien
from gedeeld.adressen import adres_van
from trajects import rechten as trajects_rechten
from werknemers import rechten as werknemers_rechten


@dataclass(frozen=True, slots=True)
class Ingang:
    """One entry of the main navigation."""

    naam: str
    url: str
    icoon: str
    actief: bool


_INGANGEN: Final = (
    ("Vandaag", "trajects:vandaag", "vandaag", is_lid),
    ("Werknemers", "trajects:werknemers", "werknemers", werknemers_rechten.mag_werknemers_zien),
    ("Signalen", "trajects:signalen", "signalen", trajects_rechten.mag_signalen_zien),
    ("Uitstroom", "trajects:uitstroom", "uitstroom", trajects_rechten.mag_dashboard_zien),
    ("Financiering", "financiering:prognose", "financiering", mag_financiering_zien),
    ("Documenten", "trajects:documenten", "documenten", trajects_rechten.mag_documenten_zien),
    ("Beheer", "gebruikers:beheer", "beheer", mag_beheer_zien),
)
# Pages about employees that have an address of their own.
_BIJ_WERKNEMERS: Final = (
    "/contracten/",
    "/adviezen/",
    "/adviesdagen/",
    "/gebeurtenissen/",
    "/planversies/",
    "/evaluatiemomenten/",
    "/planbesprekingen/",
    "/loonopgaven/",
    "/notities/",
    "/doelen/",
    "/acties/",
    "/werkgevers/",
    "/vormingen/",
    "/uitstromen/",
    "/nazorg/",
    "/deelnames/",
    "/bord/",
    "/stages/",
    "/sollicitaties/",
)
_BIJ_DOCUMENTEN: Final = ("/openheid/",)


def _plaats(pad: str) -> str:
    """The address of the entry that a page belongs to, or its own."""
    if pad.startswith(_BIJ_WERKNEMERS):
        return adres_van("trajects:werknemers")
    return adres_van("trajects:documenten") if pad.startswith(_BIJ_DOCUMENTEN) else pad


def _ingangen(gebruiker: Gebruiker, pad: str) -> list[Ingang]:
    plaats = _plaats(pad)
    return [
        Ingang(naam, url, icoon, plaats.startswith(url))
        for naam, view, icoon, recht in _INGANGEN
        if recht(gebruiker)
        for url in [adres_van(view)]
    ]


def raam(request: HttpRequest) -> dict[str, Any]:
    """Context of `basis.html`."""
    gebruiker = getattr(request, "user", None)
    lid = isinstance(gebruiker, Gebruiker) and is_lid(gebruiker)
    context: dict[str, Any] = {
        "demo": settings.DEMO,
        "navigatie": [],
        "zoekt": False,
        "mag_noteren": False,
        "mag_geld": False,
        "mag_agenda": False,
    }
    if lid and isinstance(gebruiker, Gebruiker):
        context |= {
            "navigatie": _ingangen(gebruiker, request.path),
            "organisatie_naam": gebruiker.organisatie.naam if gebruiker.organisatie else "",
            "gebruiker_naam": gebruiker.volledige_naam,
            "mag_geld": mag_financiering_zien(gebruiker),
            "mag_agenda": trajects_rechten.mag_agenda_koppelen(gebruiker),
            # The page of the search has the same box, larger.
            "zoekt": werknemers_rechten.mag_werknemers_zien(gebruiker)
            and request.path != adres_van("trajects:zoeken"),
            "mag_noteren": trajects_rechten.mag_notities_schrijven(gebruiker),
            "noteert_al": request.path == adres_van("trajects:notitie_nieuw"),
        }
    return context
