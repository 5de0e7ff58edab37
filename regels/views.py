"""The parameters and start packages the application counts with, and where sources disagree."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.rechten import is_lid, mag_beheer_zien, mag_parameters_bewerken
from gebruikers.verzoek import Verzoek
from gedeeld.grafiek import tijdlijn
from gedeeld.plaatsen import adres
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, toon_formulier, vereist
from regels.domein.parameterbeeld import Parameterbeeld, parameterbeeld, parametergroepen
from regels.domein.parameters import laad_parameterverloop
from regels.domein.vergelijking import vergelijk
from regels.domein.vraagbeheer import noteer_vraag
from regels.domein.wetsvragen import vraagpunten
from regels.forms import Vraagformulier
from regels.keuzes import Parametercode
from regels.models import Startpakket


@require_safe
@vereist(is_lid)
def startpakketten(request: Verzoek) -> HttpResponse:
    pakketten = Startpakket.objects.op(vandaag()).order_by("soort", "-standaard", "variant", "pk")
    vergelijkingen = vergelijk(pakketten.select_related("bron").prefetch_related("schijven"))
    context = {
        "vergelijkingen": vergelijkingen,
        "terug_url": "",
        "terug": "",
        "mag_parameters": mag_beheer_zien(request.user),
    }
    if mag_beheer_zien(request.user):
        context |= {"terug_url": reverse("gebruikers:beheer"), "terug": "Beheer"}
    return render(request, "regels/startpakketten.html", context)


@require_safe
@vereist(mag_beheer_zien)
def parameters(request: Verzoek) -> HttpResponse:
    verloop = laad_parameterverloop(request.user.organisatie_id)
    context = {
        "groepen": parametergroepen(verloop, vandaag()),
        "mag_bewerken": mag_parameters_bewerken(request.user),
    }
    return render(request, "regels/parameters.html", context)


@require_safe
@vereist(mag_beheer_zien)
def parameter(request: Verzoek, code: str) -> HttpResponse:
    if code not in Parametercode.values:
        raise Http404
    verloop = laad_parameterverloop(request.user.organisatie_id)
    beeld = parameterbeeld(verloop, Parametercode(code), vandaag())
    lijn = beeld.tijdlijn
    context = {
        "beeld": beeld,
        "tekening": "" if lijn is None else tijdlijn(lijn, "verloop"),
        "wijzigen": _wijzigen(request, beeld),
    }
    return render(request, "regels/parameter.html", context)


def _wijzigen(request: Verzoek, beeld: Parameterbeeld) -> list[tuple[str, str]]:
    """Address and words of what this user can do; who may not change can try what it does."""
    if not beeld.mag_eigen:
        return []
    waarde = adres("parameter_waarde", beeld.code)
    if not mag_parameters_bewerken(request.user):
        return [(waarde, "Probeer een andere waarde")] if beeld.is_geld else []
    terug = adres("parameter_terug", beeld.code)
    anders = [(terug, "Stop met de eigen waarde")] if beeld.heeft_eigen else []
    return [(waarde, "Zet een eigen waarde"), *anders]


@require_safe
@vereist(mag_beheer_zien)
def vragen(request: Verzoek) -> HttpResponse:
    return render(request, "regels/vragen.html", {"punten": vraagpunten(request.user)})


@require_http_methods(METHODES)
@vereist(mag_beheer_zien)
def vraag(request: Verzoek, code: str) -> HttpResponse:
    punt = next((punt for punt in vraagpunten(request.user) if punt.code == code), None)
    if punt is None:
        raise Http404
    form = Vraagformulier(request.POST or None, initial={"gesteld_op": vandaag()})
    bewaard = form.probeer(
        lambda: noteer_vraag(code=code, door=request.user, op=vandaag(), **form.cleaned_data)
    )
    if bewaard is None:
        return toon_formulier(request, "regels/vraag.html", form, {"punt": punt})
    messages.success(request, "Je vraag is genoteerd.")
    return redirect("regels:vragen")
