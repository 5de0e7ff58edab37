"""The funding model, in processor time: what is measured is work.

From people to a result it is judged in milliseconds, with how many times the kernel that is. The
kernel does less: it gets its arrays ready, splits nobody over services, knows no part of a quarter
and rounds without looking. What the model does for that takes some 0.7 ms before the first
employee, in which the kernel has done three hundred ten times; and beside 5,000 the ratio
follows the heap of the process more than the work.
"""

from collections.abc import Iterator
from statistics import median
from time import process_time
from typing import Final

from tests.meting.beurten import om_beurten
from tests.meting.model import meten
from tests.meting.rij import Banken, Grens, Regel, Rij, hoogstens, keer

# A tenth of what the page of the forecast may take on top of reading its rows; and as many people
# as no organisation has, within a third of it. Milliseconds.
_HOOGSTENS: Final = {300: 2.5, 5_000: 8.0}


def _regel(wat: str, paar: meten.Paar, grens: Grens, beurten: int) -> Regel:
    return Regel(wat, *om_beurten(*paar, beurten, klok=process_time), grens)


def _meet_model(_: Banken) -> Iterator[Regel]:
    for mensen, beurten in ((300, 60), (5_000, 9)):
        wat = f"model, van objecten tot uitkomst, {mensen} × 20"
        tijden = om_beurten(*meten.prognose(mensen, 20), beurten, klok=process_time)
        maal = median(model / kern for model, kern in zip(*tijden, strict=True))
        yield Regel(
            wat, *tijden, hoogstens(_HOOGSTENS[mensen]), uitleg=[f"{maal:.1f} keer de kale kern"]
        )
    # Of one exact formula that serves the tables and the explanations.
    wat = "premies op klare kolommen, 100.000 × 40"
    yield _regel(wat, meten.premies(100_000, 40), keer(2.5), 9)


def _meet_band(_: Banken) -> Iterator[Regel]:
    yield _regel("band van 300 × 20", meten.band(300, 20), keer(3), 30)


def _meet_geheugen(_: Banken) -> Iterator[Regel]:
    half, heel = (meten.geheugen_van_premies(mensen, 40) for mensen in (50_000, 100_000))
    yield Regel(
        "geheugen van premies, 100.000 naast 50.000",
        [heel / 1e6], [half / 1e6], keer(2.1), "MB",
    )  # fmt: skip


RIJEN = (
    Rij("model", "het rekenmodel naast een kale NumPy-kern", _meet_model, leest_bank=False),
    Rij("band", "de onzekerheidsband naast een kale trekking", _meet_band, leest_bank=False),
    Rij("geheugen", "het geheugen van het rekenmodel", _meet_geheugen, leest_bank=False),
)
