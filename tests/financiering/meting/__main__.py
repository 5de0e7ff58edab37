"""`make bench`: the speed of the funding model on this machine."""

import sys

from tests.financiering.meting.meten import (
    GRENS_BAND,
    GRENS_MODEL,
    GROOT,
    KLEIN,
    Meting,
    geheugen_van_premies,
    meet_band,
    meet_premies,
)

_KOP = f"{'':<62}{'kaal':>10}{'model':>10}{'keer':>7}{'grens':>7}\n"


def _regel(meting: Meting, grens: float | None) -> bool:
    """Writes one line; whether the limit is kept."""
    tekst = f"{meting.naam:<62}{_ms(meting.kaal):>10}{_ms(meting.model):>10}"
    tekst += f"{_getal(meting.verhouding, 2):>7}" + (f"{_getal(grens, 1):>7}" if grens else "")
    sys.stdout.write(tekst.rstrip() + "\n")
    return grens is None or meting.verhouding <= grens


def _geheugen() -> bool:
    half, heel = (geheugen_van_premies(mensen, GROOT[1]) for mensen in (GROOT[0] // 2, GROOT[0]))
    sys.stdout.write(
        f"geheugen: {_getal(half / 1e6, 1)} MB voor {GROOT[0] // 2} werknemers, "
        f"{_getal(heel / 1e6, 1)} MB voor {GROOT[0]} ({_getal(heel / half, 2)} keer)\n"
    )
    return heel <= 2.1 * half


def _ms(seconden: float) -> str:
    return f"{_getal(seconden * 1000, 2)} ms"


def _getal(waarde: float, decimalen: int) -> str:
    return f"{waarde:.{decimalen}f}".replace(".", ",")


def main() -> int:
    sys.stdout.write("Rekentijd van het model naast die van een kale NumPy-kern.\n" + _KOP)
    gehaald = [
        _regel(meet_premies(*GROOT, beurten=9), GRENS_MODEL),
        _regel(meet_premies(*KLEIN, beurten=500), None),
        _regel(meet_band(*KLEIN, beurten=40), GRENS_BAND),
        _geheugen(),
    ]
    sys.stdout.write(
        "Bij 300 werknemers duurt alles samen zo kort dat het aantal NumPy-aanroepen telt, en niet "
        "het rekenwerk: daar geldt geen verhouding.\n"
    )
    if all(gehaald):
        sys.stdout.write("Alle grenzen zijn gehaald.\n")
        return 0
    sys.stdout.write("Een grens is niet gehaald. Is de machine druk? Meet dan opnieuw.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
