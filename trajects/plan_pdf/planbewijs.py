"""The receipt of a plan on paper: the advice, and the start packages, behind the dates it shows.

A plan shows no amounts. What it computes is until when the support lasts and how the wage premium
falls; that is proven, and nothing of what people wrote in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings

from gedeeld.bewijs.canoniek import VreemdeData, als_bytes, als_data, uit_data
from gedeeld.bewijs.papier import Bewijsbestand, Bewijsfout
from gedeeld.bewijs.verschil import Naast, Verschil
from gedeeld.periode import Periode, ketens
from gedeeld.weergeven import datum_kort
from regels.domein.regelset import regelset
from regels.keuzes import SoortAdvies
from regels.models import Startpakket
from werknemers.domein.premies import (
    Kwartaalstappen,
    kwartaalstappen,
    laad_startpakketten,
    op_kwartalen,
    schijven_van,
    standaardpakket,
)
from werknemers.domein.schijven import Schijf, bijstellingen, eigen_schijven
from werknemers.models import Adviesperiode, Werknemer

SOORT: Final = "plan"
_WEG: Final = (
    "De werknemer van dit bewijs is er niet meer. We kunnen het niet naast vandaag leggen."
)
_ONBEKENDE_VORM: Final = (
    "De inhoud van dit bewijs past niet bij deze versie van de toepassing. Het is gemaakt met "
    "versie {versie}: kijk het daarmee na."
)


@dataclass(frozen=True, slots=True)
class Planpakket:
    """The start package that gave the steps; `sleutel` is that of its row."""

    sleutel: int
    geldig: Periode
    stappen: Kwartaalstappen


@dataclass(frozen=True, slots=True)
class Planadvies:
    """An advice; `eigen` are steps that were set by hand, or of an advice that was adjusted all of
    them, and go before those of the package."""

    soort: str
    besluitdatum: date
    periode: Periode
    niveau: str
    eigen: tuple[Schijf, ...]
    pakket: Planpakket | None

    @property
    def schijven(self) -> tuple[Schijf, ...]:
        if self.eigen or self.pakket is None:
            return self.eigen
        return op_kwartalen(self.pakket.stappen, self.periode)

    @property
    def naam(self) -> str:
        soort = SoortAdvies(self.soort).label if self.soort in SoortAdvies.values else self.soort
        return f"{soort} vanaf {datum_kort(self.periode.van)}"


@dataclass(frozen=True, slots=True)
class Planinvoer:
    """All advice of one employee; both others are keys."""

    organisatie: int
    werknemer: int
    adviezen: tuple[Planadvies, ...]

    @property
    def uitkomst(self) -> dict[str, Any]:
        """The chains of support, and the steps of each advice."""
        return {
            "ondersteuning": als_data(ketens(advies.periode for advies in self.adviezen)),
            "schijven": [als_data(advies.schijven) for advies in self.adviezen],
        }


def planbewijs(
    werknemer: Werknemer,
    adviezen: Iterable[Adviesperiode],
    startpakketten: Sequence[Startpakket],
    op: date,
) -> Bewijsbestand:
    """Of a plan with this advice, made on the day `op`."""
    invoer = _invoer(werknemer, adviezen, startpakketten)
    return Bewijsbestand(
        soort=SOORT,
        dag=op,
        versie=settings.VERSIE,
        regelset=regelset(),
        invoer=als_bytes(als_data(invoer)),
        uitkomst=als_bytes(invoer.uitkomst),
    )


def leg_plan_naast_vandaag(bewijs: Bewijsbestand) -> Naast:
    """Works it out again, and names the advice that differs today. Raises Bewijsfout."""
    toen = lees_plan(bewijs)
    anders = tuple(_anders(bewijs.uitkomst_data, toen))
    werknemer = Werknemer.objects.filter(organisatie=toen.organisatie, pk=toen.werknemer).first()
    if werknemer is None:
        return Naast(anders, (), _WEG)
    adviezen = werknemer.adviezen.prefetch_related("schijven")
    nu = _invoer(werknemer, adviezen, laad_startpakketten())
    return Naast(anders, tuple(_verschillen(toen.adviezen, nu.adviezen)))


def lees_plan(bewijs: Bewijsbestand) -> Planinvoer:
    """Raises Bewijsfout when this version of the program does not know what it holds."""
    try:
        invoer: Planinvoer = uit_data(Planinvoer, bewijs.invoer_data)
    except VreemdeData:
        raise Bewijsfout(_ONBEKENDE_VORM.format(versie=bewijs.versie)) from None
    return invoer


def _invoer(
    werknemer: Werknemer, adviezen: Iterable[Adviesperiode], startpakketten: Sequence[Startpakket]
) -> Planinvoer:
    alle = sorted(adviezen, key=lambda advies: advies.periode)
    delen = tuple(_advies(advies, startpakketten) for advies in alle)
    return Planinvoer(werknemer.organisatie_id, werknemer.pk, delen)


def _advies(advies: Adviesperiode, startpakketten: Sequence[Startpakket]) -> Planadvies:
    eigen = (
        schijven_van(advies, startpakketten) if bijstellingen(advies) else eigen_schijven(advies)
    )
    uit = None if eigen else standaardpakket(startpakketten, advies.soort, advies.besluitdatum)
    return Planadvies(
        soort=advies.soort,
        besluitdatum=advies.besluitdatum,
        periode=advies.periode,
        niveau=advies.begeleidingsniveau,
        eigen=eigen,
        pakket=None if uit is None else Planpakket(uit.pk, uit.geldig, kwartaalstappen(uit)),
    )


def _anders(toen: dict[str, Any], invoer: Planinvoer) -> Iterator[Verschil]:
    nu = invoer.uitkomst
    for wat in ("ondersteuning", "schijven"):
        if toen.get(wat) != nu[wat]:
            yield Verschil(wat, str(toen.get(wat)), str(nu[wat]))


def _verschillen(toen: Sequence[Planadvies], nu: Sequence[Planadvies]) -> Iterator[Verschil]:
    """By the first day of the advice."""
    oud = {advies.periode.van: advies for advies in toen}
    nieuw = {advies.periode.van: advies for advies in nu}
    for van in sorted({*oud, *nieuw}):
        was, is_nu = oud.get(van), nieuw.get(van)
        if was is None or is_nu is None:
            een = was or is_nu
            assert een is not None  # noqa: S101 - the day comes from one of both
            woorden = ("er niet", str(een.periode))
            yield Verschil(een.naam, *(woorden if was is None else woorden[::-1]))
        elif was != is_nu:
            yield Verschil(is_nu.naam, _in_woorden(was), _in_woorden(is_nu))


def _in_woorden(advies: Planadvies) -> str:
    stappen = ", dan ".join(f"{s.percentage} % ({s.periode})" for s in advies.schijven)
    delen = (f"besluit van {datum_kort(advies.besluitdatum)}", str(advies.periode), stappen)
    return "; ".join(filter(None, (*delen, f"begeleiding {advies.niveau}")))
