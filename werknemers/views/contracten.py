"""Add and change a contract."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.plaatsen import adres
from gedeeld.web import toon_formulier, vereist
from werknemers.domein.contracten import voeg_contract_toe, wijzig_contract
from werknemers.domein.minimumloon import loon_onder_minimum
from werknemers.forms.contract import Contractformulier
from werknemers.models import Arbeidsovereenkomst, Dienst, Werknemer
from werknemers.rechten import mag_diensten_beheren, mag_werknemers_bewerken
from werknemers.views.opzoeken import zoek_contract, zoek_werknemer


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Contractformulier(request.POST or None, door=request.user, record=None)
    contract = form.probeer(
        lambda: voeg_contract_toe(werknemer=werknemer, door=request.user, **form.gegevens())
    )
    if contract is None:
        context = {
            "werknemer": werknemer,
            "er_zijn_diensten": Dienst.objects.zichtbaar_voor(request.user).actief().exists(),
            "mag_diensten": mag_diensten_beheren(request.user),
        }
        return toon_formulier(request, "werknemers/contract_nieuw.html", form, context)
    _meld(request, werknemer, contract)
    if "verder" in request.POST:
        return redirect("werknemers:advies_nieuw", pk=pk)
    return redirect(adres("werknemer_contract", pk))


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    contract = zoek_contract(request, pk)
    form = Contractformulier(request.POST or None, door=request.user, record=contract)
    bewaard = form.probeer(
        lambda: wijzig_contract(
            contract, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"contract": contract, "werknemer": contract.werknemer}
        return toon_formulier(request, "werknemers/contract_bewerk.html", form, context)
    _meld(request, contract.werknemer, bewaard)
    return redirect(adres("werknemer_contract", contract.werknemer_id))


def _meld(request: Verzoek, werknemer: Werknemer, contract: Arbeidsovereenkomst) -> None:
    messages.success(request, f"Het contract van {werknemer.naam} is bewaard.")
    if laag := loon_onder_minimum(contract):
        messages.warning(request, laag)
