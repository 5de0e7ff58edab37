"""The plan on paper, gone through in a story."""

from demo.verhaal import Verhaal
from trajects.keuzes import Planantwoord
from trajects.plan_pdf.planbesprekingen import noteer_bespreking


def plan_besproken(
    v: Verhaal, antwoord: Planantwoord, taal: str = "nl", *, met_tolk: bool = False
) -> None:
    """The plan of that day; who answered signed it then and there."""
    with v.toen():
        noteer_bespreking(
            werknemer=v.werknemer,
            door=v.door,
            besproken_op=v.nu,
            versie=None,
            bewijs="",
            taal=taal,
            met_tolk=met_tolk,
            antwoord=antwoord,
            ondertekend_op=None if antwoord == Planantwoord.NOG_NIET else v.nu,
        )
