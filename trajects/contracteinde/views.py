"""When a contract ends: which days fit together, and what happened about it."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, toon, vereist
from gedeeld.weergeven import datum_voluit
from trajects.contracteinde.forms.einde import Contracteindeformulier, Intrekkingformulier
from trajects.contracteinde.forms.eindevraag import Eindevraag, voorstel
from trajects.contracteinde.planner import stel_planner_samen
from trajects.contracteinde.standen import eindes_erbij, lees_standen
from trajects.kader.views.inplaats import Sectie, zoek_werknemer
from trajects.kader.views.onderdeel import Onderdeel, verwerk
from trajects.rechten import mag_contract_afsluiten, mag_contracteinde_zien
from werknemers.domein.contracteinde.lopend import nog_mogelijk
from werknemers.domein.contracteinde.vastleggen import (
    bevestig_einde,
    leg_einde_vast,
    trek_einde_in,
    wijzig_einde,
)
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Arbeidsovereenkomst, Contracteinde, Werknemer

_NOTEER: Final = (
    "Noteer wat er gebeurde. De laatste dag in het contract verandert pas als je dat zelf doet. "
    "Of een ontslag mag, zegt dit programma niet."
)
_TREK_IN: Final = "Het telt dan niet meer mee, en blijft als geschiedenis bij het contract staan."


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "standen": lees_standen(werknemer, vandaag()),
        "mag_bewerken": mag_contract_afsluiten(gebruiker),
        "mag_plannen": mag_contracteinde_zien(gebruiker),
    }


SECTIE: Final = Sectie(
    "contracteinde", "Als het contract eindigt", "trajects:contract", _lees, "contracteinde",
    erbij=eindes_erbij,
)  # fmt: skip
_EINDE: Final = Onderdeel(
    SECTIE,
    lambda wie: Contracteinde.objects.zichtbaar_voor(wie).select_related(
        "contract__werknemer", "contract__dienst"
    ),
    Contracteindeformulier,
    eigenaar="contract.werknemer_id",
)


@require_safe
@vereist(mag_contracteinde_zien)
def contracteinde(request: Verzoek, pk: int) -> HttpResponse:
    contract, op = _contract(request, pk), vandaag()
    steun = bepaal(contract.werknemer.adviezen.all(), op)
    form = Eindevraag(request.GET.dict(), voorstel=voorstel(steun.laatste_dag, op))
    context = {
        "contract": contract,
        "werknemer": contract.werknemer,
        "steun": steun,
        "form": form,
        "vandaag": op,
        "planner": stel_planner_samen(contract, form.vraag, steun, request.user),
        "mag_bewerken": mag_contract_afsluiten(request.user),
    }
    adres = request.get_full_path()
    return toon(request, "trajects/contracteinde/pagina.html", context, "dagen", adres=adres)


@require_http_methods(METHODES)
@vereist(mag_contract_afsluiten)
def einde_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    contract = _contract(request, pk)
    werknemer = zoek_werknemer(request, contract.werknemer_id)
    mogelijk = nog_mogelijk(contract.eindes.all())
    form = Contracteindeformulier(request.POST or None, record=None, mogelijk=mogelijk)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: leg_einde_vast(
            contract=contract,
            door=request.user,
            wijze=form.cleaned_data["wijze"],
            **form.gegevens(),
        ),
        titel=f"Het contract van {werknemer.voornaam} bij {contract.dienst} eindigt",
        uitleg=_NOTEER,
        melding=_bewaard,
        alles=True,
    )


@require_http_methods(METHODES)
@vereist(mag_contract_afsluiten)
def einde_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel = "Wijzig: {0}"
    return _EINDE.bewerk(request, pk, wijzig_einde, titel, _bewaard, uitleg=_NOTEER, alles=True)


@require_http_methods(METHODES)
@vereist(mag_contract_afsluiten)
def einde_intrek(request: Verzoek, pk: int) -> HttpResponse:
    return _EINDE.bewerk(
        request,
        pk,
        trek_einde_in,
        "Trek je dit in: {0}?",
        "Ingetrokken: {0}.",
        formulier=Intrekkingformulier,
        knop="Trek in",
        uitleg=_TREK_IN,
        alles=True,
    )


@require_POST
@vereist(mag_contract_afsluiten)
def einde_bevestig(request: Verzoek, pk: int) -> HttpResponse:
    """The last day goes onto the contract itself."""
    return _EINDE.doe(
        request,
        pk,
        bevestig_einde,
        lambda einde: f"Het contract eindigt nu op {datum_voluit(einde.laatste_dag)}.",
        alles=True,
    )


def _contract(request: Verzoek, pk: int) -> Arbeidsovereenkomst:
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(request.user)
    return get_object_or_404(contracten.select_related("werknemer", "dienst"), pk=pk)


def _bewaard(einde: Contracteinde) -> str:
    return (
        f"Genoteerd: {einde.get_wijze_display()}. De laatste dag is "
        f"{datum_voluit(einde.laatste_dag)}."
    )
