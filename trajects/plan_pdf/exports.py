"""The transition plan as PDF: content in, bytes out."""

from collections.abc import Iterator
from typing import Any, Final

from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from gebruikers.models import Gebruiker
from gedeeld.bestandsnaam import bestandsnaam, veilig
from gedeeld.bewijs.plank import leg_weg
from gedeeld.grafiek import tijdlijn_svg
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.soorten import GemaaktBestand, Overgeslagen, Parameters, Uitvoersoort
from gedeeld.web import PDF
from gedeeld.weergeven import meervoud
from trajects.plan_pdf.planinhoud import Planinhoud, stel_plan_samen
from trajects.rechten import mag_documenten_zien, mag_logboek_zien, mag_plannen_bundelen
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

_STIJL: Final = ("css/pdf.css", "css/pdf-plan.css")


def plan_html(plan: Planinhoud) -> str:
    """The page that becomes the PDF."""
    tekening = tijdlijn_svg(plan.tijdlijn, "tijdlijn")
    return render_to_string("trajects/plan_pdf/plan.html", {"plan": plan, "tijdlijn": tekening})


def maak_plan(plan: Planinhoud) -> bytes:
    """The tagged PDF; the same plan on the same day gives the same bytes."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    return maak_pdf(plan_html(plan), *_STIJL)


def maak_met_bewijs(plan: Planinhoud, gebruiker: Gebruiker | None) -> bytes:
    """As `maak_plan`; what it was computed from is kept, when something was computed."""
    inhoud = maak_plan(plan)
    if plan.adviezen:
        leg_weg(plan.werknemer.organisatie, plan.bewijs, gebruiker)
    return inhoud


# A task makes these in about two seconds: who orders one plan waits no longer for another's bundle.
PER_TAAK: Final = 5


def _zichtbaar(gebruiker: Gebruiker) -> WerknemerQuerySet:
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker)
    return zichtbaar.select_related("organisatie", "begeleider")


def _stel_samen(werknemer: Werknemer, gebruiker: Gebruiker) -> Planinhoud:
    return stel_plan_samen(werknemer, op=vandaag(), met_teksten=mag_logboek_zien(gebruiker))


def _plan(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    werknemer = get_object_or_404(_zichtbaar(gebruiker), pk=parameters["werknemer"])
    naam = bestandsnaam("plan", werknemer.personeelsnummer, vandaag())
    yield GemaaktBestand(naam, PDF, maak_met_bewijs(_stel_samen(werknemer, gebruiker), gebruiker))


def _plannen(
    gebruiker: Gebruiker, parameters: Parameters
) -> Iterator[GemaaktBestand | Overgeslagen]:
    """Who has no path yet has no plan to hand over either, and is named instead."""
    gevraagd: list[Any] = parameters["werknemers"]
    mensen = _zichtbaar(gebruiker).in_bulk(gevraagd)
    for werknemer in (mensen[pk] for pk in gevraagd if pk in mensen):
        plan = _stel_samen(werknemer, gebruiker)
        if plan.traject is None:
            wie = f"{werknemer.naam} ({werknemer.personeelsnummer})"
            yield Overgeslagen(f"{wie}: nog geen traject, dus nog niets in het plan")
        else:
            yield GemaaktBestand(_naam_in_bundel(werknemer), PDF, maak_met_bewijs(plan, gebruiker))
    if weg := len(gevraagd) - len(mensen):
        yield Overgeslagen(f"{meervoud(weg, 'werknemer', 'werknemers')} die je niet meer mag zien")


def _naam_in_bundel(werknemer: Werknemer) -> str:
    """Benali-Amina-P0001.pdf"""
    delen = (werknemer.familienaam, werknemer.voornaam, werknemer.personeelsnummer)
    return f"{veilig(' '.join(delen))}.pdf"


def _mag_plan(gebruiker: Gebruiker, parameters: Parameters) -> bool:
    return _zichtbaar(gebruiker).filter(pk=parameters["werknemer"]).exists()


PLAN: Final = Uitvoersoort("plan", mag_documenten_zien, _plan, _mag_plan)
PLANNEN: Final = Uitvoersoort("plannen", mag_plannen_bundelen, _plannen, per_taak=PER_TAAK)
