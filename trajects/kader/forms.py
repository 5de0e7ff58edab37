"""Hours and amounts of training, typed as people type them; each refused in its own words."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from gedeeld.weergeven import getal
from werknemers.domein.invoer.getallen import lees_bedrag
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.forms.velden import Leesveld

# What the columns of the database hold at most.
_HOOGSTE_UREN: Final = Decimal("9999.99")
_TE_VEEL_UREN: Final = "“{}” is te hoog: hoogstens 9.999 uur."
_UREN: Final = {
    "bedrag_negatief": "Een aantal uren kan niet negatief zijn ({}). Kijk het na.",
    "bedrag_te_hoog": _TE_VEEL_UREN,
    "bedrag_onleesbaar": "“{}” is geen aantal uren. Schrijf het zo: 7,5.",
    "bedrag_dubbelzinnig": "“{}” kan op twee manieren gelezen worden. Schrijf 7,5 of 7,25.",
}
_BEDRAG: Final = {
    "bedrag_negatief": "Een bedrag kan niet negatief zijn ({}). Kijk het na.",
    "bedrag_te_hoog": "“{}” is te hoog. Staat de komma op haar plaats?",
}


def urenveld(label: str, **opties: Any) -> Leesveld[Decimal]:
    def lees(tekst: str) -> Decimal:
        uren = _lees(tekst, _UREN)
        if uren > _HOOGSTE_UREN:
            raise Onleesbaar("uren_te_hoog", _TE_VEEL_UREN.format(tekst))
        return uren

    return _veld(label, lees, **opties)


def bedragveld(label: str, **opties: Any) -> Leesveld[Decimal]:
    return _veld(label, lambda tekst: _lees(tekst, _BEDRAG), **opties)


def _lees(tekst: str, zinnen: Mapping[str, str]) -> Decimal:
    """As an amount; what is refused, in the sentence for its code."""
    try:
        return lees_bedrag(tekst)
    except Onleesbaar as fout:
        zin = zinnen[fout.code].format(tekst) if fout.code in zinnen else fout.zin
        raise Onleesbaar(fout.code, zin) from None


def _veld(label: str, lees: Callable[[str], Decimal], **opties: Any) -> Leesveld[Decimal]:
    return Leesveld(label=label, required=False, max_length=20, lees=lees, toon=getal, **opties)
