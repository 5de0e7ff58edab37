"""What the rules answer about some employees now, held or not: for the pages that tell it, and
for the next step."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Final

from gedeeld.vastevraag import Vastezin
from trajects.keuzes import Signaalstatus
from trajects.signaalsoorten.kandidaten import KOLOMMEN
from trajects.signaalsoorten.register import REGELS, plaats_van
from trajects.signaalsoorten.soort import Feit
from trajects.signaalsoorten.vraag import ORGANISATIE, codes_van, vraag_van

_VELDEN: Final = ", ".join(f"k.{naam}" for naam in KOLOMMEN if naam in Feit._fields)
# A signal that somebody postponed, or closed, lets the steps of others go first.
_FEITEN: Final = """
WITH {organisatie_nu} SELECT {velden}, EXISTS (
    SELECT FROM trajects_signaal AS s
    WHERE s.werknemer_id = k.werknemer_id AND s.soort = k.soort AND s.onderwerp = k.onderwerp
      AND s.drempel <= k.drempel
      AND (s.status = %(uitgesteld)s AND s.uitgesteld_tot > %(op)s OR s.status = %(afgehandeld)s)
) FROM ({stand}) AS k
"""


def feiten_van(organisatie_id: int, mensen: Collection[int], op: date) -> Mapping[int, list[Feit]]:
    """By employee the rows of every rule on the day, in the order of the registry; one query.

    The caller answers for it that the user may know about these employees.
    """
    rijen = _vraag()(op=op, organisatie=organisatie_id, mensen=sorted(mensen))
    gevonden: dict[int, list[Feit]] = defaultdict(list)
    for rij in rijen:
        feit = Feit._make(rij)
        if feit.werknemer_id is not None:
            gevonden[feit.werknemer_id].append(feit)
    for feiten in gevonden.values():
        feiten.sort(key=_volgorde)
    return gevonden


def _volgorde(feit: Feit) -> tuple[int, date, int]:
    return plaats_van(feit.soort), feit.dag or date.max, feit.onderwerp


@cache
def _vraag() -> Vastezin:
    regels = [regel for regel in REGELS if regel.over_mensen]
    stand, waarden = vraag_van(regels, mensen=True)
    tekst = _FEITEN.format(organisatie_nu=ORGANISATIE, velden=_VELDEN, stand=stand)
    soorten = {"op": "date", "organisatie": "bigint", "mensen": "bigint[]"}
    vast = {
        "codes": codes_van(regels),
        "uitgesteld": Signaalstatus.UITGESTELD.value,
        "afgehandeld": Signaalstatus.AFGEHANDELD.value,
    }
    return Vastezin(tekst, waarden | vast, soorten)
