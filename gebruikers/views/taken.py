"""The last runs of the jobs and the state of the outbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gebruikers.rechten import mag_taken_zien
from gebruikers.verzoek import Verzoek
from gebruikers.views.post import mailstand_voor
from gedeeld.models import Taakrun
from gedeeld.nachtwacht import NACHTTAAK, NACHTTAAK_MET_DE_HAND, laatste_nacht
from gedeeld.tijd import nu
from gedeeld.web import vereist

AANTAL_RUNS: Final = 20
# Longer than any run takes: what is still busy after this was killed on the way.
AFGEBROKEN_NA: Final = timedelta(hours=2)
_NAMEN: Final = {
    NACHTTAAK: "Signalen bepalen",
    NACHTTAAK_MET_DE_HAND: "Signalen bepalen, met de hand",
    "ruim_concepten_op": "Oude concepten wissen",
    "ruim_post_op": "Oude mails wissen",
    "bewaar_kerncijfers": "Kerncijfers van de financiering bewaren",
}
_TOESTAND: Final = {
    Taakrun.Status.GESLAAGD: ("groen", "geslaagd"),
    Taakrun.Status.MISLUKT: ("rood", "mislukt"),
    Taakrun.Status.BEZIG: ("grijs", "bezig"),
}


@dataclass(frozen=True, slots=True)
class Taakregel:
    """One run as the page shows it."""

    naam: str
    begin: datetime
    einde: datetime | None
    kleur: str
    woord: str
    tellingen: str
    fout: str


def _regel(run: Taakrun) -> Taakregel:
    kleur, woord = _TOESTAND[Taakrun.Status(run.status)]
    if run.status == Taakrun.Status.BEZIG and run.begin < nu() - AFGEBROKEN_NA:
        kleur, woord = "rood", "afgebroken"
    return Taakregel(
        naam=_NAMEN.get(run.taak, run.taak),
        begin=run.begin,
        einde=run.einde,
        kleur=kleur,
        woord=woord,
        tellingen=", ".join(f"{aantal} {wat}" for wat, aantal in run.tellingen.items()),
        # The text behind the colon can name people of any organisation: only its kind is shown.
        fout=run.fout.partition(":")[0],
    )


@require_safe
@vereist(mag_taken_zien)
def taken(request: Verzoek) -> HttpResponse:
    runs = Taakrun.objects.order_by("-begin", "-pk")[:AANTAL_RUNS]
    context = {
        "regels": [_regel(run) for run in runs],
        "nacht": laatste_nacht(),
        "post": mailstand_voor(request.user),
    }
    return render(request, "gebruikers/taken.html", context)
