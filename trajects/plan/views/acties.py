"""Actions of the plan: add, change, done, dropped, taken up again."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.periode import dag_ervoor, plus_dagen
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, kies_pagina, terug_naar, toon, vereist
from trajects.kader.views.inplaats import doe_meteen, klaar, toon_in_plaats, zoek_werknemer
from trajects.keuzes import Standdoel
from trajects.models import Actie, Doel, Randvoorwaarde, Traject
from trajects.plan import acties
from trajects.plan.forms.actie import (
    Actieformulier,
    Actiesluiting,
    Gedaanformulier,
    Vervallenformulier,
)
from trajects.plan.openstaand import open_acties
from trajects.plan.views.doelen import SECTIE
from trajects.rechten import mag_plan_bewerken, mag_plan_zien
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]
# name, what stands in the address
_LIJSTEN: Final = (
    ("Alle", "", ""),
    ("Te laat", "laat", "?welke=laat"),
    ("Binnen 7 dagen", "week", "?welke=week"),
)


@require_safe
@vereist(mag_plan_zien)
def lijst(request: Verzoek) -> HttpResponse:
    """The open actions of everybody whom the user sees: late, due within a week, all."""
    op = vandaag()
    keuzes = {"": None, "laat": dag_ervoor(op), "week": plus_dagen(op, 7)}
    gevraagd = request.GET.get("welke", "")
    welke = gevraagd if gevraagd in keuzes else ""
    acties_ = open_acties(request.user, tot=keuzes[welke])
    adres = reverse("trajects:acties")
    context = {
        "pagina": kies_pagina(request, acties_),
        "punten": [
            {"naam": naam, "url": f"{adres}{vraag}", "actief": sleutel == welke, "aantal": None}
            for naam, sleutel, vraag in _LIJSTEN
        ],
        "vandaag": op,
        "mag_bewerken": mag_plan_bewerken(request.user),
        "terug": request.get_full_path(),
    }
    return toon(request, "trajects/plan/acties.html", context, deel="acties")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    """`?doel=` or `?randvoorwaarde=` says what it hangs on."""
    werknemer = zoek_werknemer(request, pk)
    begin = {naam: als_sleutel(request.GET.get(naam, "")) for naam in ("doel", "randvoorwaarde")}
    form = Actieformulier(
        request.POST or None, record=None, initial=begin, **_haken(request, werknemer)
    )
    actie = form.probeer(
        lambda: acties.voeg_actie_toe(werknemer=werknemer, door=request.user, **form.gegevens())
    )
    if actie is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Een nieuwe actie")
    return klaar(request, werknemer, SECTIE, f"Afgesproken: {actie.wat}.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    actie = _zoek(request, pk)
    werknemer = zoek_werknemer(request, actie.werknemer_id)
    form = Actieformulier(request.POST or None, record=actie, **_haken(request, werknemer, actie))
    bewaard = form.probeer(
        lambda: acties.wijzig_actie(
            actie, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Pas de actie aan")
    return klaar(request, werknemer, SECTIE, "De actie is bewaard.")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def gedaan(request: Verzoek, pk: int) -> HttpResponse:
    """One click says today; the form says when and what came of it."""
    return _sluit(request, pk, Gedaanformulier, acties.rond_af, "Gedaan")


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def vervallen(request: Verzoek, pk: int) -> HttpResponse:
    return _sluit(request, pk, Vervallenformulier, acties.laat_vallen, "Niet meer nodig")


@require_POST
@vereist(mag_plan_bewerken)
def heropen(request: Verzoek, pk: int) -> HttpResponse:
    actie = _zoek(request, pk)
    werknemer = zoek_werknemer(request, actie.werknemer_id)
    return doe_meteen(
        request,
        werknemer,
        SECTIE,
        lambda: acties.heropen(actie, door=request.user),
        f"Weer te doen: {actie.wat}.",
    )


def _sluit(
    request: Verzoek,
    pk: int,
    formulier: type[Actiesluiting],
    functie: Callable[..., Actie],
    woord: str,
) -> HttpResponse:
    actie = _zoek(request, pk)
    werknemer = zoek_werknemer(request, actie.werknemer_id)
    form = formulier(request.POST or None, record=actie)
    gesloten = form.probeer(lambda: functie(actie, door=request.user, **form.slot()))
    if gesloten is None:
        return toon_in_plaats(
            request, werknemer, SECTIE, form, titel=f"{woord}: {actie.wat}", knop="Bewaar"
        )
    melding = f"{woord}: {actie.wat}."
    if adres := terug_naar(request):
        messages.success(request, melding)
        return redirect(adres)
    return klaar(request, werknemer, SECTIE, melding)


def _zoek(request: Verzoek, pk: int) -> Actie:
    zichtbaar = Actie.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("doel__traject"), pk=pk)


def _haken(request: Verzoek, werknemer: Werknemer, actie: Actie | None = None) -> dict[str, Any]:
    """What an action can hang on: the open goals, the one it hangs on now, the preconditions."""
    lopend = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=werknemer)
    kiesbaar = Q(stand=Standdoel.OPEN, traject__in=lopend) | Q(pk=actie.doel_id if actie else None)
    voorwaarden = Randvoorwaarde.objects.zichtbaar_voor(request.user)
    return {
        "doelen": Doel.objects.zichtbaar_voor(request.user).filter(kiesbaar),
        "randvoorwaarden": voorwaarden.filter(werknemer=werknemer),
    }
