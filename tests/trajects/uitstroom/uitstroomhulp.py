"""What the tests about leaving and aftercare share."""

from datetime import date
from typing import Any

from django.test import Client
from lxml import html

from trajects.keuzes import Bestemming, Initiatief
from trajects.uitstroom.uitstromen import Uitstroomgegevens

VANDAAG = date(2026, 11, 23)
HTMX = {"HX-Request": "true"}


def gegevens(**anders: Any) -> Uitstroomgegevens:
    vast = Uitstroomgegevens(
        datum=VANDAAG,
        bestemming=Bestemming.REGULIER,
        werkgever="",
        functie="",
        soort_contract="",
        breuk=None,
        initiatief=Initiatief.WERKNEMER,
        reden="",
        motief="",
    )
    return {**vast, **anders}  # type: ignore[typeddict-item]


def velden(**anders: Any) -> dict[str, Any]:
    """What the form of leaving sends."""
    vast = {"datum": "2026-11-23", "bestemming": "regulier", "initiatief": "werknemer"}
    return vast | anders


def invoer(client: Client, adres: str) -> dict[str, Any]:
    """What the form at this address would send back untouched."""
    (form,) = html.fromstring(client.get(adres).content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in form.form_values()}


def tekst(antwoord: Any) -> str:
    """The words of a page, on one line."""
    return " ".join(html.fromstring(antwoord.content.decode()).text_content().split())
