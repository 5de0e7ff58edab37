"""A request to VDAB in a story: when the support plan was discussed, and what was written."""

from demo.verhaal import Verhaal
from trajects.evaluatiepakket.planversies import voeg_planversie_toe
from trajects.evaluatiepakket.verzoek import schrijf_verzoektekst
from trajects.keuzes import Verzoekkop


def planversie(v: Verhaal, aanleiding: str) -> None:
    """The support plan was discussed on the day of the story."""
    with v.toen():
        voeg_planversie_toe(werknemer=v.werknemer, door=v.door, op=v.nu, aanleiding=aanleiding)


def verzoek(v: Verhaal, kop: Verzoekkop, tekst: str) -> None:
    """The counsellor writes under one heading."""
    with v.toen():
        schrijf_verzoektekst(werknemer=v.werknemer, kop=kop, door=v.door, gezien=None, tekst=tekst)
