"""Who stands in for whom, and when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.domein.vervangingen import (
    in_dagen,
    onvervangen,
    rooster_van,
    zonder_vervanger_door,
)
from gebruikers.domein.waarnemingen import beeindig_waarneming, regel_waarneming
from gebruikers.forms import WaarnemingFormulier
from gebruikers.models import Waarneming
from gebruikers.rechten import mag_waarneming_regelen
from gebruikers.verzoek import Verzoek
from gedeeld.periode import plus_maanden
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, kies_pagina, toon_formulier, vereist


@require_safe
@vereist(mag_waarneming_regelen)
def lijst(request: Verzoek) -> HttpResponse:
    """Those of now and later, and those that ended in the last year; with the days on which nobody
    stands in after all."""
    zichtbaar = Waarneming.objects.zichtbaar_voor(request.user)
    recent = zichtbaar.sinds(plus_maanden(vandaag(), -12))
    waarnemingen = recent.select_related("begeleider", "vervanger").order_by("-periode", "pk")
    rooster = rooster_van(request.user, vandaag())
    weg = {regel.pk: in_dagen(onvervangen(regel, rooster)) for regel in rooster}
    pagina = kies_pagina(request, waarnemingen)
    context = {
        "pagina": pagina,
        "rijen": [(waarneming, weg.get(waarneming.pk, "")) for waarneming in pagina],
        "vandaag": vandaag(),
    }
    return render(request, "gebruikers/waarnemingen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_waarneming_regelen)
def nieuw(request: Verzoek) -> HttpResponse:
    """A link may say who is away."""
    begin = {"van": vandaag(), "begeleider": als_sleutel(request.GET.get("begeleider", ""))}
    form = WaarnemingFormulier(request.POST or None, door=request.user, initial=begin)
    waarneming = form.probeer(
        lambda: regel_waarneming(
            begeleider=form.cleaned_data["begeleider"],
            vervanger=form.cleaned_data["vervanger"],
            periode=form.cleaned_data["periode"],
            door=request.user,
        )
    )
    if waarneming is None:
        return toon_formulier(request, "gebruikers/waarneming_nieuw.html", form)
    messages.success(request, "De vervanging is geregeld.")
    for zin in zonder_vervanger_door(waarneming.begeleider, door=request.user):
        messages.warning(request, zin)
    return redirect("gebruikers:waarnemingen")


@require_POST
@vereist(mag_waarneming_regelen)
def beeindig(request: Verzoek, pk: int) -> HttpResponse:
    waarneming = get_object_or_404(Waarneming.objects.zichtbaar_voor(request.user), pk=pk)
    beeindig_waarneming(waarneming=waarneming, door=request.user)
    messages.success(request, "De vervanging is gestopt.")
    return redirect("gebruikers:waarnemingen")
