"""The premium steps of an advice: from the start package, or as they were set by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet

from gedeeld.kwartaal import Kwartaal
from gedeeld.meelezen import als_records, mee, mee_heel
from gedeeld.periode import Periode
from gedeeld.uitleg import Uitleg
from gedeeld.vastevraag import vaste_vraag
from gedeeld.weergeven import datum_kort
from regels.keuzes import EIGEN_SCHIJVEN, SoortAdvies
from regels.models import Startpakket, StartpakketSchijf
from werknemers.models import Adviesperiode, Premieschijf
from werknemers.models.adviesperiode import AdviesperiodeQuerySet

# The steps of a package: first quarter of the advice, last one, percentage.
Kwartaalstappen = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Schijf:
    """`percentage` of the capped reference wage during `periode`."""

    periode: Periode
    percentage: int


@dataclass(frozen=True, slots=True)
class Premieverloop:
    """The steps of one advice in order, and why they are what they are."""

    schijven: tuple[Schijf, ...]
    uitleg: Uitleg

    def op(self, datum: date) -> Schijf | None:
        return next((schijf for schijf in self.schijven if datum in schijf.periode), None)

    def volgende_na(self, datum: date) -> Schijf | None:
        """The first step that begins after the day."""
        return next((schijf for schijf in self.schijven if schijf.periode.van > datum), None)


def laad_startpakketten() -> list[Startpakket]:
    """All packages, each with its steps in order as `stappen`; one query, for `premieverloop`."""
    pakketten = _pakketten()
    for pakket in pakketten:
        pakket.stappen = als_records(StartpakketSchijf, pakket.stappen)
    return pakketten


@vaste_vraag
def _pakketten() -> QuerySet[Any]:
    schijven = StartpakketSchijf.objects.filter(startpakket=OuterRef("pk"))
    stappen = mee_heel(schijven.order_by("eerste_kwartaal"))
    return Startpakket.objects.select_related("bron").annotate(stappen=stappen)


def met_eigen_schijven(adviezen: AdviesperiodeQuerySet) -> AdviesperiodeQuerySet:
    """With the steps of each that were set by hand, for `verloop_van`: no query of their own."""
    eigen = Premieschijf.objects.filter(advies=OuterRef("pk"))
    rij = mee(eigen, "percentage", van=F("periode__startswith"), tot=F("periode__endswith"))
    return adviezen.annotate(eigen=rij)


def premieverloop(
    *,
    soort: str,
    besluitdatum: date,
    periode: Periode,
    startpakketten: Iterable[Startpakket],
    eigen: Sequence[Schijf] = (),
) -> Premieverloop:
    """The steps of an advice; those set by hand (`eigen`) win over the start package.

    The package in force on the decision date counts. Quarters are numbered from the first day of
    the advice. Without package and without own steps there are none (LDE transition).
    """
    if eigen:
        return Premieverloop(tuple(eigen), _uitleg_eigen(eigen))
    passend = _passend(startpakketten, soort, besluitdatum)
    pakket = next((p for p in passend if p.standaard), None)
    if pakket is None:
        return Premieverloop((), _uitleg_geen(soort, besluitdatum))
    schijven = pas_toe(pakket, periode)
    andere = {p.variant: pas_toe(p, periode) for p in passend if not p.standaard}
    return Premieverloop(schijven, _uitleg_pakket(pakket, andere, besluitdatum, schijven))


def schijven_van(
    advies: Adviesperiode, startpakketten: Iterable[Startpakket]
) -> tuple[Schijf, ...]:
    """As `verloop_van`, without the reasons; for many at once. Prefetch `schijven`."""
    eigen = eigen_schijven(advies)
    if eigen:
        return eigen
    pakket = standaardpakket(startpakketten, advies.soort, advies.besluitdatum)
    return () if pakket is None else pas_toe(pakket, advies.periode)


def standaardpakket(
    startpakketten: Iterable[Startpakket], soort: str, besluitdatum: date
) -> Startpakket | None:
    """The package whose steps an advice has that has none of its own."""
    return next((p for p in _passend(startpakketten, soort, besluitdatum) if p.standaard), None)


def verloop_van(advies: Adviesperiode, startpakketten: Iterable[Startpakket]) -> Premieverloop:
    """The steps of a stored advice; when there are many, from `met_eigen_schijven` or with
    `schijven` prefetched."""
    return premieverloop(
        soort=advies.soort,
        besluitdatum=advies.besluitdatum,
        periode=advies.periode,
        startpakketten=startpakketten,
        eigen=eigen_schijven(advies),
    )


def eigen_schijven(advies: Adviesperiode) -> tuple[Schijf, ...]:
    """The steps that were set by hand, in order; empty when the start package counts."""
    if (rijen := getattr(advies, "eigen", None)) is not None:
        dagen = ((r["percentage"], *map(date.fromisoformat, (r["van"], r["tot"]))) for r in rijen)
        return tuple(Schijf(Periode(van, tot), percentage) for percentage, van, tot in dagen)
    return tuple(Schijf(schijf.periode, schijf.percentage) for schijf in advies.schijven.all())


_REGEL = (
    "Het startpakket van de soort, geldig op de besluitdatum, telt per kwartaal vanaf het begin."
)
_REGEL_EIGEN = "De percentages zijn met de hand ingevuld na een evaluatie."
_REGEL_LDE = (
    "Bij een LDE-overgang loopt de tijdelijke vergoeding door; er zijn geen premieschijven."
)
_REGEL_EVALUATIE = "Na een evaluatie bepaalt VDAB de percentages. Vul ze zelf in."
_REGEL_GEEN = "We kennen geen startpakket voor een besluit van {dag}. Kijk de besluitdatum na."


def _passend(
    startpakketten: Iterable[Startpakket], soort: str, besluitdatum: date
) -> list[Startpakket]:
    return [p for p in startpakketten if p.soort == soort and besluitdatum in p.geldig]


def pas_toe(pakket: Startpakket, periode: Periode) -> tuple[Schijf, ...]:
    """The package's steps on the quarters of the advice, cut to its period."""
    return op_kwartalen(kwartaalstappen(pakket), periode)


def kwartaalstappen(pakket: Startpakket) -> Kwartaalstappen:
    return tuple(
        (schijf.eerste_kwartaal, schijf.laatste_kwartaal, schijf.percentage)
        for schijf in pakket.stappen  # type: ignore[attr-defined]
    )


def op_kwartalen(stappen: Kwartaalstappen, periode: Periode) -> tuple[Schijf, ...]:
    begin = Kwartaal.van(periode.van)
    stukken = (
        (
            Periode((begin + (eerste - 1)).eerste_dag, (begin + laatste).eerste_dag).doorsnede(
                periode
            ),
            percentage,
        )
        for eerste, laatste, percentage in stappen
    )
    return tuple(Schijf(stuk, percentage) for stuk, percentage in stukken if stuk is not None)


def _in_woorden(schijven: Iterable[Schijf]) -> str:
    return ", dan ".join(f"{schijf.percentage} % ({schijf.periode})" for schijf in schijven)


def _uitleg_eigen(eigen: Sequence[Schijf]) -> Uitleg:
    return Uitleg(antwoord=_in_woorden(eigen), regel=_REGEL_EIGEN)


def _uitleg_geen(soort: str, besluitdatum: date) -> Uitleg:
    if soort == SoortAdvies.LDE_OVERGANG:
        regel = _REGEL_LDE
    elif soort in EIGEN_SCHIJVEN:
        regel = _REGEL_EVALUATIE
    else:
        regel = _REGEL_GEEN.format(dag=datum_kort(besluitdatum))
    return Uitleg("Er zijn geen premieschijven.", regel)


def _uitleg_pakket(
    pakket: Startpakket,
    andere: Mapping[str, tuple[Schijf, ...]],
    besluitdatum: date,
    schijven: Iterable[Schijf],
) -> Uitleg:
    """Where the steps come from, and what they would be with the split that other sources give."""
    varianten = [f"Met {naam} wordt het {_in_woorden(stand)}." for naam, stand in andere.items()]
    return Uitleg(
        antwoord=_in_woorden(schijven),
        regel=_REGEL,
        invoer=(
            ("Startpakket", str(pakket)),
            ("Besluitdatum", datum_kort(besluitdatum)),
        ),
        bron=f"{pakket.bron.titel} (zekerheid {pakket.bron.zekerheid})",
        tegenspraak=" ".join((pakket.toelichting, *varianten)) if andere else "",
    )
