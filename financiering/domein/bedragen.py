"""What comes with a service, whoever works there: added, changed, followed by another, ended."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, TypeVar, Unpack, cast

from django.core.exceptions import ValidationError

from financiering.models import Klaverbladbron, Omkadering
from financiering.schrijvers import BRONNEN, OMKADERINGEN
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.schrijver import Schrijver
from gedeeld.weergeven import datum_voluit, verkeerd_om
from werknemers.models import Dienst
from werknemers.schrijvers import DIENSTEN

Dienstpost = Klaverbladbron | Omkadering
P = TypeVar("P", bound=Dienstpost)


class Brongegevens(TypedDict):
    """`bedrag` in euro per quarter, as a whole or for each full-time job (`wijze`); `laatste_dag`
    None for an open end."""

    blad: str
    omschrijving: str
    bedrag: Decimal
    wijze: str
    eerste_dag: date
    laatste_dag: date | None
    geindexeerd: bool


class Omkaderinggegevens(TypedDict):
    """`bedrag_per_vte` in euro per quarter; `laatste_dag` None for an open end."""

    bedrag_per_vte: Decimal
    eerste_dag: date
    laatste_dag: date | None
    geindexeerd: bool


def voeg_bron_toe(
    *, dienst: Dienst, door: Gebruiker | None, **gegevens: Unpack[Brongegevens]
) -> Klaverbladbron:
    """Raises ValidationError by field; `door` is None for the demo."""
    with als_zin():
        DIENSTEN.vergrendel(dienst)
        return _bewaar(Klaverbladbron(dienst=dienst), gegevens, door=door)


def wijzig_bron(
    bron: Klaverbladbron,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Brongegevens],
) -> Klaverbladbron:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        return _bewaar(_vergrendel(bron, gezien), gegevens, door=door)


def voeg_omkadering_toe(
    *, dienst: Dienst, door: Gebruiker | None, **gegevens: Unpack[Omkaderinggegevens]
) -> Omkadering:
    """Raises ValidationError by field; `door` is None for the demo."""
    with als_zin():
        DIENSTEN.vergrendel(dienst)
        return _bewaar(Omkadering(dienst=dienst), gegevens, door=door)


def wijzig_omkadering(
    omkadering: Omkadering,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Omkaderinggegevens],
) -> Omkadering:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        return _bewaar(_vergrendel(omkadering, gezien), gegevens, door=door)


def laat_volgen(
    post: P, *, door: Gebruiker, gezien: datetime | None, vanaf: date, bedrag: Decimal
) -> P:
    """Another amount from this day on: the present one ends the day before, and stays for what was.

    Returns the new one. Raises ValidationError by field when the day is not within its period.
    """
    with als_zin():
        huidig = _vergrendel(post, gezien)
        if vanaf not in huidig.geldig or vanaf == huidig.geldig.van:
            raise ValidationError({"vanaf": _buiten(huidig.geldig)})
        vervolg = {veld: getattr(huidig, veld) for veld in _blijvend(huidig)} | {
            _bedragveld(huidig): bedrag,
            "geldig": Periode(vanaf, huidig.geldig.tot),
        }
        _sluit(huidig, Periode(huidig.geldig.van, vanaf), door)
        return _zet(type(post)(dienst=huidig.dienst), vervolg, door=door)


def beeindig(post: P, *, door: Gebruiker, gezien: datetime | None, laatste_dag: date) -> P:
    """It counts up to and including this day. Raises ValidationError by field."""
    with als_zin():
        huidig = _vergrendel(post, gezien)
        return _sluit(huidig, _periode(huidig.geldig.van, laatste_dag), door)


def verwijder(post: P, *, door: Gebruiker | None, gezien: datetime | None) -> P:
    """For a mistake; what was right and is over is ended. Returns what it was; raises
    ValidationError when it changed since `gezien`."""
    with als_zin():
        huidig = _vergrendel(post, gezien)
        _schrijver(huidig).verwijder(huidig, door=door)
    return huidig


def _bewaar(post: P, gegevens: Mapping[str, Any], *, door: Gebruiker | None) -> P:
    nieuw = dict(gegevens)
    nieuw["geldig"] = _periode(nieuw.pop("eerste_dag"), nieuw.pop("laatste_dag"))
    _eis_dat_het_telt(nieuw["geldig"])
    if "omschrijving" in nieuw:
        nieuw["omschrijving"] = " ".join(nieuw["omschrijving"].split())
    return _zet(post, nieuw, door=door)


def _zet(post: P, nieuw: Mapping[str, Any], *, door: Gebruiker | None, actie: str = "") -> P:
    _schrijver(post).schrijf(post, nieuw, door=door, actie=actie)
    return post


def _schrijver(post: P) -> Schrijver[P]:
    schrijver: Any = BRONNEN if isinstance(post, Klaverbladbron) else OMKADERINGEN
    return cast("Schrijver[P]", schrijver)


def _vergrendel(post: P, gezien: datetime | None) -> P:
    """One at a time for a service: two that overlap would wait for each other, and both fail."""
    DIENSTEN.vergrendel(post.dienst)
    return _schrijver(post).vergrendel(post, gezien)


def _periode(eerste_dag: date, laatste_dag: date | None) -> Periode:
    if laatste_dag is not None and laatste_dag < eerste_dag:
        raise ValidationError({"laatste_dag": verkeerd_om(eerste_dag, laatste_dag)})
    return Periode.tem(eerste_dag, laatste_dag)


def _eis_dat_het_telt(geldig: Periode) -> None:
    """An amount counts in the quarters on whose first day it is in force."""
    kwartaal = Kwartaal.van(geldig.van)
    eerste = kwartaal if kwartaal.eerste_dag == geldig.van else kwartaal + 1
    if geldig.laatste_dag is not None and geldig.laatste_dag < eerste.eerste_dag:
        raise ValidationError(
            {
                "laatste_dag": "Zo telt dit bedrag nooit mee: in deze periode begint geen enkel "
                f"kwartaal. Kies een dag vanaf {datum_voluit(eerste.eerste_dag)}."
            }
        )


def _buiten(geldig: Periode) -> str:
    einde = f" en t.e.m. {datum_voluit(geldig.laatste_dag)}" if geldig.laatste_dag else ""
    return f"Het huidige bedrag geldt vanaf {datum_voluit(geldig.van)}. Kies een dag daarna{einde}."


def _bedragveld(post: Dienstpost) -> str:
    return "bedrag" if isinstance(post, Klaverbladbron) else "bedrag_per_vte"


def _blijvend(post: Dienstpost) -> tuple[str, ...]:
    """What the next amount has in common with this one."""
    if isinstance(post, Klaverbladbron):
        return ("blad", "omschrijving", "wijze", "geindexeerd")
    return ("geindexeerd",)


def _sluit(post: P, geldig: Periode, door: Gebruiker) -> P:
    return _zet(post, {"geldig": geldig}, door=door, actie="beëindigd")
