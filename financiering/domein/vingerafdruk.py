"""Whether two nights count with the same: sooner known than the code of a receipt.

Columns go in as the bytes that they are, and what most organisations share is written once. Equal
fingerprints are equal inputs; unequal ones need not differ, and then the code decides.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.rekenmodel.persoon import Advies
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Tarieven
from gedeeld.bewijs.canoniek import als_bytes, als_data

_EINDE: Final = b"\0"
# What is kept for the whole night, so that it is one object in all organisations.
_GEDEELD: Final = (Advies, Tarieven)
_HOOGSTENS: Final = 2**13
_BEKEND: Final[dict[int, tuple[Any, bytes]]] = {}


def vingerafdruk(stand: Stand, tarieven: Tarieven) -> bytes:
    """Of what a forecast without any scenario counts with. Names say nothing."""
    som = hashlib.sha256()
    for deel in _delen((stand.diensten, stand.mensen, stand.bedragen, tarieven)):
        som.update(deel)
        som.update(_EINDE)
    return som.digest()


def _delen(ding: Any) -> Iterator[Any]:
    soort: Any = type(ding)
    if isinstance(ding, np.ndarray):
        yield ding.dtype.str.encode()
        yield np.ascontiguousarray(ding)
    elif isinstance(ding, str):
        yield ding.encode()
    elif isinstance(ding, _GEDEELD):
        yield _geschreven(ding)
    elif is_dataclass(ding):
        for naam in _velden(soort):
            yield from _delen(getattr(ding, naam))
    elif isinstance(ding, Sequence):
        yield from _rij(ding)
    else:
        yield str(ding).encode()


def _rij(dingen: Sequence[Any]) -> Iterator[Any]:
    """With how many there are, so that no two of them run into each other."""
    yield str(len(dingen)).encode()
    if dingen and isinstance(dingen[0], str):
        yield "\0".join(dingen).encode()
        return
    for ding in dingen:
        yield from _delen(ding)


@lru_cache
def _velden(soort: type) -> tuple[str, ...]:
    namen = (veld.name for veld in fields(soort) if veld.init and veld.compare)
    return tuple(naam for naam in namen if (soort, naam) != (Mensen, "namen"))


def _geschreven(ding: Any) -> bytes:
    """By which object it is: to compare all its days would cost more than writing them."""
    gevonden = _BEKEND.get(id(ding))
    if gevonden is not None and gevonden[0] is ding:
        return gevonden[1]
    if len(_BEKEND) >= _HOOGSTENS:
        _BEKEND.clear()
    geschreven = als_bytes(als_data(ding))
    _BEKEND[id(ding)] = ding, geschreven
    return geschreven
