"""The premium steps of an advice: from the start package, or as they were set by hand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from gedeeld.kwartaal import Kwartaal
from gedeeld.meelezen import HeleRij, Meelijst, als_record, mee
from gedeeld.periode import Periode
from gedeeld.uitleg import Uitleg
from gedeeld.vastevraag import vaste_vraag
from gedeeld.weergeven import datum_kort
from regels.keuzes import EIGEN_SCHIJVEN, SoortAdvies
from regels.models import Bron, Startpakket, StartpakketSchijf
from werknemers.domein.schijven import (
    Bijstelling,
    Schijf,
    bijgesteld,
    bijstellingen,
    eigen_schijven,
)
from werknemers.models import Adviesperiode

# First quarter of the advice, last one, percentage.
Kwartaalstappen = tuple[tuple[int, int, int], ...]


class Kwartaalstap(NamedTuple):
    """A step of a package as it comes along: most pages read them all, and no more of them."""

    eerste_kwartaal: int
    laatste_kwartaal: int
    percentage: int


@dataclass(frozen=True, slots=True)
class Premieverloop:
    """The steps of one advice in order; `waarom` says why they are what they are."""

    schijven: tuple[Schijf, ...]
    waarom: Callable[[], Uitleg] = field(compare=False)

    @property
    def uitleg(self) -> Uitleg:
        """Most pages show the steps alone, so it is made for who asks."""
        return self.waarom()

    def op(self, datum: date) -> Schijf | None:
        return next((schijf for schijf in self.schijven if datum in schijf.periode), None)

    def volgende_na(self, datum: date) -> Schijf | None:
        """The first step that begins after the day."""
        return next((schijf for schijf in self.schijven if schijf.periode.van > datum), None)


def laad_startpakketten() -> list[Startpakket]:
    """All packages, each with its steps in order as `stappen`; one query, for `premieverloop`."""
    pakketten = _pakketten()
    for pakket in pakketten:
        pakket.stappen = _als_stappen(pakket.stappen)
    return pakketten


@vaste_vraag
def _pakketten() -> QuerySet[Any]:
    return Startpakket.objects.select_related("bron").annotate(stappen=_stappen())


def _stappen() -> Meelijst:
    schijven = StartpakketSchijf.objects.filter(startpakket=OuterRef("pk"))
    return mee(schijven.order_by("eerste_kwartaal"), *Kwartaalstap._fields)


def _als_stappen(rijen: Iterable[dict[str, int]]) -> tuple[Kwartaalstap, ...]:
    return tuple(Kwartaalstap(**rij) for rij in rijen)


def startpakketten_erbij() -> Meelijst:
    """The packages of the kinds of advice that an employee has, to annotate on the employee for
    `als_startpakketten`; the others say nothing about them."""
    soorten = Adviesperiode.objects.filter(werknemer=OuterRef(OuterRef("pk"))).order_by()
    pakketten = Startpakket.objects.filter(soort__in=soorten.values("soort"))
    bron = JSONObject(pk="bron__pk", titel="bron__titel", zekerheid="bron__zekerheid")
    return mee(pakketten, rij=HeleRij(), bron=bron, stappen=_stappen())


def standaardpakketten_erbij() -> Meelijst:
    """The packages that count, without their source, to read along in another query for
    `als_startpakketten`: enough for `schijven_van`."""
    return mee(Startpakket.objects.standaard(), rij=HeleRij(), stappen=_stappen())


def als_startpakketten(rijen: Iterable[dict[str, Any]]) -> list[Startpakket]:
    """As `laad_startpakketten`, of what came along."""
    return [_pakket(**rij) for rij in rijen]


def _pakket(
    rij: dict[str, Any], stappen: list[dict[str, int]], bron: dict[str, Any] | None = None
) -> Any:
    pakket: Any = als_record(Startpakket, rij)
    pakket.stappen = _als_stappen(stappen)
    if bron is not None:
        pakket.bron = Bron(**bron)
    return pakket


def premieverloop(
    *,
    soort: str,
    besluitdatum: date,
    periode: Periode,
    startpakketten: Iterable[Startpakket],
    eigen: Sequence[Schijf] = (),
    besluiten: Sequence[Bijstelling] = (),
) -> Premieverloop:
    """The steps of an advice; those set by hand (`eigen`) win over the start package, and what was
    decided since (`besluiten`) over both.

    The package in force on the decision date counts. Quarters are numbered from the first day of
    the advice. Without package and without own steps there are none (LDE transition).
    """
    begin = _begin(soort, besluitdatum, periode, startpakketten, eigen)
    if not besluiten:
        return begin
    schijven = bijgesteld(begin.schijven, besluiten, periode)
    return Premieverloop(schijven, partial(_uitleg_besluiten, begin, schijven, besluiten))


def _begin(
    soort: str,
    besluitdatum: date,
    periode: Periode,
    startpakketten: Iterable[Startpakket],
    eigen: Sequence[Schijf],
) -> Premieverloop:
    if eigen:
        binnen = bijgesteld(eigen, (), periode)
        return Premieverloop(binnen, partial(_uitleg_eigen, binnen))
    passend = _passend(startpakketten, soort, besluitdatum)
    pakket = next((p for p in passend if p.standaard), None)
    if pakket is None:
        return Premieverloop((), partial(_uitleg_geen, soort, besluitdatum))
    waarom = partial(_uitleg_pakket, pakket, passend, besluitdatum, periode)
    return Premieverloop(pas_toe(pakket, periode), waarom)


def schijven_van(
    advies: Adviesperiode, startpakketten: Iterable[Startpakket]
) -> tuple[Schijf, ...]:
    """As `verloop_van`, without the reasons; for many at once. Prefetch `schijven`."""
    begin = eigen_schijven(advies)
    if not begin:
        pakket = standaardpakket(startpakketten, advies.soort, advies.besluitdatum)
        begin = () if pakket is None else pas_toe(pakket, advies.periode)
    return bijgesteld(begin, bijstellingen(advies), advies.periode)


def standaardpakket(
    startpakketten: Iterable[Startpakket], soort: str, besluitdatum: date
) -> Startpakket | None:
    """The package whose steps an advice has that has none of its own."""
    return next((p for p in startpakketten if p.standaard and _past(p, soort, besluitdatum)), None)


def verloop_van(advies: Adviesperiode, startpakketten: Iterable[Startpakket]) -> Premieverloop:
    """The steps of a stored advice; when there are many, from `met_eigen_schijven` or with
    `schijven` prefetched."""
    return premieverloop(
        soort=advies.soort,
        besluitdatum=advies.besluitdatum,
        periode=advies.periode,
        startpakketten=startpakketten,
        eigen=eigen_schijven(advies),
        besluiten=bijstellingen(advies),
    )


_REGEL = (
    "Het startpakket van de soort, geldig op de besluitdatum, telt per kwartaal vanaf het begin."
)
_REGEL_BESLUITEN = (
    "Vanaf de dag waarop een beslissing geldt, tellen haar percentages. Wat later beslist is, gaat "
    "voor vanaf zijn eigen dag. Wat ervoor gold, blijft."
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
    return [p for p in startpakketten if _past(p, soort, besluitdatum)]


def _past(pakket: Startpakket, soort: str, besluitdatum: date) -> bool:
    return pakket.soort == soort and besluitdatum in pakket.geldig


def pas_toe(pakket: Startpakket, periode: Periode) -> tuple[Schijf, ...]:
    """The package's steps on the quarters of the advice, cut to its period."""
    return op_kwartalen(kwartaalstappen(pakket), periode)


def kwartaalstappen(pakket: Startpakket) -> Kwartaalstappen:
    stappen: Kwartaalstappen = pakket.stappen  # type: ignore[attr-defined]
    return stappen


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


def _uitleg_besluiten(
    begin: Premieverloop, schijven: Sequence[Schijf], besluiten: Sequence[Bijstelling]
) -> Uitleg:
    """What counts, what each decision said, and where the steps before the first come from."""
    eerst = begin.uitleg
    invoer = [("Bij de start", eerst.antwoord), *eerst.invoer]
    invoer += [
        (f"Beslissing van {datum_kort(b.besluitdatum)}", _in_woorden(b.schijven)) for b in besluiten
    ]
    return replace(
        eerst, antwoord=_in_woorden(schijven), regel=_REGEL_BESLUITEN, invoer=tuple(invoer)
    )


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
    passend: Iterable[Startpakket],
    besluitdatum: date,
    periode: Periode,
) -> Uitleg:
    """Where the steps come from, and what they would be with the split that other sources give."""
    andere = {p.variant: pas_toe(p, periode) for p in passend if not p.standaard}
    varianten = [f"Met {naam} wordt het {_in_woorden(stand)}." for naam, stand in andere.items()]
    return Uitleg(
        antwoord=_in_woorden(pas_toe(pakket, periode)),
        regel=_REGEL,
        invoer=(
            ("Startpakket", str(pakket)),
            ("Besluitdatum", datum_kort(besluitdatum)),
        ),
        bron=f"{pakket.bron.titel} (zekerheid {pakket.bron.zekerheid})",
        tegenspraak=" ".join((pakket.toelichting, *varianten)) if andere else "",
    )
