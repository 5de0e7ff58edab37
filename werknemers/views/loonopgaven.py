"""What the payroll office counted: who has it, how it comes in, and what is typed by hand."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.adreskeuze import kies
from gedeeld.kwartaal import Kwartaal
from gedeeld.plaatsen import adres
from gedeeld.taken.deurbel import bel_na_commit
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, kies_pagina, toon_formulier, vereist
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.loonlijst import MET, ZONDER, Loonlijst, lees_loonlijst, vorig_kwartaal
from werknemers.domein.loonopgaven import verwijder_opgave, voeg_opgave_toe, wijzig_opgave
from werknemers.domein.loonvergelijking import Loonoordeel
from werknemers.forms.loonopgave import (
    Loonlijstformulier,
    Loonopgaveformulier,
    Loonopgaveverwijdering,
)
from werknemers.rechten import mag_importeren, mag_lonen_zien
from werknemers.tasks import lees_importopdracht
from werknemers.views.opzoeken import zoek_loonopgave, zoek_werknemer

_EERSTE_JAAR: Final = 2000
_DELEN: Final = (("", "Allemaal"), (MET, "Met opgave"), (ZONDER, "Zonder opgave"))


@require_safe
@vereist(mag_lonen_zien)
def lijst(request: Verzoek, kwartaal: str = "") -> HttpResponse:
    """Everybody with a contract in a quarter, with or without a record; the last one that is over
    when the address names none."""
    gekozen = _lees_kwartaal(kwartaal) if kwartaal else vorig_kwartaal()
    deel = kies(request, "toon", {deel: deel for deel, _ in _DELEN}, "Je ziet iedereen.")
    loonlijst = lees_loonlijst(request.user, gekozen, deel)
    context = {
        "loonlijst": loonlijst,
        "punten": _punten(loonlijst, deel),
        "pagina": kies_pagina(request, loonlijst.mensen),
        "vorig": gekozen + -1,
        "volgend": gekozen + 1 if gekozen < Kwartaal.van(vandaag()) else None,
        "mag_importeren": mag_importeren(request.user),
    }
    return render(request, "werknemers/loonopgaven/lijst.html", context)


@require_http_methods(METHODES)
@vereist(mag_importeren)
def inbrengen(request: Verzoek) -> HttpResponse:
    """A list of the payroll office; it goes the way of every import, with a look before it comes
    in."""
    # Nothing chosen is an answer too, and a wrong one.
    verstuurd = (request.POST, request.FILES) if request.method == "POST" else ()
    form = Loonlijstformulier(*verstuurd)
    opdracht = form.probeer(
        lambda: start_import(bestandsnaam=form.bestandsnaam, inhoud=form.inhoud, door=request.user)
    )
    if opdracht is None:
        return toon_formulier(request, "werknemers/loonopgaven/inbrengen.html", form)
    bel_na_commit(lees_importopdracht, opdracht.pk)
    return redirect("werknemers:import_nakijken", opdracht.pk)


@require_http_methods(METHODES)
@vereist(mag_lonen_zien)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Loonopgaveformulier(
        request.POST or None,
        record=None,
        initial={"kwartaal": request.GET.get("kwartaal") or vorig_kwartaal()},
    )
    oordeel = form.probeer(
        lambda: voeg_opgave_toe(werknemer=werknemer, door=request.user, **form.gegevens())
    )
    if oordeel is None:
        context: dict[str, Any] = {"werknemer": werknemer}
        return toon_formulier(request, "werknemers/loonopgaven/nieuw.html", form, context)
    _meld(request, f"De loonopgave van {werknemer.naam} is bewaard.", oordeel)
    return redirect(adres("werknemer_contract", pk))


@require_http_methods(METHODES)
@vereist(mag_lonen_zien)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    opgave = zoek_loonopgave(request, pk)
    werknemer = opgave.werknemer
    form = Loonopgaveformulier(request.POST or None, record=opgave)
    oordeel = form.probeer(
        lambda: wijzig_opgave(opgave, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if oordeel is None:
        context = {"werknemer": werknemer, "opgave": opgave}
        return toon_formulier(request, "werknemers/loonopgaven/bewerk.html", form, context)
    _meld(request, f"De loonopgave van {werknemer.naam} is bewaard.", oordeel)
    return redirect(adres("werknemer_contract", werknemer.pk))


@require_http_methods(METHODES)
@vereist(mag_lonen_zien)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    """For a mistake; a later correction changes the record."""
    opgave = zoek_loonopgave(request, pk)
    form = Loonopgaveverwijdering(request.POST or None, record=opgave)
    weg = form.probeer(lambda: verwijder_opgave(opgave, door=request.user, gezien=form.gezien_op))
    if weg is None:
        context = {"werknemer": opgave.werknemer, "opgave": opgave, "kwartaal": opgave.als_kwartaal}
        return toon_formulier(request, "werknemers/loonopgaven/weg.html", form, context)
    messages.success(request, f"De loonopgave van {opgave.als_kwartaal} is verwijderd.")
    return redirect(adres("werknemer_contract", opgave.werknemer_id))


def _meld(request: Verzoek, zin: str, oordeel: Loonoordeel) -> None:
    messages.success(request, zin)
    if oordeel.opmerking:
        messages.warning(request, oordeel.opmerking)


def _punten(loonlijst: Loonlijst, deel: str) -> list[dict[str, Any]]:
    hier = reverse("werknemers:loonopgaven_kwartaal", args=[str(loonlijst.kwartaal)])
    aantallen = {"": loonlijst.met + loonlijst.zonder, MET: loonlijst.met, ZONDER: loonlijst.zonder}
    return [
        {
            "naam": naam,
            "url": f"{hier}?toon={sleutel}" if sleutel else hier,
            "actief": sleutel == deel,
            "aantal": aantallen[sleutel],
        }
        for sleutel, naam in _DELEN
    ]


def _lees_kwartaal(tekst: str) -> Kwartaal:
    """Raise Http404 for what is no quarter, or one that has not begun."""
    try:
        gevraagd = Kwartaal.lees(tekst)
    except ValueError:
        raise Http404 from None
    if gevraagd > Kwartaal.van(vandaag()) or gevraagd.jaar < _EERSTE_JAAR:
        raise Http404
    return gevraagd
