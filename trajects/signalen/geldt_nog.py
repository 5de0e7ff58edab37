"""Whether the reason of a signal is still there, for who opens a closed one again."""

from typing import Final

from gedeeld.tijd import vandaag
from trajects.models import Signaal
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.register import SOORTEN, regel_van

NIET_MEER: Final = "Dit signaal geldt niet meer: de reden is intussen weg. Je hoeft niets te doen."


def geldt_nog(signaal: Signaal) -> bool:
    """Also when a narrower threshold holds by now; what is about the organisation always does."""
    wie, op = signaal.werknemer_id, vandaag()
    if wie is None or signaal.soort not in SOORTEN:
        return True
    lijn = {soort.code for soort in regel_van(signaal.soort).soorten}
    return any(
        feit.bereik <= signaal.drempel
        for feit in feiten_van(signaal.organisatie_id, [wie], op).get(wie, [])
        if feit.soort in lijn and feit.onderwerp == signaal.onderwerp
        if feit.sinds is not None and feit.sinds <= op
    )
