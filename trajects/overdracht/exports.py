"""The overview for a next employer on paper: content in, bytes out."""

from collections.abc import Iterator
from typing import Final

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.soorten import GemaaktBestand, Parameters, Uitvoersoort
from gedeeld.web import PDF
from trajects.models import Overdracht
from trajects.overdracht.overdrachtsoverzicht import Overdrachtsoverzicht, stel_overzicht_samen
from trajects.overdracht.toestemmingen import deelstand
from trajects.rechten import mag_documenten_zien

_STIJL: Final = ("css/pdf.css",)


def maak_overzicht(overzicht: Overdrachtsoverzicht) -> bytes:
    """The tagged PDF; the same overview on the same day gives the same bytes."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    werkgever = overzicht.overdracht.werkgever.naam
    wie = f" van {overzicht.naam}" if overzicht.naam else ""
    context = {"overzicht": overzicht, "titel": f"Overzicht{wie} voor {werkgever}"}
    return maak_pdf(render_to_string("trajects/overdracht/overdracht_pdf.html", context), *_STIJL)


def overzicht_bestandsnaam(overzicht: Overdrachtsoverzicht) -> str:
    """overdracht-12-2026-11-23.pdf: no name or number of the employee, for the file travels."""
    return f"overdracht-{overzicht.overdracht.pk}-{overzicht.op:%Y-%m-%d}.pdf"


def overzicht_op_papier(gebruiker: Gebruiker, pk: int) -> Overdrachtsoverzicht:
    """What is shared with consent today. Raises Http404 as long as that is nothing."""
    zichtbaar = Overdracht.objects.zichtbaar_voor(gebruiker)
    alles = zichtbaar.select_related("werkgever", "werknemer__organisatie", "werknemer__begeleider")
    overzicht = stel_overzicht_samen(get_object_or_404(alles, pk=pk), vandaag())
    if overzicht is None:
        raise Http404
    return overzicht


def gedeeld_nu(overdracht: Overdracht) -> list[str]:
    """What may stand on the paper."""
    return [str(wat) for wat in deelstand(overdracht).op_papier]


def _overzicht(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    overzicht = overzicht_op_papier(gebruiker, parameters["overdracht"])
    yield GemaaktBestand(overzicht_bestandsnaam(overzicht), PDF, maak_overzicht(overzicht))


def _mag(gebruiker: Gebruiker, parameters: Parameters) -> bool:
    """What was withdrawn since it was ordered, is given to nobody any more."""
    zichtbaar = Overdracht.objects.zichtbaar_voor(gebruiker)
    overdracht = zichtbaar.filter(pk=parameters["overdracht"]).first()
    return overdracht is not None and set(parameters["gedeeld"]) <= set(gedeeld_nu(overdracht))


OVERDRACHT: Final = Uitvoersoort("overdracht", mag_documenten_zien, _overzicht, _mag)
