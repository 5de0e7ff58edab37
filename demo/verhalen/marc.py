"""Marc: somebody else takes over. The new counsellor still has to confirm it."""

from demo.verhaal import Verhaal


def vertel(v: Verhaal) -> None:
    v.dag(dagen=1)
    v.draag_over("lies", "Marc zegt zelden dat iets te veel is. Vraag het hem onder vier ogen.")
