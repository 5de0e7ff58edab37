"""A receipt as a file that can be read without this application, and back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from gedeeld.bewijs.bewijscode import bewijscode
from gedeeld.bewijs.canoniek import als_bytes

# Goes up when an older program could not read a receipt any more.
FORMAAT: Final = 1
_GEEN_BEWIJS: Final = "Dit is geen bewijs, of het bestand is beschadigd."
_ANDER_FORMAAT: Final = (
    "Dit bewijs heeft vorm {vorm}; deze versie kent alleen vorm {bekend}. Gebruik een versie van "
    "de toepassing die het kan lezen."
)
VERANDERD: Final = (
    "Dit bewijs is veranderd nadat het gemaakt is: de inhoud hoort niet bij de code. We rekenen er "
    "niet mee."
)


class Bewijsfout(ValueError):
    """A receipt that cannot be used; the message says why, in Dutch."""


@dataclass(frozen=True)
class Bewijsbestand:
    """`invoer` is all that is needed to compute `uitkomst` again; both as `als_bytes` writes them.
    `dag`, `versie` and `regelset` say when and with which program that was done, and are no part
    of the code."""

    soort: str
    dag: date
    versie: str
    regelset: str
    invoer: bytes
    uitkomst: bytes

    @cached_property
    def code(self) -> str:
        return bewijscode(self.invoer)

    @property
    def invoer_data(self) -> Any:
        return json.loads(self.invoer)

    @property
    def uitkomst_data(self) -> Any:
        return json.loads(self.uitkomst)

    def als_bestand(self) -> bytes:
        inhoud = {
            "formaat": FORMAAT,
            "code": self.code,
            "soort": self.soort,
            "dag": self.dag.isoformat(),
            "versie": self.versie,
            "regelset": self.regelset,
            "invoer": self.invoer_data,
            "uitkomst": self.uitkomst_data,
        }
        return als_bytes(inhoud | {"zegel": _zegel(inhoud)})


def lees_bestand(inhoud: bytes) -> Bewijsbestand:
    """Raises Bewijsfout for what is no receipt, is of another form, or was changed."""
    try:
        data = json.loads(inhoud)
    except ValueError:
        raise Bewijsfout(_GEEN_BEWIJS) from None
    if not isinstance(data, dict) or type(data.get("formaat")) is not int:
        raise Bewijsfout(_GEEN_BEWIJS)
    if data["formaat"] != FORMAAT:
        raise Bewijsfout(_ANDER_FORMAAT.format(vorm=data["formaat"], bekend=FORMAAT))
    zegel = data.pop("zegel", None)
    try:
        bewijs = _bewijs(data)
    except (KeyError, TypeError, ValueError):
        raise Bewijsfout(_GEEN_BEWIJS) from None
    if zegel != _zegel(data) or data.get("code") != bewijs.code:
        raise Bewijsfout(VERANDERD)
    return bewijs


def _bewijs(data: Mapping[str, Any]) -> Bewijsbestand:
    return Bewijsbestand(
        soort=str(data["soort"]),
        dag=date.fromisoformat(data["dag"]),
        versie=str(data["versie"]),
        regelset=str(data["regelset"]),
        invoer=als_bytes(data["invoer"]),
        uitkomst=als_bytes(data["uitkomst"]),
    )


def _zegel(inhoud: Mapping[str, Any]) -> str:
    """Against a slip of the pen: what is no part of the code has to fit as well."""
    return hashlib.sha256(als_bytes(inhoud)).hexdigest()
