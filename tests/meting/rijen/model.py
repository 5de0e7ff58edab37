"""The funding model, in processor time: what is measured is work."""

from collections.abc import Iterator
from time import process_time

from tests.meting.beurten import om_beurten
from tests.meting.model import meten
from tests.meting.rij import Banken, Grens, Regel, Rij, keer


def _regel(wat: str, paar: meten.Paar, grens: Grens, beurten: int) -> Regel:
    return Regel(wat, *om_beurten(*paar, beurten, klok=process_time), grens)


def _meet_model(_: Banken) -> Iterator[Regel]:
    for mensen, beurten in ((300, 60), (5_000, 9)):
        wat = f"model, van objecten tot uitkomst, {mensen} × 20"
        yield _regel(wat, meten.prognose(mensen, 20), keer(3), beurten)
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
