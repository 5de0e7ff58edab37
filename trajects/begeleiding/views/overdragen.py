"""A whole caseload goes to another counsellor, when somebody leaves or is away for long."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, vereist
from gedeeld.weergeven import meervoud
from trajects.begeleiding.begeleiderswissels import draag_over
from trajects.begeleiding.caseloadwissels import begeleiders_met_caseload, onbevestigde_wissels
from trajects.begeleiding.forms.begeleiderswissel import Caseloadformulier
from trajects.kader.caseload import caseload
from trajects.rechten import mag_begeleiding_overdragen
from werknemers.rechten import ziet_alle_werknemers


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_begeleiding_overdragen)
def overdragen(request: Verzoek) -> HttpResponse:
    """Choose whose caseload (a counsellor has one), who goes, and to whom."""
    begeleider = _begeleider(request)
    wachten = onbevestigde_wissels(request.user)
    form = _formulier(request, begeleider, [wissel.werknemer_id for wissel in wachten])
    wissels = form.probeer(lambda: _draag_over(request, begeleider, form)) if form else None
    if wissels:
        aantal = meervoud(len(wissels), "werknemer", "werknemers")
        messages.success(request, f"{wissels[0].naar} begeleidt vanaf nu {aantal} meer.")
        return redirect("trajects:overdragen")
    context = {
        "form": form,
        "begeleider": begeleider,
        "begeleiders": _keuze(request.user),
        "wachten": wachten,
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


def _draag_over(request: Verzoek, begeleider: Gebruiker | None, form: Caseloadformulier) -> Any:
    return draag_over(
        form.cleaned_data["werknemers"],
        van=begeleider,
        naar=form.cleaned_data["naar"],
        door=request.user,
        risicos=form.cleaned_data["risicos"],
    )


def _keuze(gebruiker: Gebruiker) -> Any:
    return begeleiders_met_caseload(gebruiker) if ziet_alle_werknemers(gebruiker) else ()
