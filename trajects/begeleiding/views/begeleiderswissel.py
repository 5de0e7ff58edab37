"""One employee goes to another counsellor; the sheet that goes along, and its confirmation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist, wil_fragment
from trajects.begeleiding.begeleiderswissels import bevestig, bevestigt, draag_over, draagt_over
from trajects.begeleiding.forms.begeleiderswissel import Overdraagformulier
from trajects.begeleiding.overdrachtsblad import Overdrachtsblad, notities_op
from trajects.begeleiding.views.team import SECTIE
from trajects.kader.views.inplaats import toon_in_plaats, zoek_werknemer
from trajects.models import Begeleiderswissel
from trajects.rechten import mag_begeleiding_overdragen
from werknemers.models import Werknemer

UITLEG = (
    "Je opvolger krijgt een overdrachtsblad. Daarop komen vanzelf de open acties, de data die "
    "komen, de randvoorwaarden die aandacht vragen, het jobdoelwit en de laatste vijf notities. "
    "Je vertrouwelijke notities blijven bij jou."
)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_begeleiding_overdragen)
def overdragen(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    if not draagt_over(request.user, werknemer):
        raise PermissionDenied
    van = werknemer.begeleider
    form = Overdraagformulier(request.POST or None, door=request.user, huidige=van)
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
            request, werknemer, SECTIE, form, titel=titel, knop="Draag over", uitleg=UITLEG
        )
    messages.success(request, f"{wissels[0].naar} begeleidt {werknemer.naam} vanaf nu.")
    return _ga_naar(request, _na_overdracht(request, werknemer, wissels[0]))


@require_safe
@vereist(mag_begeleiding_overdragen)
def blad(request: Verzoek, pk: int) -> HttpResponse:
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
def bevestig_blad(request: Verzoek, pk: int) -> HttpResponse:
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
