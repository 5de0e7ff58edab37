"""The columns of a file as they are kept for the page that asks about them: encrypted, since it
holds samples of cells."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from gedeeld.versleuteling import OnleesbareWaarde, ontsleutel_bytes, versleutel_bytes
from werknemers.domein.invoer.gewoontevraag import Gewoontevraag
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomoordeel import Kolomoordeel, korte_titel


@dataclass(frozen=True, slots=True)
class Kolombeeld:
    """A column as the page shows it: what we think it is (`kolom`, "" for nothing that we read),
    whether somebody has to answer (`open`), and the habit that counts now."""

    sleutel: str
    titel: str
    letter: str
    voorbeelden: tuple[str, ...]
    kolom: str
    open: bool
    vraag: Gewoontevraag | None
    gewoonte: str


@dataclass(frozen=True, slots=True)
class Kolommenbeeld:
    """All columns, and the required ones for which none stands yet."""

    kolommen: tuple[Kolombeeld, ...]
    ontbreekt: tuple[Kolom, ...]


def versleutel_beeld(oordelen: Iterable[Kolomoordeel], ontbreekt: Sequence[Kolom] = ()) -> bytes:
    kolommen = [asdict(_beeld(oordeel)) for oordeel in oordelen]
    inhoud = {"kolommen": kolommen, "ontbreekt": [str(kolom) for kolom in ontbreekt]}
    return versleutel_bytes(json.dumps(inhoud, default=str).encode())


def lees_beeld(bewaard: bytes) -> Kolommenbeeld | None:
    """The columns as they were kept; None when there are none, or no key opens them."""
    if not bewaard:
        return None
    try:
        inhoud = json.loads(ontsleutel_bytes(bewaard))
    except OnleesbareWaarde:
        return None
    ontbreekt = tuple(map(Kolom, inhoud["ontbreekt"]))
    return Kolommenbeeld(tuple(map(_uit_json, inhoud["kolommen"])), ontbreekt)


def _beeld(oordeel: Kolomoordeel) -> Kolombeeld:
    return Kolombeeld(
        sleutel=oordeel.titel.sleutel,
        titel=korte_titel(oordeel.titel.tekst),
        letter=oordeel.letter,
        voorbeelden=oordeel.voorbeelden,
        kolom=oordeel.titel.kolom or "",
        open=oordeel.open,
        vraag=oordeel.vraag,
        gewoonte=oordeel.gewoonte,
    )


def _uit_json(rij: dict[str, object]) -> Kolombeeld:
    vraag = rij.pop("vraag")
    if isinstance(vraag, dict):
        opties = tuple(vraag.pop("opties"))
        minstens = Decimal(vraag.pop("minstens"))
        rij["vraag"] = Gewoontevraag(opties=opties, minstens=minstens, **vraag)
    else:
        rij["vraag"] = None
    rij["voorbeelden"] = tuple(rij["voorbeelden"])  # type: ignore[arg-type]
    return Kolombeeld(**rij)  # type: ignore[arg-type]
