"""The special passage of the contracts in the demo, gone through in the first week. Of a few people
nobody did it yet."""

from collections.abc import Iterable
from datetime import date

from demo.mensen import Demomens
from demo.organisaties import IMW_SINDS, Demo
from demo.plannen import ZONDER_UITLEG
from gedeeld.periode import plus_dagen
from gedeeld.tijd import alsof
from gedeeld.werkdagen import werkdag_vanaf
from trajects.models import Passagetoelichting
from trajects.openheid.openheid import leg_openheid_vast
from trajects.openheid.passages import laatste_passage
from werknemers.models import Arbeidsovereenkomst


def overloop_passages(mensen: Iterable[Demomens], demo: Demo, op: date) -> None:
    """Of every contract without a story about it."""
    passage = laatste_passage(demo.organisatie.pk)
    for mens in mensen:
        door = demo.gebruikers.get(mens.persoon.begeleider)
        if door is None or mens.persoon.nummer in ZONDER_UITLEG:
            continue
        for contract in _zonder_uitleg(mens):
            dag = werkdag_vanaf(plus_dagen(max(contract.periode.van, IMW_SINDS), 4))
            if dag <= op:
                with alsof(dag):
                    leg_openheid_vast(
                        contract=contract,
                        toelichting=None,
                        door=door,
                        gezien=None,
                        passage=passage,
                        uitgelegd_op=dag,
                        uitgelegd_door=door.volledige_naam,
                        taal=mens.persoon.voertaal,
                        met_tolk=mens.persoon.voertaal != "nl",
                        erkend_op=dag,
                    )


def _zonder_uitleg(mens: Demomens) -> Iterable[Arbeidsovereenkomst]:
    uitgelegd = Passagetoelichting.objects.filter(contract__werknemer=mens.werknemer)
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=mens.werknemer)
    return contracten.exclude(pk__in=uitgelegd.values("contract")).order_by("periode")
