"""Makes the demo organisations, once."""

from collections.abc import Iterable
from typing import Final

from django.db import transaction

from demo.begeleid import begeleid_iedereen
from demo.geevalueerd import evalueer_iedereen
from demo.gegevens import Demowerknemer, lees_werknemers
from demo.kantoor import laat_kantoor_wachten
from demo.logins import DEMO, DEMO_ORGANISATIES
from demo.mensen import Demomens, voeg_mens_toe
from demo.nachten import beleef_de_nachten, werk_signalen_bij
from demo.organisaties import Demo, kies_passage, maak_demo, regel_vervanging
from demo.passages import overloop_passages
from demo.plannen import maak_plannen
from demo.verhalen import vertel
from demo.verhalen.voorvallen import beleef_voorvallen
from demo.werk import EHBO, plan_vorming
from gebruikers.models import Organisatie
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.taken.nachtwacht import laatste_nacht
from gedeeld.tijd import vandaag
from gedeeld.werkdagen import werkdag_tot
from trajects.signalen.bepaal_signalen import bepaal_signalen

EHBO_DEELNEMERS: Final = ("L060", "L061", "L063", "L066", "L067", "L070")


@transaction.atomic
def laad_demo() -> bool:
    """Make the demo organisations; False when one of them is there already, and nothing changes.

    Raises ValidationError when somebody else uses an e-mail address of the demo.
    """
    if Organisatie.objects.filter(code__in=DEMO_ORGANISATIES).exists():
        return False
    op = vandaag()
    geladen = [_laad(code) for code in DEMO_ORGANISATIES]
    bepaal_signalen(op=op)
    for demo, mensen in geladen:
        werk_signalen_bij(mensen, demo, op)
    return True


def haal_nacht_in() -> bool:
    """A demo that slept at five in the morning does that night's work when it starts.

    False when a night was not missed, and nothing changes.
    """
    if not laatste_nacht().alarm:
        return False
    bepaal_signalen(op=vandaag())
    return True


def _laad(code: str) -> tuple[Demo, list[Demomens]]:
    op = vandaag()
    personen = lees_werknemers(code)
    demo = maak_demo(code, _diensten(personen))
    kies_passage(demo)
    mensen = [voeg_mens_toe(persoon, demo, op) for persoon in personen]
    beleef_de_nachten(mensen, demo, op)
    for mens in mensen:
        vertel(mens, demo, op)
    overloop_passages(mensen, demo, op)
    maak_plannen(mensen, demo, op)
    evalueer_iedereen(mensen, demo, op)
    begeleid_iedereen(mensen, demo, op)
    beleef_voorvallen(mensen, demo, op)
    if code == DEMO:
        regel_vervanging(demo)
        laat_kantoor_wachten(demo, op)
        _plan_ehbo(demo, mensen)
    return demo, mensen


def _plan_ehbo(demo: Demo, mensen: Iterable[Demomens]) -> None:
    """The kitchen goes on a course together, early next month."""
    op = vandaag()
    eerste_dag = werkdag_tot(plus_dagen(plus_maanden(op.replace(day=1), 1), 9))
    keuken = [mens.werknemer for mens in mensen if mens.persoon.nummer in EHBO_DEELNEMERS]
    plan_vorming(EHBO, keuken, eerste_dag, demo.coordinator)


def _diensten(personen: list[Demowerknemer]) -> set[str]:
    return {persoon.dienst for persoon in personen}
