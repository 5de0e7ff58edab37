"""How what a receipt holds reads in a sentence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from financiering.domein.rekenmodel.persoon import Rekenschijf
from financiering.domein.waarom_bijdrage import procent_van
from gedeeld.periode import Periode
from gedeeld.weergeven import bedrag, breuk, datum_kort, getal
from regels.domein.parameters import in_woorden
from regels.keuzes import Parametercode

# As people call the fields of the model; the others are read as they are.
VELDNAMEN: Final = {
    "adviezen": "adviezen",
    "bedragen": "bedragen",
    "besluiten": "beslissingen sindsdien",
    "breuk": "tewerkstellingsbreuk",
    "bruto": "brutoloon",
    "deel": "bijdrage",
    "geindexeerd": "gaat met de index mee",
    "gepland": "de geplande laatste dag",
    "jaarindex": "jaarlijkse index in procent",
    "keten_van": "begin van de ononderbroken reeks",
    "lde": "LDE-overgang",
    "na_maanden": "maanden tot iemand nieuw begint",
    "niveau": "begeleiding",
    "opgaven": "opgaven van het sociaal secretariaat",
    "pakket": "startpakket",
    "per_vte": "per voltijdse job",
    "schijven": "percentages",
    "verlengingen": "de verlenging",
    "vertrek": "de laatste dag",
    "vervanging": "hoe een plaats weer wordt ingevuld",
}
_GELD: Final = frozenset({"bedrag", "bruto"})
_DEEL: Final = frozenset({"deel"})


def waardenaam(code: str, *, eigen: bool) -> str:
    """How a parameter is called; a later version may not know its code any more."""
    label = Parametercode(code).label if code in Parametercode.values else code
    return f"{label} (eigen waarde)" if eigen else str(label)


def waarde_in_woorden(code: str, waarde: Decimal | None) -> str:
    """In the unit of its parameter."""
    return in_woorden(code, waarde) if code in Parametercode.values else in_tekst(waarde)


def veld_in_tekst(veld: str, waarde: Any) -> str:
    """The value of a field, in its unit."""
    if veld in _GELD and isinstance(waarde, Decimal):
        return bedrag(waarde)
    if veld in _DEEL and isinstance(waarde, Fraction):
        return procent_van(waarde)
    return in_tekst(waarde)


def in_tekst(waarde: Any) -> str:
    """A value of whatever kind."""
    schrijf = _SCHRIJVERS.get(type(waarde))
    if schrijf is not None:
        return schrijf(waarde)
    if is_dataclass(waarde):
        return ", ".join(_delen(waarde)) or "niets"
    if isinstance(waarde, Mapping):
        return _opsomming(f"{sleutel}: {in_tekst(deel)}" for sleutel, deel in waarde.items())
    if isinstance(waarde, tuple | list):
        return _opsomming(map(in_tekst, waarde))
    return str(waarde) or "geen"


def _delen(ding: Any) -> Iterable[str]:
    """What it says, with the name of each part; what says nothing stays out."""
    for veld in fields(ding):
        waarde = getattr(ding, veld.name)
        if veld.compare and waarde not in _ZEGT_NIETS:
            heet = VELDNAMEN.get(veld.name, veld.name.replace("_", " "))
            yield f"{heet} {veld_in_tekst(veld.name, waarde)}"


_ZEGT_NIETS: Final[tuple[Any, ...]] = (None, "", (), {})


def _opsomming(delen: Iterable[str]) -> str:
    return "; ".join(delen) or "geen"


def _decimaal(waarde: Decimal) -> str:
    return breuk(Fraction(waarde)) if waarde % 1 else getal(waarde, 0)


_SCHRIJVERS: Final[dict[type, Callable[[Any], str]]] = {
    type(None): lambda _: "geen",
    bool: lambda waarde: "ja" if waarde else "nee",
    date: datum_kort,
    Decimal: _decimaal,
    Fraction: breuk,
    Periode: str,
    Rekenschijf: lambda schijf: f"{schijf.percentage} % ({schijf.periode})",
}
