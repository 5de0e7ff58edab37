"""The table as it is printed, and what it comes down to."""

from collections.abc import Iterable
from statistics import median

from tests.meting.rij import Maat, Regel

_BREEDTE = 58
KOP = (
    f"{'':<{_BREEDTE}}{'min':>10}{'mediaan':>10}{'max':>10}{'kaal':>10}{'oordeel':>10}{'grens':>10}"
)


def regel_tekst(regel: Regel) -> str:
    """One line: what was measured, the bare figure beside it, the judged one and its limit."""
    cijfers = (min(regel.gemeten), median(regel.gemeten), max(regel.gemeten))
    delen = [f"{regel.wat} ({regel.eenheid})".ljust(_BREEDTE)]
    delen += [_getal(cijfer).rjust(10) for cijfer in cijfers]
    delen += [(_getal(median(regel.kaal)) if regel.kaal else "").rjust(10)]
    delen += [_met_maat(regel.waarde, regel.maat).rjust(10), _grens(regel).rjust(10)]
    delen += ["" if regel.gehaald else "  NIET GEHAALD"]
    return "".join(delen).rstrip()


def slot(regels: Iterable[Regel]) -> str:
    """Which limits are not met."""
    gemist = [regel for regel in regels if not regel.gehaald]
    if not gemist:
        return "Alle grenzen zijn gehaald."
    zinnen = [
        f"- {r.wat}: {_met_maat(r.waarde, r.maat)}{_eenheid(r)}, de grens is {_grens(r)}"
        for r in gemist
    ]
    kop = (
        "1 grens is niet gehaald"
        if len(gemist) == 1
        else f"{len(gemist)} grenzen zijn niet gehaald"
    )
    return "\n".join([f"{kop}. Is de machine druk? Meet dan opnieuw.", *zinnen])


def _grens(regel: Regel) -> str:
    if regel.grens is None:
        return "–"
    teken = "≥" if regel.grens.minstens else "≤"
    return f"{teken} {_met_maat(regel.grens.getal, regel.grens.maat)}"


def _eenheid(regel: Regel) -> str:
    return "" if regel.maat is Maat.KEER else f" {regel.eenheid}"


def _met_maat(waarde: float, maat: Maat) -> str:
    if maat is Maat.KEER:
        return f"{waarde:.2f} ×".replace(".", ",")
    return f"+{_getal(waarde)}" if maat is Maat.ERBIJ else _getal(waarde)


def _getal(waarde: float) -> str:
    decimalen = 0 if abs(waarde) >= 1000 else 1 if abs(waarde) >= 10 else 2
    return f"{waarde:.{decimalen}f}".replace(".", ",")
