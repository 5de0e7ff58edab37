"""The last runs of the jobs and the state of the outbox."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gebruikers.rechten import mag_taken_zien
from gebruikers.verzoek import Verzoek
from gebruikers.views.post import Mailstand, mailstand_voor
from gebruikers.views.taakstanden import Gezondheidsregel, deelstanden, taakstanden
from gedeeld.models import Taakrun
from gedeeld.taken.nachtwacht import NACHTTAAK_MET_DE_HAND, laatste_nacht, nachttaken
from gedeeld.web import vereist

AANTAL_RUNS: Final = 20
_MET_DE_HAND: Final = {NACHTTAAK_MET_DE_HAND: "Signalen bepalen, met de hand"}
_TOESTAND: Final = {
    Taakrun.Status.GESLAAGD: ("groen", "geslaagd"),
    Taakrun.Status.MISLUKT: ("rood", "mislukt"),
    Taakrun.Status.BEZIG: ("grijs", "bezig"),
    Taakrun.Status.AFGEBROKEN: ("rood", "afgebroken"),
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


def _regel(run: Taakrun, namen: dict[str, str]) -> Taakregel:
    kleur, woord = _TOESTAND[Taakrun.Status(run.status)]
    return Taakregel(
        naam=namen.get(run.taak, run.taak),
        begin=run.begin,
        einde=run.einde,
        kleur=kleur,
        woord=woord,
        tellingen=", ".join(f"{aantal} {wat}" for wat, aantal in run.tellingen.items()),
        # The text behind the colon can name people of any organisation: only its kind is shown.
        fout=run.fout.partition(":")[0],
    )


def _zorgen(delen: list[Gezondheidsregel], post: Mailstand) -> str:
    """What is not well, in a few words; "" when all is."""
    zorgen = [deel.label.lower() for deel in delen if not deel.in_orde]
    if post.opgegeven:
        zorgen.append("mails van je organisatie")
    return ", ".join(zorgen)


@require_safe
@vereist(mag_taken_zien)
def taken(request: Verzoek) -> HttpResponse:
    runs = Taakrun.objects.order_by("-begin", "-pk")[:AANTAL_RUNS]
    namen = _MET_DE_HAND | {taak.naam: taak.label for taak in nachttaken()}
    delen, post = list(deelstanden()), mailstand_voor(request.user)
    context = {
        "delen": delen,
        "zorgen": _zorgen(delen, post),
        "standen": list(taakstanden()),
        "regels": [_regel(run, namen) for run in runs],
        "nacht": laatste_nacht(),
        "post": post,
    }
    return render(request, "gebruikers/taken.html", context)
