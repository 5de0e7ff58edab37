"""The openness dossier of one employee, on paper and in a bundle; and who has it complete."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.adressen import adres_van
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.web import kies_pagina, toon, vereist, wil_fragment
from trajects.kader.caseload import ZONDER, op_einde
from trajects.kader.views.raam import beeld_van, raam_van
from trajects.openheidsdossier.dossier import stel_dossier_samen
from trajects.openheidsdossier.dossiercijfers import Dossiercijfers, Dossiertelling, tel_dossiers
from trajects.openheidsdossier.exports import DOSSIER, DOSSIERBUNDEL, KOLOMMEN
from trajects.openheidsdossier.filters import ONVOLLEDIG, VOLLEDIG, Dossierfilter
from trajects.openheidsdossier.gaten import gatregels
from trajects.rechten import mag_documenten_zien
from werknemers.models import Dienst, Werknemer
from werknemers.rechten import ziet_alle_werknemers


@dataclass(frozen=True, slots=True)
class Dossiercel:
    """A figure, and where exactly the people behind it are listed."""

    kop: str
    aantal: int
    url: str


@require_safe
@vereist(mag_documenten_zien)
def dossier(request: Verzoek, pk: int) -> HttpResponse:
    beeld = beeld_van(request.user, pk)
    gemaakt = stel_dossier_samen(beeld.werknemer, beeld.op)
    context = raam_van(beeld, request.user, "contract") | {
        "titel": "Openheidsdossier",
        "dossier": gemaakt,
        "gaten": gatregels(gemaakt.gaten, beeld.werknemer),
    }
    return render(request, "trajects/openheidsdossier/pagina.html", context)


@require_POST
@vereist(mag_documenten_zien)
def dossier_pdf(request: Verzoek, pk: int) -> HttpResponse:
    bestelling = Bestelling(DOSSIER, **_over(request, pk))
    return begin_uitvoer(request, bestelling)


@require_POST
@vereist(mag_documenten_zien)
def dossier_zip(request: Verzoek, pk: int) -> HttpResponse:
    """The paper, every piece and file, and the manifest that checks them."""
    naam = f"openheidsdossier-{vandaag():%Y-%m-%d}.zip"
    bestelling = Bestelling(DOSSIERBUNDEL, bundelnaam=naam, **_over(request, pk))
    return begin_uitvoer(request, bestelling)


def _over(request: Verzoek, pk: int) -> dict[str, Any]:
    werknemer = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)
    return {
        "titel": f"Openheidsdossier van {werknemer.naam}",
        "terug": reverse("trajects:dossier", args=[pk]),
        "parameters": {"werknemer": pk},
    }


@require_safe
@vereist(mag_documenten_zien)
def dossiers(request: Verzoek) -> HttpResponse:
    """How many of those in service have it complete, and of whom what is missing."""
    zeef = Dossierfilter(request)
    pagina = kies_pagina(request, zeef.gevonden.values_list("pk", flat=True))
    context = {
        "filter": zeef,
        "pagina": pagina,
        "rijen": zeef.rijen_van(pagina),
        "vraag": zeef.vraag(),
        "ziet_alle": ziet_alle_werknemers(request.user),
        "cijfers": None if wil_fragment(request) else _cijfers(request),
    }
    return toon(request, "trajects/openheidsdossier/dossiers.html", context, deel="lijst")


@require_safe
@vereist(mag_documenten_zien)
def dossiers_xlsx(request: Verzoek) -> HttpResponse:
    """What the list holds; filters that cannot be are shown there, not in a file."""
    zeef = Dossierfilter(request)
    if not zeef.form.is_valid():
        return redirect(f"{reverse('trajects:dossiers')}?{zeef.vraag()}")
    keuzes = filters_in_woorden(zeef.form)
    return download_lijst(request, "Openheidsdossiers", KOLOMMEN, zeef.rijen, keuzes)


def _cijfers(request: Verzoek) -> dict[str, Any]:
    """Of everybody whom the user sees in service, whatever is chosen below."""
    wie, op = request.user, vandaag()
    diensten = Dienst.objects.zichtbaar_voor(wie).values_list("pk", "naam")
    cijfers = tel_dossiers(op_einde(wie, op), op, wie.organisatie_id, diensten)
    gaten = ((gat.label, aantal, {"ontbreekt": gat.value}) for gat, aantal in cijfers.per_gat)
    return {
        "samen": cijfers.samen,
        "volledig": _cel("volledig", cijfers.samen.volledig, dossier=VOLLEDIG),
        "gaten": [_cel(kop, aantal, **keuze) for kop, aantal, keuze in gaten if aantal],
        "tabellen": list(_tabellen(cijfers, met_begeleiders=ziet_alle_werknemers(wie))),
    }


def _tabellen(cijfers: Dossiercijfers, *, met_begeleiders: bool) -> Iterator[tuple[str, Any]]:
    """For who sees one caseload there is nothing to compare per counsellor."""
    yield "Dienst", _tabel(cijfers.per_dienst, "dienst")
    if met_begeleiders:
        yield "Begeleider", _tabel(cijfers.per_begeleider, "begeleider")


def _tabel(tellingen: Iterable[Dossiertelling], naam: str) -> list[dict[str, Any]]:
    return [{"naam": telling.naam, "cellen": _cellen(telling, naam)} for telling in tellingen]


def _cellen(telling: Dossiertelling, naam: str) -> list[Dossiercel]:
    deze = {naam: ZONDER if telling.sleutel is None else str(telling.sleutel)}
    return [
        _cel("volledig", telling.volledig, **deze, dossier=VOLLEDIG),
        _cel("niet volledig", telling.onvolledig, **deze, dossier=ONVOLLEDIG),
        _cel("in dienst", telling.samen, **deze),
    ]


def _cel(kop: str, aantal: int, **keuze: str) -> Dossiercel:
    return Dossiercel(kop, aantal, f"{adres_van('trajects:dossiers')}?{urlencode(keuze)}#lijst")
