"""Who takes part in a training and how it went; the fund; the section on the plan."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Page
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.periode import plus_maanden
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, als_sleutel, kies_pagina, toon_formulier, vereist
from gedeeld.weergeven import meervoud
from trajects.kader.views.inplaats import Sectie, zoek_werknemer
from trajects.kader.views.onderdeel import verwerk
from trajects.kader.views.zoekkeuze import toon_gevonden
from trajects.keuzes import Fondsoordeel
from trajects.models import Deelname
from trajects.rechten import mag_vorming_bewerken, mag_vormingsfonds_zien
from trajects.vorming.deelnemers import deelnames_van, open_voor, te_kiezen
from trajects.vorming.forms import (
    Aanwezigheidsformulier,
    Deelnameformulier,
    Deelnemersformulier,
    Fondsformulier,
    Inschrijfformulier,
)
from trajects.vorming.views.vormingen import deelnames_op, zoek_vorming
from trajects.vorming.vormingen import schrijf_in, schrijf_uit, wijzig_deelname, wijzig_fonds
from trajects.vorming.vormingsfonds import voorstel_voor
from werknemers.models import Werknemer

# An attest that ends within so many months asks for attention.
MAANDEN_VOOR_ATTEST: Final = 3
HOOGSTENS_NAMEN: Final = 10


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    op = vandaag()
    return {
        "deelnames": deelnames_van(werknemer).zichtbaar_voor(gebruiker),
        "vandaag": op,
        "binnenkort": plus_maanden(op, MAANDEN_VOOR_ATTEST),
        "mag_bewerken": mag_vorming_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("vorming", "Vorming", "trajects:plan", _lees, "vorming")


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def inschrijven(request: Verzoek, pk: int) -> HttpResponse:
    """Put one employee on a training that is still to come, from the plan."""
    werknemer = zoek_werknemer(request, pk)
    form = Inschrijfformulier(request.POST or None, vormingen=open_voor(werknemer, vandaag()))
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: schrijf_in(form.cleaned_data["vorming"], [werknemer], door=request.user),
        titel=f"Schrijf {werknemer.voornaam} in",
        knop="Schrijf in",
        uitleg="Je kiest uit de vormingen die nog komen of bezig zijn.",
        melding=lambda _: f"{werknemer.voornaam} doet mee aan {form.cleaned_data['vorming']}.",
    )


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def deelnemers(request: Verzoek, pk: int) -> HttpResponse:
    """Add people to a training."""
    vorming = zoek_vorming(request, pk)
    erbij = frozenset(vorming.deelnames.values_list("werknemer", flat=True))
    form = Deelnemersformulier(
        request.POST or None,
        mensen=te_kiezen(request.user, vandaag()),
        erbij=erbij,
        zoek_url=f"{reverse('trajects:deelnemers_zoeken')}?vorming={pk}",
    )
    nieuw = form.probeer(lambda: schrijf_in(vorming, form.gekozen(), door=request.user))
    if nieuw is None:
        context = {"vorming": vorming, "titel": "Deelnemers toevoegen"}
        return toon_formulier(request, "trajects/vorming/formulier.html", form, context)
    if nieuw:
        messages.success(request, f"{meervoud(len(nieuw), 'deelnemer', 'deelnemers')} toegevoegd.")
    al = form.gekozen().exclude(pk__in=[deelname.werknemer_id for deelname in nieuw])
    if al:
        messages.info(request, f"Deed al mee: {_namen(list(al))}.")
    return redirect("trajects:vorming", pk)


def _namen(mensen: list[Werknemer]) -> str:
    """A sentence holds so many names; of a whole service the others are counted."""
    rest = len(mensen) - HOOGSTENS_NAMEN
    namen = ", ".join(werknemer.naam for werknemer in mensen[:HOOGSTENS_NAMEN])
    return f"{namen} en nog {rest}" if rest > 0 else namen


@require_safe
@vereist(mag_vorming_bewerken)
def deelnemers_zoeken(request: Verzoek) -> HttpResponse:
    """The answer in place to who looks for participants; of `?vorming=` some take part already."""
    vorming = als_sleutel(request.GET.get("vorming", ""))
    deelnames = Deelname.objects.zichtbaar_voor(request.user).filter(vorming=vorming)
    return toon_gevonden(
        request,
        "deelnemers",
        te_kiezen(request.user, vandaag()),
        soort="checkbox",
        al=deelnames.values_list("werknemer", flat=True),
    )


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def aanwezigheid(request: Verzoek, pk: int) -> HttpResponse:
    """After the training, for a page of people at once, then for the next page; each row is saved
    or refused by itself."""
    vorming = zoek_vorming(request, pk)
    pagina = kies_pagina(request, deelnames_op(request, vorming))
    formulieren = [
        (
            deelname,
            Aanwezigheidsformulier(request.POST or None, record=deelname, prefix=f"d{deelname.pk}"),
        )
        for deelname in pagina
    ]
    bewaard = [_bewaar(request, deelname, form) for deelname, form in formulieren]
    if request.method == "POST" and bewaard and all(bewaard):
        messages.success(request, "De aanwezigheden zijn bewaard.")
        return redirect(_na_aanwezigheid(pk, pagina))
    status = 422 if request.method == "POST" else 200
    # A row that was saved is shown as it is now: what the user saw of it before is out of date.
    rijen = [
        (nu, Aanwezigheidsformulier(record=nu, prefix=form.prefix)) if nu else (deelname, form)
        for nu, (deelname, form) in zip(bewaard, formulieren, strict=True)
    ]
    context = {"vorming": vorming, "formulieren": rijen, "pagina": pagina}
    return render(request, "trajects/vorming/aanwezigheid.html", context, status=status)


def _na_aanwezigheid(pk: int, pagina: Page[Deelname]) -> str:
    """The people of the next page; after the last one the training."""
    if not pagina.has_next():
        return reverse("trajects:vorming", args=[pk])
    adres = reverse("trajects:vorming_aanwezigheid", args=[pk])
    return f"{adres}?pagina={pagina.next_page_number()}"


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def deelname(request: Verzoek, pk: int) -> HttpResponse:
    gekozen = _zoek_deelname(request, pk)
    form = Deelnameformulier(request.POST or None, request.FILES or None, record=gekozen)
    if _bewaar(request, gekozen, form):
        messages.success(request, f"De deelname van {gekozen.werknemer.naam} is bewaard.")
        return redirect("trajects:vorming", gekozen.vorming_id)
    context = {"vorming": gekozen.vorming, "titel": gekozen.werknemer.naam, "deelname": gekozen}
    return toon_formulier(request, "trajects/vorming/formulier.html", form, context)


@require_http_methods(METHODES)
@vereist(mag_vorming_bewerken)
def deelname_weg(request: Verzoek, pk: int) -> HttpResponse:
    """Asks before it takes somebody off: the files of the participation go too."""
    gekozen = _zoek_deelname(request, pk)
    if request.method != "POST":
        context = {"deelname": gekozen, "bestanden": gekozen.bijlagen.count()}
        return render(request, "trajects/vorming/uitschrijven.html", context)
    try:
        schrijf_uit(gekozen, door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        messages.success(request, f"{gekozen.werknemer.naam} doet niet meer mee.")
    return redirect("trajects:vorming", gekozen.vorming_id)


@require_http_methods(METHODES)
@vereist(mag_vormingsfonds_zien)
def fonds(request: Verzoek, pk: int) -> HttpResponse:
    vorming = zoek_vorming(request, pk)
    onbekend = vorming.fondsoordeel == Fondsoordeel.ONBEKEND
    form = Fondsformulier(
        request.POST or None,
        request.FILES or None,
        record=vorming,
        initial={"fondsoordeel": voorstel_voor(vorming.formule)} if onbekend else {},
    )
    bewaard = form.probeer(
        lambda: wijzig_fonds(
            vorming,
            door=request.user,
            gezien=form.gezien_op,
            bijlagen=form.cleaned_data["bewijs"],
            **form.gegevens(),
        )
    )
    if bewaard is None:
        context = {"vorming": vorming, "titel": "Vormingsfonds LDE"}
        return toon_formulier(request, "trajects/vorming/formulier.html", form, context)
    messages.success(request, "Wat je over het fonds invulde, is bewaard.")
    return redirect("trajects:vorming", pk)


def _bewaar(request: Verzoek, gekozen: Deelname, form: Deelnameformulier) -> Deelname | None:
    return form.probeer(
        lambda: wijzig_deelname(
            gekozen,
            door=request.user,
            gezien=form.gezien_op,
            bijlagen=form.cleaned_data.get("attestbestand", ()),
            **form.gegevens(),
        )
    )


def _zoek_deelname(request: Verzoek, pk: int) -> Deelname:
    zichtbaar = Deelname.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("vorming", "werknemer"), pk=pk)
