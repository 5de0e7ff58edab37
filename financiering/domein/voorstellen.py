"""A reason that keeps coming back is a setting that is wrong: which one to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from financiering.domein.betaalvergelijking import Kwartaalvergelijking
from financiering.keuzes import Verschilreden
from gedeeld.weergeven import meervoud

# In so many quarters, or of half of the employees in one quarter and at least so many of them.
_KEER: Final = 3


@dataclass(frozen=True, slots=True)
class Instellingsvoorstel:
    """`zin` says how often and what to change; the page knows where."""

    reden: Verschilreden
    zin: str


# What each reason asks to look at, after "In 3 kwartalen". Of what is not known or comes by itself,
# nothing is wrong with a setting.
_INSTELLING: Final = {
    Verschilreden.PERCENTAGE: "betaalt men een ander percentage dan in de adviezen staat.",
    Verschilreden.GEWERKTE_TIJD: (
        "is er een andere gewerkte tijd betaald dan in de contracten staat."
    ),
    Verschilreden.INDEX: (
        "verschilt de index. Laat een beheerder de bedragen van je afrekening overnemen, vanaf de "
        "dag waarop ze gelden."
    ),
    Verschilreden.PLAFOND: "rekent men met een ander plafond.",
    Verschilreden.BIJDRAGE: (
        "rekent men met een ander referteloon. Kijk na waarmee we de bijdrage van de werkgever "
        "rekenen: met de vermindering van de RSZ, een eigen percentage, of wat je sociaal "
        "secretariaat opgeeft."
    ),
}


def stel_voor(vergelijkingen: Sequence[Kwartaalvergelijking]) -> list[Instellingsvoorstel]:
    """In the order of the reasons; none for what happens now and then."""
    return [
        Instellingsvoorstel(reden, f"{wanneer} {zin}")
        for reden, zin in _INSTELLING.items()
        if (wanneer := _wanneer(reden, vergelijkingen))
    ]


def _wanneer(reden: Verschilreden, vergelijkingen: Sequence[Kwartaalvergelijking]) -> str:
    """How often, in words; "" when it is not often."""
    per_kwartaal = {v.kwartaal: _mensen(reden, v) for v in vergelijkingen}
    keer = sum(1 for mensen in per_kwartaal.values() if mensen)
    if keer >= _KEER:
        return f"In {meervoud(keer, 'kwartaal', 'kwartalen')}"
    for vergelijking in vergelijkingen:
        mensen, iedereen = per_kwartaal[vergelijking.kwartaal], _iedereen(vergelijking)
        if mensen >= _KEER and 2 * mensen >= iedereen:
            return f"Bij {mensen} van de {iedereen} werknemers in {vergelijking.kwartaal}"
    return ""


def _mensen(reden: Verschilreden, vergelijking: Kwartaalvergelijking) -> int:
    regels = vergelijking.regels
    return len({r.werknemer for r in regels if reden in [deel.reden for deel in r.delen]})


def _iedereen(vergelijking: Kwartaalvergelijking) -> int:
    return len({regel.werknemer for regel in vergelijking.regels})
