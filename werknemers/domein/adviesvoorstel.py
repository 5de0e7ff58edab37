"""What an advice would come to, before it is saved: its period, its steps, and the new end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gedeeld.periode import Periode, ketens
from regels.models import Startpakket
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.premies import Premieverloop, premieverloop
from werknemers.domein.schijven import Bijstelling, Schijf, bijstellingen, eigen_schijven
from werknemers.domein.termijn import bereken_periode, botsen
from werknemers.models import Adviesperiode


@dataclass(frozen=True, slots=True)
class Adviesvoorstel:
    """`keten` is the unbroken support that the advice becomes part of; `overlap` the first other
    advice of the employee that stands in its way."""

    periode: Periode
    verloop: Premieverloop
    keten: Periode
    overlap: Adviesperiode | None

    @property
    def verlengt(self) -> bool:
        """Whether other advice comes right before or after it."""
        return self.keten != self.periode


def stel_advies_voor(
    *,
    soort: str,
    besluitdatum: date,
    begin: date | None,
    laatste_dag: date | None,
    schijven: Sequence[Schijf],
    besluiten: Sequence[Bijstelling] = (),
    andere: Iterable[Adviesperiode],
    startpakketten: Iterable[Startpakket],
) -> Adviesvoorstel:
    """Work out an advice next to the `andere` of the same employee; the arguments are those of
    `adviezen.Adviesgegevens`. Raises ValidationError by field when the dates do not fit."""
    periode = bereken_periode(soort, besluitdatum, begin, laatste_dag)
    verloop = premieverloop(
        soort=soort,
        besluitdatum=besluitdatum,
        periode=periode,
        startpakketten=startpakketten,
        eigen=schijven,
        besluiten=besluiten,
    )
    bestaand = sorted(andere, key=lambda advies: advies.periode)
    overlap = next((a for a in bestaand if botsen((soort, periode), (a.soort, a.periode))), None)
    reeks = ketens([*(advies.periode for advies in bestaand), periode])
    keten = next(keten for keten in reeks if keten.omvat(periode))
    return Adviesvoorstel(periode, verloop, keten, overlap)


def voorstel_van(
    advies: Adviesperiode, andere: Iterable[Adviesperiode], startpakketten: Iterable[Startpakket]
) -> Adviesvoorstel:
    """What a stored advice comes to; prefetch its `schijven`."""
    return stel_advies_voor(
        soort=advies.soort,
        besluitdatum=advies.besluitdatum,
        begin=advies.periode.van,
        laatste_dag=advies.periode.laatste_dag,
        schijven=eigen_schijven(advies),
        besluiten=bijstellingen(advies),
        andere=andere,
        startpakketten=startpakketten,
    )


def aansluitdag(andere: Iterable[Adviesperiode], op: date) -> date | None:
    """The day on which an extension begins: the day after the support that counts on `op` ends.

    None for who has no advice that began by then.
    """
    keten = bepaal(andere, op).keten
    return None if keten is None else keten.tot
