"""When a contract ends: which days fit together, for who ends contracts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import toon, vereist
from regels.domein.parameters import laad_parameters
from trajects.contracteinde.dossier import dossier
from trajects.contracteinde.einde import laad_einderegels, waarom_niet, wegen
from trajects.contracteinde.forms import Eindevraag, voorstel
from trajects.rechten import mag_contracteinde_zien
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Arbeidsovereenkomst


@require_safe
@vereist(mag_contracteinde_zien)
def contracteinde(request: Verzoek, pk: int) -> HttpResponse:
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(request.user)
    contract = get_object_or_404(contracten.select_related("werknemer", "dienst"), pk=pk)
    op = vandaag()
    steun = bepaal(contract.werknemer.adviezen.all(), op)
    form = Eindevraag(request.GET.dict(), voorstel=voorstel(steun.laatste_dag, op))
    context = {
        "contract": contract,
        "werknemer": contract.werknemer,
        "steun": steun,
        "form": form,
        "vandaag": op,
        "dossier": dossier(contract, request.user, op),
        **_einde(contract, form, request),
    }
    adres = request.get_full_path()
    return toon(request, "trajects/contracteinde/pagina.html", context, "dagen", adres=adres)


def _einde(contract: Arbeidsovereenkomst, form: Eindevraag, request: Verzoek) -> dict[str, Any]:
    parameters = laad_parameters(vandaag(), request.user.organisatie_id)
    regels = laad_einderegels(contract, parameters)
    reden = waarom_niet(contract, regels)
    return {
        "sinds": regels.sinds,
        "waarom_niet": reden,
        "wegen": [] if reden else wegen(contract, form.vraag, regels),
    }
