"""What differs between what a receipt was computed from and the same question today, by name."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final, TypeVar

from financiering.domein.bewijswoorden import (
    VELDNAMEN,
    in_tekst,
    veld_in_tekst,
    waarde_in_woorden,
    waardenaam,
)
from financiering.domein.rekeninvoer import Gebruiktewaarde, Rekeninvoer
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.scenario import Rekenscenario
from financiering.domein.rekenmodel.stand import Dienstbedrag
from gedeeld.bewijs.verschil import Verschil
from gedeeld.weergeven import datum_kort

T = TypeVar("T")
# Who somebody is, by key.
Naam = Callable[[str], str]
_GEEN: Final = "niets"


def op_sleutel(sleutel: str) -> str:
    """How somebody is called whom nothing else is known of."""
    return f"werknemer {sleutel}"


def verschillen(toen: Rekeninvoer, nu: Rekeninvoer, naam: Naam = op_sleutel) -> list[Verschil]:
    """Everything that differs: parameters first, then people, amounts and the scenario."""
    return [
        *_waarden(toen, nu),
        *_mensen(toen, nu, naam),
        *_bedragen("een bedrag", toen.stand.bedragen, nu.stand.bedragen),
        *_scenario(toen.scenario, nu.scenario, naam),
        *_velden("het scenario", toen, nu, alleen=("jaarindex",)),
    ]


def _waarden(toen: Rekeninvoer, nu: Rekeninvoer) -> Iterator[Verschil]:
    """The value of each parameter on each day on which it changes, then or now."""
    oud, nieuw = _per(_code, toen.waarden), _per(_code, nu.waarden)
    eerste = toen.tijdvak.van.eerste_dag
    for code, eigen in sorted({*oud, *nieuw}):
        was, is_nu = oud.get((code, eigen), []), nieuw.get((code, eigen), [])
        for dag in sorted({max(w.geldig.van, eerste) for w in (*was, *is_nu)}):
            yield from _op_dag(code, eigen, _op(was, dag), _op(is_nu, dag))


def _op_dag(
    code: str, eigen: bool, was: Gebruiktewaarde | None, is_nu: Gebruiktewaarde | None
) -> Iterator[Verschil]:
    if (was and was.waarde) == (is_nu and is_nu.waarde) and bool(was) == bool(is_nu):
        return
    van = max(w.geldig.van for w in (was, is_nu) if w is not None)
    wat = f"{waardenaam(code, eigen=eigen)} vanaf {datum_kort(van)}"
    yield Verschil(wat, _waarde(code, was), _waarde(code, is_nu), code)


def _waarde(code: str, waarde: Gebruiktewaarde | None) -> str:
    return "geen waarde" if waarde is None else waarde_in_woorden(code, waarde.waarde)


def _code(waarde: Gebruiktewaarde) -> tuple[str, bool]:
    return waarde.code, waarde.eigen


def _op(waarden: Iterable[Gebruiktewaarde], dag: date) -> Gebruiktewaarde | None:
    return next((waarde for waarde in waarden if dag in waarde.geldig), None)


def _mensen(toen: Rekeninvoer, nu: Rekeninvoer, naam: Naam) -> Iterator[Verschil]:
    oud, nieuw = toen.stand.mensen, nu.stand.mensen
    for sleutel in dict.fromkeys([*oud.sleutels, *nieuw.sleutels]):
        was, is_nu = oud.met_sleutel(sleutel), nieuw.met_sleutel(sleutel)
        if was is None or is_nu is None:
            hier = ("geen contract in deze kwartalen", "wel een contract")
            yield Verschil(naam(sleutel), *(hier if was is None else hier[::-1]))
        elif was != is_nu:
            yield from _persoon(naam(sleutel), was, is_nu)


def _persoon(wie: str, toen: Persoon, nu: Persoon) -> Iterator[Verschil]:
    yield from _lijst("contract", wie, _begin_en_dienst, toen.contracten, nu.contracten)
    yield from _lijst("advies", wie, _begin, toen.adviezen, nu.adviezen)
    yield from _velden(wie, toen, nu, behalve=("naam", "contracten", "adviezen"))


def _begin(advies: Advies) -> date:
    return advies.periode.van


def _begin_en_dienst(contract: Contract) -> tuple[date, str]:
    return contract.periode.van, contract.dienst


def _lijst(
    soort: str, wie: str, sleutel: Callable[[Any], Hashable], toen: Iterable[T], nu: Iterable[T]
) -> Iterator[Verschil]:
    """Contracts or advice of somebody, by the day on which they begin."""
    for was, is_nu in _paren(sleutel, toen, nu):
        begin = datum_kort((is_nu or was).periode.van)
        if was is None:
            yield Verschil(f"een nieuw {soort} van {wie} vanaf {begin}", _GEEN, in_tekst(is_nu))
        elif is_nu is None:
            yield Verschil(f"het {soort} van {wie} vanaf {begin}", in_tekst(was), _GEEN)
        else:
            yield from _velden(f"het {soort} van {wie} vanaf {begin}", was, is_nu)


def _bedragen(
    wat: str, toen: Iterable[Dienstbedrag], nu: Iterable[Dienstbedrag]
) -> Iterator[Verschil]:
    """By the record that they come from; those of a scenario by service, kind and first day."""
    for was, is_nu in _paren(_welk_bedrag, toen, nu):
        een = is_nu or was
        naam = f"{wat} van dienst {een.dienst} ({een.soort.replace('_', ' ')})"
        vanaf = f"{naam} vanaf {datum_kort(een.periode.van)}"
        if was is None or is_nu is None:
            yield Verschil(vanaf, *(_GEEN if b is None else in_tekst(b) for b in (was, is_nu)))
        else:
            yield from _velden(vanaf, was, is_nu)


def _welk_bedrag(bedrag: Dienstbedrag) -> Hashable:
    if bedrag.bron is not None:
        return bedrag.bron, bedrag.soort
    return bedrag.dienst, bedrag.soort, bedrag.periode.van


def _scenario(toen: Rekenscenario, nu: Rekenscenario, naam: Naam) -> Iterator[Verschil]:
    """What is said about one employee is named; the rest is laid side by side as it is."""
    yield from _bedragen("een bedrag in het scenario", toen.bedragen, nu.bedragen)
    yield from _velden("het scenario", toen, nu, behalve=("bedragen",), naam=naam)


def _velden(
    wat: str,
    toen: Any,
    nu: Any,
    *,
    alleen: Iterable[str] | None = None,
    behalve: Iterable[str] = (),
    naam: Naam = op_sleutel,
) -> Iterator[Verschil]:
    """Each field of two objects of one class, so that a new one is compared as well."""
    namen = alleen or [veld.name for veld in fields(toen) if veld.compare and veld.init]
    for veld in namen:
        was, is_nu = getattr(toen, veld), getattr(nu, veld)
        if veld in behalve or was == is_nu:
            continue
        heet = VELDNAMEN.get(veld, veld.replace("_", " "))
        if isinstance(was, Mapping):
            for sleutel in dict.fromkeys([*was, *is_nu]):
                een, twee = was.get(sleutel, _GEEN), is_nu.get(sleutel, _GEEN)
                if een != twee:
                    yield Verschil(f"{heet} van {naam(sleutel)}", in_tekst(een), in_tekst(twee))
        else:
            yield Verschil(f"{wat}: {heet}", veld_in_tekst(veld, was), veld_in_tekst(veld, is_nu))


def _per(sleutel: Callable[[T], Hashable], dingen: Iterable[T]) -> dict[Any, list[T]]:
    groepen: dict[Any, list[T]] = defaultdict(list)
    for ding in dingen:
        groepen[sleutel(ding)].append(ding)
    return groepen


def _paren(
    sleutel: Callable[[Any], Hashable], toen: Iterable[T], nu: Iterable[T]
) -> Iterator[tuple[Any, Any]]:
    """What differs, as pairs with the same key; None where there is no other. Whatever stands
    equal on both sides is out of it, also when more things have one key."""
    oud, nieuw = _per(sleutel, toen), _per(sleutel, nu)
    for welk in dict.fromkeys([*oud, *nieuw]):
        links = _zonder(oud.get(welk, []), nieuw.get(welk, []))
        rechts = _zonder(nieuw.get(welk, []), oud.get(welk, []))
        for plaats in range(max(len(links), len(rechts))):
            yield _op_plaats(links, plaats), _op_plaats(rechts, plaats)


def _zonder(alle: list[T], andere: list[T]) -> list[T]:
    over = list(andere)
    rest = []
    for ding in alle:
        if ding in over:
            over.remove(ding)
        else:
            rest.append(ding)
    return rest


def _op_plaats(lijst: list[T], plaats: int) -> T | None:
    return lijst[plaats] if plaats < len(lijst) else None
