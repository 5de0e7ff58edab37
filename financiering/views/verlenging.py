"""What asking for an extension can come to for one employee, in euro."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from financiering.domein.laden import Gegevens, laad_werknemer
from financiering.domein.verlengbaarheid import Verlengbaarheid, verlengbaarheid
from financiering.domein.verlenging import (
    Percentages,
    beslissing,
    reken_verlenging,
    tijdvak_voor,
    vroegste_dag,
)
from financiering.domein.voorbereiding import STAPPEN, stappen
from financiering.forms.verlenging import Percentagevraag
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import punten
from financiering.views.scenariokeuze import organisatie_van
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import toon, vereist
from regels.domein.parameters import Parameterregel
from regels.keuzes import Parametercode
from regels.models.percentage import LAAGSTE
from werknemers.models import Werknemer


@require_safe
@vereist(mag_financiering_zien)
def verlenging(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)
    op = vandaag()
    stand = verlengbaarheid(werknemer, op)
    gegevens = laad_werknemer(organisatie_van(request), tijdvak_voor(stand, op), pk)
    vraag = Percentagevraag(
        request.GET.dict(),
        voorstel=Percentages.bij(stand.percentage or LAAGSTE),
    )
    context = {
        "werknemer": werknemer,
        "stand": stand,
        "vraag": vraag,
        "punten": punten("scenarios"),
        **_regel(gegevens, stand, op),
        **_beeld(gegevens, werknemer, stand, vraag.percentages),
        **_volgende_job(stand, op),
    }
    adres = request.get_full_path()
    return toon(request, "financiering/verlenging.html", context, "uitkomst", adres=adres)


def _regel(gegevens: Gegevens, stand: Verlengbaarheid, op: date) -> dict[str, Any]:
    """When it may be asked, and who says so."""
    parameters, code = gegevens.verloop.op(op), Parametercode.VERLENGING_VANAF
    return {
        "vroegst": vroegste_dag(stand, parameters),
        "vandaag": op,
        "termijn": Parameterregel(code, parameters.regel(code)).waarde_in_woorden,
        "bron": parameters.bronnen(code),
        "toelichting": parameters.toelichting(code),
    }


def _beeld(
    gegevens: Gegevens, werknemer: Werknemer, stand: Verlengbaarheid, percentages: Percentages
) -> dict[str, Any]:
    """The amounts; None for who has no contract any more."""
    persoon = gegevens.stand.mensen.met_sleutel(str(werknemer.pk))
    if persoon is None:
        return {"beeld": None}
    op = vandaag()
    vanaf = beslissing(vroegste_dag(stand, gegevens.verloop.op(op)), op)
    tijdvak = tijdvak_voor(stand, op)
    return {"beeld": reken_verlenging(gegevens, persoon, stand, tijdvak, (percentages, vanaf))}


def _volgende_job(stand: Verlengbaarheid, op: date) -> dict[str, Any]:
    """What begins when, counted back from the end of the support."""
    einde = stand.advies.periode.laatste_dag if stand.advies else None
    loopt = einde is not None and einde >= op
    return {"einde": einde, "stappen": stappen(einde, op) if einde and loopt else STAPPEN[:0]}
