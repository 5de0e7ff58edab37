"""The trainings of the organisation: the list, and one training."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, kies_pagina, toon, toon_formulier, vereist
from regels.domein.parameters import laad_parameters
from trajects.kader.views.tabbladen import tabbladen
from trajects.models import Bijlage, Deelname, Vormingsactie
from trajects.models.vorming import DeelnameQuerySet
from trajects.rechten import mag_vorming_bewerken, mag_vorming_zien, mag_vormingsfonds_zien
from trajects.vorming.deelnemers import te_kiezen, ziet_alle_deelnemers
from trajects.vorming.filters import VormingFilter
from trajects.vorming.forms import Vormingsformulier
from trajects.vorming.vormingen import annuleer, voeg_vorming_toe, wijzig_vorming
from trajects.vorming.vormingscijfers import gevolgd_per_werknemer, per_werknemer, tel_geld
from trajects.vorming.vormingsfonds import aandachtspunten, gevraagd_in
from werknemers.models import Werknemer


@require_safe
@vereist(mag_vorming_zien)
def lijst(request: Verzoek) -> HttpResponse:
    zeef = VormingFilter(request)
    op = vandaag()
    pagina = kies_pagina(request, zeef.gevonden.met_deelnemers().order_by("-periode", "pk"))
    werknemer, geld = zeef.werknemer_gekozen, zeef.geld_gekozen
    deelnames = {d.vorming_id: d for d in zeef.deelnames.van(pagina)} if werknemer else {}
    context = {
        "zeef": zeef,
        "pagina": pagina,
        "rijen": [(v, v.stand_op(op), deelnames.get(v.pk)) for v in pagina],
        "werknemer": werknemer,
        "gevolgd": per_werknemer(gevolgd_per_werknemer(zeef.deelnames)) if werknemer else [],
        "geld": tel_geld(zeef.gevonden, [geld])[0] if geld else None,
        "punten": tabbladen(request.user, "vormingen"),
        "vraag": zeef.vraag(),
        "mag_bewerken": mag_vorming_bewerken(request.user),
    }
    return toon(request, "trajects/vorming/lijst.html", context, deel="lijst")


@require_safe
@vereist(mag_vorming_zien)
def vorming_pagina(request: Verzoek, pk: int) -> HttpResponse:
    vorming = zoek_vorming(request, pk)
    pagina = kies_pagina(request, deelnames_op(request, vorming))
    deelnemers = pagina.paginator.count
    bijlagen = Bijlage.objects.zichtbaar_voor(request.user).zonder_inhoud()
    context = {
        "vorming": vorming,
        "stand": vorming.stand_op(vandaag()),
        "pagina": pagina,
        "anderen": vorming.deelnames.count() - deelnemers,
        "bewijs": bijlagen.filter(vorming=vorming),
        "ziet_geld": mag_vormingsfonds_zien(request.user),
        "aandacht": _aandacht(request, vorming, deelnemers),
        "mag_bewerken": mag_vorming_bewerken(request.user),
        "mag_wijzigen": ziet_alle_deelnemers(vorming, request.user),
    }
    return render(request, "trajects/vorming/pagina.html", context)


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def nieuw(request: Verzoek) -> HttpResponse:
    """`?werknemer=` ticks that one already."""
    gekozen = {"deelnemers": [request.GET.get("werknemer", "")]}
    mensen, zoek_url = te_kiezen(request.user, vandaag()), reverse("trajects:deelnemers_zoeken")
    form = _formulier(request, None, mensen=mensen, initial=gekozen, zoek_url=zoek_url)
    vorming = form.probeer(
        lambda: voeg_vorming_toe(door=request.user, deelnemers=form.gekozen(), **form.gegevens())
    )
    if vorming is None:
        return toon_formulier(request, "trajects/vorming/nieuw.html", form)
    messages.success(request, f"{vorming.titel} is toegevoegd.")
    return redirect("trajects:vorming", vorming.pk)


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    vorming = zoek_vorming(request, pk)
    form = _formulier(request, vorming, mensen=Werknemer.objects.none())
    bewaard = form.probeer(
        lambda: wijzig_vorming(vorming, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if bewaard is None:
        context = {"vorming": vorming, "titel": "Pas de vorming aan"}
        return toon_formulier(request, "trajects/vorming/formulier.html", form, context)
    messages.success(request, f"{bewaard.titel} is bewaard.")
    return redirect("trajects:vorming", pk)


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def zet_geannuleerd(request: Verzoek, pk: int) -> HttpResponse:
    """Asks before it calls a training off; with `door=ja` it goes on after all."""
    vorming = zoek_vorming(request, pk)
    if request.method != "POST":
        context = {"vorming": vorming, "aantal": vorming.deelnames.count()}
        return render(request, "trajects/vorming/annuleer.html", context)
    gaat_door = request.POST.get("door") == "ja"
    try:
        vorming = annuleer(vorming, door=request.user, geannuleerd=not gaat_door)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        woord = "gaat toch door" if gaat_door else "is geannuleerd"
        messages.success(request, f"{vorming.titel} {woord}.")
    return redirect("trajects:vorming", pk)


def zoek_vorming(request: Verzoek, pk: int) -> Vormingsactie:
    return get_object_or_404(Vormingsactie.objects.zichtbaar_voor(request.user), pk=pk)


def deelnames_op(request: Verzoek, vorming: Vormingsactie) -> DeelnameQuerySet:
    """The participations that this user may see, by name, with their files."""
    deelnames = Deelname.objects.zichtbaar_voor(request.user).filter(vorming=vorming)
    op_naam = deelnames.order_by("werknemer__familienaam", "werknemer__voornaam", "pk")
    bestanden = Bijlage.objects.zichtbaar_voor(request.user).zonder_inhoud()
    met_bestanden = Prefetch("bijlagen", bestanden, to_attr="bestanden")
    met_namen = op_naam.select_related("werknemer").defer("werknemer__insz")
    return met_namen.prefetch_related(met_bestanden)


def _formulier(request: Verzoek, vorming: Vormingsactie | None, **opties: Any) -> Vormingsformulier:
    ziet_geld = mag_vormingsfonds_zien(request.user)
    return Vormingsformulier(request.POST or None, record=vorming, ziet_geld=ziet_geld, **opties)


def _aandacht(request: Verzoek, vorming: Vormingsactie, deelnemers: int) -> list[str]:
    """What the fund's limits say, for who may see its money."""
    if not mag_vormingsfonds_zien(request.user):
        return []
    regels = laad_parameters(vorming.periode.van, vorming.organisatie_id)
    gevraagd = gevraagd_in(vorming.organisatie_id, vorming.periode.van.year)
    return aandachtspunten(vorming, deelnemers, gevraagd, regels)
