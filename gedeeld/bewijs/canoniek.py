"""Objects of a model as plain data and back: equal objects give equal bytes, in every year.

Written by what the objects hold, read by how their classes are annotated, so a field that joins a
class joins the receipt. No fractions of two: every number is whole, or text.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode

# Floats of a model are multiples of one over this, and mostly whole.
_DELER: Final = 10**6


class VreemdeData(ValueError):
    """The data are not those of such an object."""


def als_bytes(data: Any) -> bytes:
    """The one way in which plain data are written."""
    tekst = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return tekst.encode()


def als_data(ding: Any) -> Any:
    """Plain data of a dataclass and whatever it holds. What does not count when two of them are
    compared is left out."""
    soort: Any = type(ding)
    return _schrijver(soort)(ding)


@lru_cache
def _schrijver(soort: type) -> Callable[[Any], Any]:
    """How all objects of a class are written: a receipt holds thousands of a few classes."""
    if soort in _SCHRIJVERS:
        return _SCHRIJVERS[soort]
    if is_dataclass(soort):
        namen = tuple(veld.name for veld in _velden(soort))
        return lambda ding: {naam: als_data(getattr(ding, naam)) for naam in namen}
    if issubclass(soort, Enum):
        return attrgetter("value")
    if issubclass(soort, Mapping):
        return _afbeelding
    if issubclass(soort, Sequence):
        return lambda reeks: [als_data(deel) for deel in reeks]
    raise TypeError(f"A receipt has no way to write {soort.__name__}.")


def _afbeelding(afbeelding: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(sleutel): als_data(waarde) for sleutel, waarde in afbeelding.items()}


def _kolom(kolom: NDArray[Any]) -> Any:
    if kolom.dtype.kind != "f":
        return kolom.tolist()
    deler = 1 if np.array_equal(kolom, np.rint(kolom)) else _DELER
    heel = np.rint(kolom * deler)
    if not np.array_equal(heel / deler, kolom):
        raise TypeError("A receipt holds millionths, and nothing between them.")
    return {"deler": deler, "tellers": heel.astype(np.int64).tolist()}


def _decimaal(getal: Decimal) -> str:
    """Without zeros that say nothing: equal values are written the same."""
    return f"{getal.normalize():f}" if getal else "0"


def _zelf(ding: Any) -> Any:
    return ding


_SCHRIJVERS: Final[dict[type, Callable[[Any], Any]]] = {
    NoneType: _zelf,
    bool: _zelf,
    int: _zelf,
    str: _zelf,
    Decimal: _decimaal,
    Fraction: str,
    date: date.isoformat,
    Kwartaal: str,
    Periode: lambda periode: [periode.van.isoformat(), periode.tot and periode.tot.isoformat()],
    np.ndarray: _kolom,
}


def uit_data(soort: Any, data: Any, als: Mapping[tuple[Any, str], Any] | None = None) -> Any:
    """An object of the kind. `als` gives the kind of a field, by class and name, whose annotation
    does not say what was written. Raises VreemdeData."""
    try:
        return _Lezer(als or {}).lees(soort, data)
    except (TypeError, ValueError, KeyError, ArithmeticError, AttributeError) as fout:
        raise VreemdeData(str(fout)) from fout


class _Lezer:
    def __init__(self, als: Mapping[tuple[Any, str], Any]) -> None:
        self._als = als

    def lees(self, soort: Any, data: Any) -> Any:
        if soort in _LEZERS:
            return _LEZERS[soort](data)
        oorsprong = get_origin(soort)
        if oorsprong is not None:
            return self._samengesteld(oorsprong, get_args(soort), data)
        if is_dataclass(soort):
            return self._dataclass(soort, data)
        if isinstance(soort, type) and issubclass(soort, Enum):
            return soort(data)
        raise TypeError(f"A receipt has no way to read {soort}.")

    def _samengesteld(self, oorsprong: Any, delen: tuple[Any, ...], data: Any) -> Any:
        if oorsprong in (Union, UnionType):
            (eigenlijk,) = (deel for deel in delen if deel is not NoneType)
            return None if data is None else self.lees(eigenlijk, data)
        if oorsprong is np.ndarray:
            return _lees_kolom(get_args(delen[1])[0], data)
        if issubclass(oorsprong, Mapping):
            return {
                self.lees(delen[0], sleutel): self.lees(delen[1], waarde)
                for sleutel, waarde in data.items()
            }
        if oorsprong is tuple and Ellipsis not in delen:
            return tuple(self.lees(d, stuk) for d, stuk in zip(delen, data, strict=True))
        return tuple(self.lees(delen[0], stuk) for stuk in data)

    def _dataclass(self, soort: Any, data: Any) -> Any:
        """Raises for a field that it does not know: leaving it out would give other figures."""
        bekend = {veld.name: veld for veld in _velden(soort)}
        if vreemd := set(data) - set(bekend):
            raise ValueError(f"onbekend: {', '.join(sorted(vreemd))}")
        soorten = _annotaties(soort)
        return soort(
            **{
                naam: self.lees(self._als.get((soort, naam), soorten[naam]), data[naam])
                for naam, veld in bekend.items()
                if naam in data or not _heeft_standaard(veld)
            }
        )


def _lees_kolom(soort: Any, data: Any) -> NDArray[Any]:
    if isinstance(data, Mapping):
        return np.array(data["tellers"], np.int64) / int(data["deler"])
    return np.array(data, soort)


def _geheel(data: Any) -> int:
    """Raises for what only looks like a whole number."""
    if type(data) is not int:
        raise ValueError(f"geen geheel getal: {data!r}")
    return data


_LEZERS: Final[dict[Any, Callable[[Any], Any]]] = {
    bool: bool,
    int: _geheel,
    str: str,
    Decimal: Decimal,
    Fraction: Fraction,
    date: date.fromisoformat,
    Kwartaal: Kwartaal.lees,
    Periode: lambda data: Periode(*(dag and date.fromisoformat(dag) for dag in data)),
}


@lru_cache
def _velden(soort: type) -> "tuple[Field[Any], ...]":
    """What an object is made from, and is compared by."""
    return tuple(veld for veld in fields(soort) if veld.init and veld.compare)


@lru_cache
def _annotaties(soort: type) -> dict[str, Any]:
    return get_type_hints(soort)


def _heeft_standaard(veld: "Field[Any]") -> bool:
    return veld.default is not MISSING or veld.default_factory is not MISSING
