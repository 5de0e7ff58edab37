"""The plan templates of an organisation: the examples, and versions of its own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import METHODES, toon_formulier, vereist
from trajects.models import Plansjabloon, Sjabloonregel
from trajects.plan import sjabloonbeheer
from trajects.plan.forms.sjabloon import Regelformulier, Sjabloonformulier
from trajects.plan.passende_sjablonen import regels_per_doel
from trajects.rechten import mag_planlijsten_beheren


@require_safe
@vereist(mag_planlijsten_beheren)
def lijst(request: Verzoek) -> HttpResponse:
    sjablonen = Plansjabloon.objects.zichtbaar_voor(request.user).met_aantal_regels()
    alle = list(sjablonen.order_by("jaren", "naam", "pk"))
    vervangen = {s.kopie_van_id for s in alle if s.organisatie_id}
    context = {
        "eigen": [s for s in alle if s.organisatie_id],
        "voorbeelden": [(s, s.pk in vervangen) for s in alle if not s.organisatie_id],
    }
    return render(request, "trajects/plan/sjablonen_lijst.html", context)


@require_safe
@vereist(mag_planlijsten_beheren)
def toon(request: Verzoek, pk: int) -> HttpResponse:
    sjabloon = _zoek(request, pk)
    context = {
        "sjabloon": sjabloon,
        "doelen": regels_per_doel(sjabloon),
        "eigen_versie": sjabloon.kopieen.zichtbaar_voor(request.user).first(),
    }
    return render(request, "trajects/plan/sjablonen_sjabloon.html", context)


@require_POST
@vereist(mag_planlijsten_beheren)
def kopieer(request: Verzoek, pk: int) -> HttpResponse:
    try:
        kopie = sjabloonbeheer.kopieer(_zoek(request, pk), door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
        return redirect("trajects:sjablonen")
    messages.success(request, "Dit is nu jullie eigen versie. Pas ze aan zoals je wilt.")
    return redirect("trajects:sjabloon", kopie.pk)


@require_http_methods(METHODES)
@vereist(mag_planlijsten_beheren)
def nieuw(request: Verzoek) -> HttpResponse:
    form = Sjabloonformulier(request.POST or None, record=None)
    gemaakt = form.probeer(
        lambda: sjabloonbeheer.maak_sjabloon(door=request.user, **form.gegevens())
    )
    if gemaakt is None:
        context = {"sjabloon": None, "titel": "Een nieuw plansjabloon"}
        return toon_formulier(request, "trajects/plan/sjablonen_formulier.html", form, context)
    messages.success(request, f"{gemaakt.naam} is gemaakt. Zet er nu acties in.")
    return redirect("trajects:sjabloon", gemaakt.pk)


@require_http_methods(METHODES)
@vereist(mag_planlijsten_beheren)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    sjabloon = _zoek(request, pk)
    form = Sjabloonformulier(request.POST or None, record=sjabloon)
    bewaard = form.probeer(
        lambda: sjabloonbeheer.wijzig_sjabloon(
            sjabloon, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"sjabloon": sjabloon, "titel": f"{sjabloon.naam} wijzigen"}
        return toon_formulier(request, "trajects/plan/sjablonen_formulier.html", form, context)
    messages.success(request, f"{bewaard.naam} is bewaard.")
    return redirect("trajects:sjabloon", pk)


@require_http_methods(METHODES)
@vereist(mag_planlijsten_beheren)
def regel_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    """`?doel=` names the goal that the action joins."""
    sjabloon = _zoek(request, pk)
    begin = {"doel": request.GET.get("doel", "")}
    form = Regelformulier(request.POST or None, record=None, initial=begin)
    toegevoegd = form.probeer(
        lambda: sjabloonbeheer.voeg_regel_toe(sjabloon, door=request.user, **form.gegevens())
    )
    if toegevoegd is None:
        context = {"sjabloon": sjabloon, "titel": "Een actie toevoegen"}
        return toon_formulier(request, "trajects/plan/sjablonen_formulier.html", form, context)
    messages.success(request, "De actie staat in het plan.")
    return redirect("trajects:sjabloon", pk)


@require_http_methods(METHODES)
@vereist(mag_planlijsten_beheren)
def regel(request: Verzoek, pk: int) -> HttpResponse:
    gekozen = _zoek_regel(request, pk)
    form = Regelformulier(request.POST or None, record=gekozen)
    bewaard = form.probeer(
        lambda: sjabloonbeheer.wijzig_regel(
            gekozen, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"sjabloon": gekozen.sjabloon, "titel": "Een actie wijzigen", "regel": gekozen}
        return toon_formulier(request, "trajects/plan/sjablonen_formulier.html", form, context)
    messages.success(request, "De actie is bewaard.")
    return redirect("trajects:sjabloon", gekozen.sjabloon_id)


@require_POST
@vereist(mag_planlijsten_beheren)
def regel_weg(request: Verzoek, pk: int) -> HttpResponse:
    gekozen = _zoek_regel(request, pk)
    try:
        sjabloonbeheer.verwijder_regel(gekozen, door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        messages.success(request, f"“{gekozen.wat}” staat niet meer in het plan.")
    return redirect("trajects:sjabloon", gekozen.sjabloon_id)


def _zoek(request: Verzoek, pk: int) -> Plansjabloon:
    return get_object_or_404(Plansjabloon.objects.zichtbaar_voor(request.user), pk=pk)


def _zoek_regel(request: Verzoek, pk: int) -> Sjabloonregel:
    zichtbaar = Sjabloonregel.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("sjabloon"), pk=pk)
