"""The search box of the navigation, and what it found."""

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import toon, vereist
from trajects.kader.zoekkeuze import zoektekst
from trajects.paginas.zoeken import zoek_overal
from trajects.rechten import mag_logboek_zien
from werknemers.rechten import mag_werknemers_zien


class Zoekvakformulier(forms.Form):
    zoek = forms.CharField(required=False)


@require_safe
@vereist(mag_werknemers_zien)
def zoeken(request: Verzoek) -> HttpResponse:
    tekst = zoektekst(request.GET.get("zoek", ""))
    form = Zoekvakformulier(initial={"zoek": tekst})
    form.fields["zoek"].label = (
        "Zoek een naam, een nummer of een woord in notities"
        if mag_logboek_zien(request.user)
        else "Zoek een naam of een nummer"
    )
    context = {"form": form, "uitkomst": zoek_overal(request.user, tekst, vandaag())}
    adres = reverse("trajects:zoeken") + (f"?{urlencode({'zoek': tekst})}" if tekst else "")
    return toon(request, "trajects/paginas/zoeken.html", context, deel="gevonden", adres=adres)
