"""Add, change and remove an advice, with what it comes to beside the form."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.meegewist import gaat_mee
from gedeeld.plaatsen import adres
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, toon, toon_formulier, vereist
from gedeeld.weergeven import datum_voluit
from werknemers.domein.adviesvoorstel import voorstel_van
from werknemers.domein.adviezen import verwijder_advies, voeg_advies_toe, wijzig_advies
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.premies import laad_startpakketten
from werknemers.forms.advies import Adviesformulier, Adviesverwijdering
from werknemers.models import Adviesperiode, Werknemer
from werknemers.rechten import mag_werknemers_bewerken
from werknemers.views.opzoeken import zoek_advies, zoek_werknemer


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    return _formulier(request, zoek_werknemer(request, pk), None)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    advies = zoek_advies(request, pk)
    return _formulier(request, advies.werknemer, advies)


@require_safe
@vereist(mag_werknemers_bewerken)
def berekening(request: Verzoek) -> HttpResponse:
    """What the form comes to while it is being filled in."""
    advies = zoek_advies(request, pk) if (pk := _nummer(request, "advies")) else None
    werknemer = zoek_werknemer(request, pk) if (pk := _nummer(request, "werknemer")) else None
    andere = _andere(request, werknemer, advies)
    uitkomst = _reken_uit(Adviesformulier(request.GET, record=advies, andere=andere))
    return toon(request, "werknemers/advies_berekening.html", uitkomst, deel="uitkomst")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    advies = zoek_advies(request, pk)
    form = Adviesverwijdering(request.POST or None, record=advies)
    werknemer = form.probeer(
        lambda: verwijder_advies(advies, door=request.user, gezien=form.gezien_op)
    )
    if werknemer is None:
        context = {"advies": advies, "gaat_mee": gaat_mee(advies)}
        return toon_formulier(request, "werknemers/advies_verwijder.html", form, context)
    messages.success(request, f"Het advies is verwijderd. {_stand(werknemer)}")
    return redirect(adres("werknemer_contract", werknemer.pk))


def _formulier(
    request: Verzoek, werknemer: Werknemer, advies: Adviesperiode | None
) -> HttpResponse:
    opties: dict[str, Any] = {"record": advies, "andere": _andere(request, werknemer, advies)}
    form = Adviesformulier(request.POST or None, **opties)
    if "bereken" in request.POST or "meer_schijven" in request.POST:
        extra = 1 if "meer_schijven" in request.POST else 0
        leeg = Adviesformulier.nog_niet_bewaard(request.POST, extra_rijen=extra, **opties)
        return _pagina(request, leeg, werknemer, advies, _reken_uit(form))
    if form.probeer(lambda: _bewaar(request, form, werknemer, advies)) is not None:
        messages.success(request, f"Het advies is bewaard. {_stand(werknemer)}")
        return redirect(adres("werknemer_contract", werknemer.pk))
    return _pagina(request, form, werknemer, advies, _reken_uit(form))


def _pagina(
    request: Verzoek,
    form: Adviesformulier,
    werknemer: Werknemer,
    advies: Adviesperiode | None,
    uitkomst: dict[str, Any],
) -> HttpResponse:
    context = {"werknemer": werknemer, "advies": advies, **uitkomst}
    template = "werknemers/advies_bewerk.html" if advies else "werknemers/advies_nieuw.html"
    return toon_formulier(request, template, form, context)


def _bewaar(
    request: Verzoek, form: Adviesformulier, werknemer: Werknemer, advies: Adviesperiode | None
) -> Adviesperiode:
    if advies is None:
        return voeg_advies_toe(werknemer=werknemer, door=request.user, **form.gegevens())
    return wijzig_advies(advies, door=request.user, gezien=form.gezien_op, **form.gegevens())


def _reken_uit(form: Adviesformulier) -> dict[str, Any]:
    """The `voorstel`, or the sentences that say why there is none."""
    try:
        if form.is_bound:
            return {"voorstel": form.voorstel(laad_startpakketten()), "weigering": []}
        if form.record is None:
            return {"voorstel": None, "weigering": []}
        voorstel = voorstel_van(form.record, form.andere, laad_startpakketten())
    except ValidationError as weigering:
        return {"voorstel": None, "weigering": weigering.messages}
    return {"voorstel": voorstel, "weigering": []}


def _andere(
    request: Verzoek, werknemer: Werknemer | None, advies: Adviesperiode | None
) -> list[Adviesperiode]:
    """The other advice of the employee."""
    if advies is not None:
        werknemer = advies.werknemer
    alle = Adviesperiode.objects.zichtbaar_voor(request.user).filter(werknemer=werknemer)
    return [ander for ander in alle if advies is None or ander.pk != advies.pk]


def _nummer(request: Verzoek, naam: str) -> int | None:
    return als_sleutel(request.GET.get(naam, ""))


def _stand(werknemer: Werknemer) -> str:
    einde = bepaal(werknemer.adviezen.all(), vandaag()).laatste_dag
    if einde is None:
        return ""
    return f"De ondersteuning van {werknemer.voornaam} loopt t.e.m. {datum_voluit(einde)}."
