"""Who guides an employee; and an employee, or a whole caseload, that goes to another counsellor."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from gebruikers.domein.vervangingen import lees_vervangers
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gebruikers.verzoek import Verzoek
from gedeeld.meelezen import als_record, mee
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, als_sleutel, kies_pagina, vereist, wil_fragment
from gedeeld.weergeven import meervoud
from trajects.begeleiding.begeleiderswissels import bevestig, bevestigt, draag_over, draagt_over
from trajects.begeleiding.begeleidingsteam import leg_team_vast
from trajects.begeleiding.caseloadwissels import begeleiders_met_caseload, onbevestigde_wissels
from trajects.begeleiding.forms import Caseloadformulier, Overdraagformulier, Teamformulier
from trajects.begeleiding.overdrachtsblad import Overdrachtsblad, notities_op
from trajects.kader.caseload import caseload
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, toon_in_plaats, zoek_werknemer
from trajects.kader.views.onderdeel import verwerk
from trajects.models import Begeleiderswissel, Begeleidingsteam
from trajects.rechten import mag_begeleiding_overdragen, mag_logboek_zien, mag_plan_bewerken
from werknemers.models import Werknemer
from werknemers.rechten import ziet_alle_werknemers

_UITLEG: Final = (
    "Je opvolger krijgt een overdrachtsblad. Daarop komen vanzelf de open acties, de data die "
    "komen, de randvoorwaarden die aandacht vragen, het jobdoelwit en de laatste vijf notities. "
    "Je vertrouwelijke notities blijven bij jou."
)


# --- who guides ------------------------------------------------------------------------------


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    lijst = [_wissel(**rij) for rij in werknemer.wisselrijen or ()]  # type: ignore[attr-defined]
    return {
        "team": _team(werknemer),
        "vervangingen": lees_vervangers(werknemer.vervangers),  # type: ignore[attr-defined]
        "wissels": lijst,
        "wacht": any(wissel.bevestigd_op is None for wissel in lijst),
        "is_weg": is_vertrokken(werknemer.contracten.all(), vandaag()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
        "mag_overdragen": draagt_over(gebruiker, werknemer),
        "mag_blad": mag_logboek_zien(gebruiker),
    }


def _wissels_erbij(gebruiker: HeeftRol) -> dict[str, Any]:
    """As much of each change of hands as a line shows: without the sheet."""
    wissels = Begeleiderswissel.objects.zichtbaar_voor(gebruiker)
    eigen = wissels.filter(werknemer=OuterRef("pk"))
    van, naar = (
        JSONObject(voornaam=f"{wie}__voornaam", naam=f"{wie}__naam") for wie in ("van", "naar")
    )
    return {"wisselrijen": mee(eigen, "pk", "op", "bevestigd_op", van=van, naar=naar)}


def _wissel(van: dict[str, str | None], naar: dict[str, str], **velden: Any) -> Begeleiderswissel:
    wissel = als_record(Begeleiderswissel, velden)
    wissel.van, wissel.naar = Gebruiker(**van) if van["naam"] else None, Gebruiker(**naar)
    return wissel


SECTIE: Final = Sectie(
    "team", "Begeleiding", "trajects:werknemer", _lees, "begeleiding", _wissels_erbij
)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def team_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    team = _team(werknemer)
    form = Teamformulier(request.POST or None, record=team)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: leg_team_vast(
            werknemer=werknemer,
            team=team,
            door=request.user,
            gezien=form.gezien_op,
            **form.gegevens(),
        ),
        titel="Wie begeleidt op de werkvloer?",
        melding="De begeleiding is bewaard.",
    )


def _team(werknemer: Werknemer) -> Begeleidingsteam | None:
    """From the employee, whom the page has loaded with it."""
    return getattr(werknemer, "begeleidingsteam", None)


# --- one employee ----------------------------------------------------------------------------


@require_http_methods(METHODES)
@vereist(mag_begeleiding_overdragen)
def draag_werknemer_over(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    if not draagt_over(request.user, werknemer):
        raise PermissionDenied
    van = werknemer.begeleider
    samen = f"{reverse('trajects:overdragen')}?begeleider={(van or request.user).pk}"
    form = Overdraagformulier(request.POST or None, door=request.user, huidige=van, samen=samen)
    wissels = form.probeer(
        lambda: draag_over(
            [werknemer],
            van=van,
            naar=form.cleaned_data["naar"],
            door=request.user,
            risicos=form.cleaned_data["risicos"],
        )
    )
    if wissels is None:
        titel = f"Draag {werknemer.voornaam} over"
        return toon_in_plaats(
            request, werknemer, SECTIE, form, titel=titel, knop="Draag over", uitleg=_UITLEG
        )
    messages.success(request, f"{wissels[0].naar} begeleidt {werknemer.naam} vanaf nu.")
    return _ga_naar(request, _na_overdracht(request, werknemer, wissels[0]))


@require_safe
@vereist(mag_begeleiding_overdragen)
def overdrachtsblad(request: Verzoek, pk: int) -> HttpResponse:
    """The sheet as it was on the day; its notes as far as this reader may read them."""
    wissel = _zoek(request, pk)
    inhoud = Overdrachtsblad.uit_json(wissel.blad)
    context = {
        "wissel": wissel,
        "blad": inhoud,
        "notities": notities_op(inhoud, request.user),
        "mag_bevestigen": not wissel.bevestigd_op and bevestigt(request.user, wissel),
        "eigen": wissel.naar_id == request.user.pk,
    }
    return render(request, "trajects/begeleiding/overdrachtsblad.html", context)


@require_POST
@vereist(mag_begeleiding_overdragen)
def overdrachtsblad_bevestig(request: Verzoek, pk: int) -> HttpResponse:
    wissel = _zoek(request, pk)
    try:
        bevestig(wissel, door=request.user)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, f"De overdracht van {wissel.werknemer.naam} is bevestigd.")
    return redirect("trajects:overdrachtsblad", pk)


def _zoek(request: Verzoek, pk: int) -> Begeleiderswissel:
    wissels = Begeleiderswissel.objects.zichtbaar_voor(request.user)
    return get_object_or_404(
        wissels.select_related("werknemer", "van", "naar", "door", "bevestigd_door"), pk=pk
    )


def _na_overdracht(request: Verzoek, werknemer: Werknemer, wissel: Begeleiderswissel) -> str:
    """The sheet, or Vandaag for who does not see the employee any more."""
    if Werknemer.objects.zichtbaar_voor(request.user).filter(pk=werknemer.pk).exists():
        return reverse("trajects:overdrachtsblad", args=[wissel.pk])
    return reverse("trajects:vandaag")


def _ga_naar(request: Verzoek, adres: str) -> HttpResponse:
    return HttpResponseClientRedirect(adres) if wil_fragment(request) else redirect(adres)


# --- a whole caseload ------------------------------------------------------------------------


@require_http_methods(METHODES)
@vereist(mag_begeleiding_overdragen)
def overdragen(request: Verzoek) -> HttpResponse:
    """Choose whose caseload (a counsellor has one), who goes, and to whom."""
    begeleider = _begeleider(request)
    wachten = onbevestigde_wissels(request.user)
    form = _formulier(request, begeleider, [wissel.werknemer_id for wissel in wachten])
    wissels = form.probeer(lambda: _draag_allen_over(request, begeleider, form)) if form else None
    if wissels:
        aantal = meervoud(len(wissels), "werknemer", "werknemers")
        messages.success(request, f"{wissels[0].naar} begeleidt vanaf nu {aantal} meer.")
        return redirect("trajects:overdragen")
    context = {
        "form": form,
        "begeleider": begeleider,
        "begeleiders": _keuze(request.user),
        "pagina": kies_pagina(request, wachten),
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "trajects/begeleiding/overdragen.html", context, status=status)


def _begeleider(request: Verzoek) -> Gebruiker | None:
    """Whose caseload the address names: the own one, and any other for a coordinator."""
    gevraagd = request.GET.get("begeleider")
    if gevraagd is None:
        if not ziet_alle_werknemers(request.user):
            return request.user
        if request.method == "POST":
            raise Http404
        return None
    if not ziet_alle_werknemers(request.user) and als_sleutel(gevraagd) != request.user.pk:
        raise Http404
    zichtbaar = Gebruiker.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar, pk=als_sleutel(gevraagd))


def _formulier(
    request: Verzoek, begeleider: Gebruiker | None, wachten: list[int]
) -> Caseloadformulier | None:
    """Without those whose earlier hand-over is not confirmed yet."""
    if begeleider is None:
        return None
    rijen = caseload(request.user, vandaag(), ook_uit_dienst=True).gesorteerd("naam")
    return Caseloadformulier(
        request.POST if request.method == "POST" else None,
        door=request.user,
        huidige=begeleider,
        caseload=rijen.filter(begeleider=begeleider).exclude(pk__in=wachten),
    )


def _draag_allen_over(
    request: Verzoek, begeleider: Gebruiker | None, form: Caseloadformulier
) -> Any:
    return draag_over(
        form.cleaned_data["werknemers"],
        van=begeleider,
        naar=form.cleaned_data["naar"],
        door=request.user,
        risicos=form.cleaned_data["risicos"],
    )


def _keuze(gebruiker: Gebruiker) -> Any:
    return begeleiders_met_caseload(gebruiker) if ziet_alle_werknemers(gebruiker) else ()
