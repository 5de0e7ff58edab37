"""The page on which a user arranges a calendar, and what that calendar reads."""

from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.adressen import adres_van
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from trajects.kalender.agendakoppelingen import kies_titels, maak_adres, stop_koppeling
from trajects.kalender.agendasleutel import wie_heeft
from trajects.kalender.exports import SOORT, als_kalender
from trajects.kalender.forms import Adresformulier, Titelformulier
from trajects.kalender.kalenderbeeld import lees_kalender
from trajects.models import Agendakoppeling
from trajects.rechten import mag_agenda_koppelen

# Of the form for an address, which stands beside that of the titles.
_ADRES: Final = "adres"


@require_safe
@vereist(mag_agenda_koppelen)
def mijn_agenda(request: Verzoek) -> HttpResponse:
    return _pagina(request, _koppeling(request))


@require_POST
@vereist(mag_agenda_koppelen)
def agenda_adres(request: Verzoek) -> HttpResponse:
    """The page with the address on it, this once: nothing else may know it, so nothing leads on."""
    koppeling = _koppeling(request)
    form = Adresformulier(request.POST, record=koppeling, prefix=_ADRES)
    gezien = form.gezien_op if koppeling else None
    gemaakt = form.probeer(lambda: maak_adres(koppeling, door=request.user, gezien=gezien))
    if gemaakt is None:
        return _pagina(request, koppeling, adresform=form)
    nieuw, sleutel = gemaakt
    return _pagina(request, nieuw, pad=adres_van("trajects:agenda_ics", sleutel))


@require_POST
@vereist(mag_agenda_koppelen)
def agenda_titels(request: Verzoek) -> HttpResponse:
    koppeling = get_object_or_404(Agendakoppeling.objects.zichtbaar_voor(request.user))
    form = Titelformulier(request.POST, record=koppeling)
    gekozen = form.probeer(
        lambda: kies_titels(koppeling, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if gekozen is None:
        return _pagina(request, koppeling, titelform=form)
    messages.success(request, "De titels zijn bewaard. Je agenda neemt ze straks over.")
    return redirect("trajects:mijn_agenda")


@require_POST
@vereist(mag_agenda_koppelen)
def agenda_stop(request: Verzoek) -> HttpResponse:
    koppeling = get_object_or_404(Agendakoppeling.objects.zichtbaar_voor(request.user))
    stop_koppeling(koppeling, door=request.user)
    messages.success(request, "Het adres werkt niet meer.")
    return redirect("trajects:mijn_agenda")


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
@conditional_page
def agenda_ics(request: HttpRequest, sleutel: str) -> HttpResponse:
    """What is planned for whoever has this key, with the rights of this moment."""
    gevonden = wie_heeft(sleutel)
    if gevonden is None:
        raise Http404
    gebruiker, koppeling = gevonden
    regels = lees_kalender(gebruiker, koppeling.titels, vandaag())
    return HttpResponse(als_kalender(regels, koppeling), content_type=SOORT)


def _koppeling(request: Verzoek) -> Agendakoppeling | None:
    return Agendakoppeling.objects.zichtbaar_voor(request.user).first()


def _pagina(
    request: Verzoek,
    koppeling: Agendakoppeling | None,
    *,
    pad: str = "",
    adresform: Bewerkformulier | None = None,
    titelform: Bewerkformulier | None = None,
) -> HttpResponse:
    """`pad` is that of the feed, when it was just made."""
    context: dict[str, Any] = {
        "koppeling": koppeling,
        "adresform": adresform or Adresformulier(record=koppeling, prefix=_ADRES),
        "titelform": titelform or (Titelformulier(record=koppeling) if koppeling else None),
        "adres": f"{settings.BASIS_URL}{pad}" if pad else "",
    }
    status = 422 if adresform or titelform else 200
    return render(request, "trajects/kalender/pagina.html", context, status=status)
