"""What a scenario does to whom: everybody in a list, one employee in a form."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.rekenmodel.persoon import Persoon, steun_tot
from financiering.domein.scenario_in_woorden import inhoud_van
from financiering.domein.scenariobeheer import stel_werknemer_in
from financiering.domein.verlengbaarheid import verlengbaarheid
from financiering.domein.werknemerkeuze import geplande_dag
from financiering.forms.werknemerkeuze import Scenariowerknemerformulier
from financiering.rechten import mag_financiering_bewerken
from financiering.views.scenariokeuze import (
    organisatie_van,
    tijdvak,
    zoek_scenario,
)
from financiering.views.vraag import kies_toekomst
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.periode import dag_ervoor
from gedeeld.tijd import vandaag
from gedeeld.web import kies_pagina, toon_formulier, vereist
from trajects.kader.zoekkeuze import zoektekst
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Keuzerij:
    """`gepland`: the day the trajectory aims at. `zinnen`: what the scenario says instead."""

    sleutel: int
    naam: str
    steun_tem: date | None
    gepland: date | None
    zinnen: tuple[str, ...]


@require_safe
@vereist(mag_financiering_bewerken)
def lijst(request: Verzoek, pk: int) -> HttpResponse:
    toekomst = kies_toekomst(request, str(pk))
    gegevens = laad_gegevens(organisatie_van(request), tijdvak())
    inhoud = inhoud_van(toekomst, gegevens)
    anders = {regel.sleutel: regel.zinnen for regel in inhoud.werknemers}
    zoek = zoektekst(request.GET.get("zoek", ""))
    pagina = kies_pagina(request, _gevonden(gegevens, request.user, zoek))
    context = {
        "scenario": toekomst.eigen,
        "pagina": pagina,
        "rijen": [_rij(gegevens.stand.mensen[rij], gegevens, anders) for rij in pagina],
        "zoek": zoek,
    }
    return render(request, "financiering/scenarios/werknemers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def bewerk(request: Verzoek, pk: int, werknemer: int) -> HttpResponse:
    scenario = zoek_scenario(request, pk)
    wie = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=werknemer)
    stand = verlengbaarheid(wie, vandaag())
    opties: dict[str, Any] = {"record": scenario, "werknemer": wie, "stand": stand}
    form = Scenariowerknemerformulier(request.POST or None, gepland=geplande_dag(wie), **opties)
    bewaard = form.probeer(
        lambda: stel_werknemer_in(
            scenario,
            door=request.user,
            gezien=form.gezien_op,
            werknemer=wie,
            keuze=form.keuze(),
        )
    )
    if bewaard is None:
        context = {"scenario": scenario, "werknemer": wie, "stand": stand}
        return toon_formulier(request, "financiering/scenarios/werknemer.html", form, context)
    messages.success(request, f"{wie.naam} is ingesteld in “{scenario}”.")
    return redirect("financiering:scenario", pk=pk)


def _gevonden(gegevens: Gegevens, gebruiker: Gebruiker, zoek: str) -> list[int]:
    """The rows of those who are found by what was typed; who loses support first, first."""
    mensen = gegevens.stand.mensen
    einden = [steun_tot(adviezen) or date.max for adviezen in mensen.steun]
    rijen = [
        (einden[verloop], naam.casefold(), rij)
        for rij, (naam, verloop) in enumerate(zip(mensen.namen, mensen.verloop, strict=True))
    ]
    if zoek:
        zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker)
        gevonden = map(str, zichtbaar.zoek(zoek).values_list("pk", flat=True))
        gezocht = {mensen.rij_van[sleutel] for sleutel in gevonden if sleutel in mensen.rij_van}
        rijen = [regel for regel in rijen if regel[2] in gezocht]
    return [rij for _, _, rij in sorted(rijen)]


def _rij(persoon: Persoon, gegevens: Gegevens, anders: dict[int, tuple[str, ...]]) -> Keuzerij:
    tot = persoon.steun_tot
    return Keuzerij(
        sleutel=int(persoon.sleutel),
        naam=persoon.naam,
        steun_tem=dag_ervoor(tot) if tot else None,
        gepland=gegevens.gepland.get(persoon.sleutel),
        zinnen=anders.get(int(persoon.sleutel), ()),
    )
