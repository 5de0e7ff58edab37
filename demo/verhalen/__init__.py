"""The stories of the demo: for each person by number what happened, from the first day on."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from demo.mensen import Demomens
from demo.organisaties import Demo
from demo.verhaal import Verhaal
from demo.verhalen import (
    adviezen,
    amina,
    ayse,
    dirk,
    farid,
    hilde,
    marc,
    nadia,
    tesfay,
    vertrokken,
    wim,
)

VERHALEN: Final[Mapping[str, Callable[[Verhaal], None]]] = {
    "L002": dirk.vertel,
    "L011": tesfay.vertel,
    "L012": marc.vertel,
    "L014": wim.vertel,
    "L045": adviezen.robin,
    "L048": adviezen.luc,
    "L050": farid.vertel,
    "L060": amina.vertel,
    "L067": ayse.vertel,
    "L068": adviezen.danny,
    "L073": nadia.vertel,
    "L075": hilde.vertel,
}


def vertel(mens: Demomens, demo: Demo, vandaag: date) -> None:
    """The story of this person; who left without one leaves as the file says."""
    persoon = mens.persoon
    if (vertellen := VERHALEN.get(persoon.nummer)) is not None:
        vertellen(Verhaal(mens, demo, vandaag))
    elif persoon.vertrek is not None:
        vertrokken.vertel(Verhaal(mens, demo, vandaag), persoon.vertrek)
