"""Who writes down that somebody leaves, ends what plans were made for: the reason says that."""

from typing import Final

import pytest

from gedeeld.periode import plus_dagen
from tests.dagen import op_de_dag
from tests.fabrieken import UitstroomFactory
from tests.trajects.signaalsoorten.gevallen.geval import Geval, Toneel
from tests.trajects.signaalsoorten.gevallen.tabel import GEVALLEN
from tests.trajects.signaalsoorten.tafel import waarom_weg
from trajects.models import Signaal
from trajects.signaalsoorten.register import regel_van
from trajects.signalen.bepaal_signalen import bepaal_signalen

# Of who left already; of those the outflow is written down, or asked for.
_VERTROKKEN: Final = {"nazorg", "contract_open", "terugkeergarantie", "uitstroom_ontbreekt"}
# Where somebody goes is what comes after the contract.
_WAT_ERNA_KOMT: Final = {"contract_eindigt", "contract_opgezegd"}
_BLIJVERS: Final = [
    geval
    for geval in GEVALLEN
    if regel_van(geval.code).over_mensen and geval.code not in _VERTROKKEN | _WAT_ERNA_KOMT
]


@pytest.mark.parametrize("geval", _BLIJVERS, ids=lambda geval: geval.code)
def test_a_leaving_that_is_written_down_is_the_reason(geval: Geval, toneel: Toneel) -> None:
    regel = regel_van(geval.code)
    with op_de_dag(geval.vanaf):
        geval.feiten(toneel)
        bepaal_signalen(op=geval.vanaf, regels=[regel])
        UitstroomFactory(werknemer=toneel.wie, datum=plus_dagen(geval.vanaf, 30))
        bepaal_signalen(op=geval.vanaf, regels=[regel])
    staat_nog = Signaal.objects.open().filter(werknemer=toneel.wie, soort=geval.code).exists()
    verwacht = ["Ingetrokken: de uitstroom is ingevuld."] if regel.werkt else []
    assert (staat_nog, waarom_weg(toneel.wie, geval.code)) == (not regel.werkt, verwacht)
