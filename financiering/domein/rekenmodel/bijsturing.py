"""What an evaluation can do to support that still runs: lower it, or stop it before its end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from financiering.domein.rekenmodel.persoon import Advies, Persoon, Rekenschijf
from gedeeld.periode import Periode


def verlaagd(persoon: Persoon, vanaf: date, percentage: int) -> Persoon:
    """No step above `percentage` from the day on; what was lower already stays."""
    adviezen = tuple(
        replace(advies, schijven=tuple(_lager(advies, vanaf, percentage)))
        for advies in persoon.adviezen
    )
    return replace(persoon, adviezen=adviezen)


def gestopt(persoon: Persoon, vanaf: date) -> Persoon:
    """No support from the day on; the compensation of the LDE transition stays."""
    tot = Periode(date.min, vanaf)
    delen = (advies if advies.lde else _tot(advies, tot) for advies in persoon.adviezen)
    return replace(persoon, adviezen=tuple(deel for deel in delen if deel is not None))


def _tot(advies: Advies, tot: Periode) -> Advies | None:
    """The advice with its steps cut off; None when nothing is left."""
    periode = advies.periode.doorsnede(tot)
    if periode is None:
        return None
    stukken = ((schijf, schijf.periode.doorsnede(tot)) for schijf in advies.schijven)
    schijven = tuple(replace(s, periode=deel) for s, deel in stukken if deel is not None)
    return replace(advies, periode=periode, schijven=schijven)


def _lager(advies: Advies, vanaf: date, percentage: int) -> Iterator[Rekenschijf]:
    voor, na = Periode(date.min, vanaf), Periode(vanaf)
    for schijf in advies.schijven:
        if (deel := schijf.periode.doorsnede(voor)) is not None:
            yield replace(schijf, periode=deel)
        if (deel := schijf.periode.doorsnede(na)) is not None:
            yield Rekenschijf(deel, min(schijf.percentage, percentage))
