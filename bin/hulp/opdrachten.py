"""The programs of bin/ by name, and what they have in common: refusals and signals."""

from collections.abc import Callable

from hulp.beheer import manage
from hulp.bewaker import bewaak
from hulp.controle import controle
from hulp.demo import demo
from hulp.melding import Weigering, meld
from hulp.meting import bench
from hulp.ontwikkeling import dev
from hulp.paden import maak_var
from hulp.processen import Onderbroken, luister_naar_eindsignalen, sterf_met_make
from hulp.testen import test
from hulp.vergrendeling import vergrendel

OPDRACHTEN: dict[str, Callable[[list[str]], int]] = {
    "bench": bench,
    "bewaak": bewaak,
    "controle": controle,
    "demo": demo,
    "dev": dev,
    "lock": vergrendel,
    "manage": manage,
    "test": test,
}


def voer_uit(naam: str, argumenten: list[str]) -> int:
    """Exit code: the program's own, 1 after a refusal, 128 + signal when interrupted."""
    luister_naar_eindsignalen()
    sterf_met_make()
    try:
        maak_var()
        return OPDRACHTEN[naam](argumenten)
    except Weigering as weigering:
        meld(str(weigering))
        return 1
    except Onderbroken as onderbroken:
        return 128 + onderbroken.signaal
