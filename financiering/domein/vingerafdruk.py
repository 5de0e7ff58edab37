"""Whether two nights count with the same: sooner known than the code of a receipt.

Columns go in as the bytes that they are, and what most organisations share is written once. Equal
fingerprints are equal inputs; unequal ones need not differ, and then the code decides.
"""

import hashlib
from collections.abc import Sequence
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
_GEDEELD: Final = frozenset({Advies, Tarieven})
_HOOGSTENS: Final = 2**13
_BEKEND: Final[dict[int, tuple[Any, bytes]]] = {}


def vingerafdruk(stand: Stand, tarieven: Tarieven) -> bytes:
    """Of what a forecast without any scenario counts with. Names say nothing."""
    delen: list[bytes] = []
    for ding in (stand.diensten, stand.mensen, stand.bedragen, tarieven):
        _schrijf(ding, delen)
    return hashlib.sha256(_EINDE.join(delen)).digest()


def _schrijf(ding: Any, delen: list[bytes]) -> None:
    """The parts of one thing, whatever it is made of."""
    soort: Any = type(ding)
    if soort is np.ndarray:
        delen += (ding.dtype.str.encode(), str(len(ding)).encode(), ding.tobytes())
    elif soort in _GEDEELD:
        delen.append(_geschreven(ding))
    elif soort in (tuple, list):
        _schrijf_rij(ding, delen)
    elif is_dataclass(ding):
        for naam in _velden(soort):
            _schrijf(getattr(ding, naam), delen)
    else:
        delen.append(str(ding).encode())


def _schrijf_rij(dingen: Sequence[Any], delen: list[bytes]) -> None:
    """With how many there are, so that no two of them run into each other; all are of one kind."""
    delen.append(str(len(dingen)).encode())
    soort = type(dingen[0]) if dingen else None
    if soort is str:
        delen.append("\0".join(dingen).encode())
    elif soort in _GEDEELD:
        delen += map(_geschreven, dingen)
    else:
        for ding in dingen:
            _schrijf(ding, delen)


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
