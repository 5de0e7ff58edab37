"""The national number: checked, compared with the birth date, found by its hash."""

from datetime import date
from types import ModuleType
from typing import Final

from django.core.exceptions import ValidationError
from stdnum.be import bis, nn
from stdnum.exceptions import ValidationError as OngeldigNummer

from gedeeld.velden import OnleesbareTekst
from gedeeld.versleuteling import zoekwaarde
from gedeeld.weergeven import datum_kort

INSZ_ONLEESBAAR: Final = (
    f"{OnleesbareTekst.ZIN}: de sleutel ontbreekt. Het nummer is niet weg. Verwittig je beheerder."
)


def lees_insz(tekst: str) -> str:
    """The eleven digits. Raises ValidationError with a Dutch sentence when they cannot be right."""
    cijfers = nn.compact(tekst)
    if len(cijfers) != 11 or not cijfers.isdigit():
        raise ValidationError(
            "Een INSZ telt 11 cijfers, bijvoorbeeld 85.07.30-033.28.", code="insz_vorm"
        )
    _register(cijfers)
    return cijfers


def geboortedatum_van(cijfers: str) -> date | None:
    """The birth date in the number; None for a bis number that carries none."""
    datum = _register(cijfers).get_birth_date(cijfers)
    return datum if isinstance(datum, date) else None


def eis_geboortedatum(cijfers: str, geboortedatum: date) -> None:
    """Raise ValidationError when the number carries another birth date."""
    uit_nummer = geboortedatum_van(cijfers)
    if uit_nummer is not None and uit_nummer != geboortedatum:
        raise ValidationError(
            f"De geboortedatum ({datum_kort(geboortedatum)}) past niet bij het INSZ "
            f"({datum_kort(uit_nummer)}). Kijk na welke van de twee juist is.",
            code="geboortedatum_insz",
        )


def toon_insz(cijfers: str) -> str:
    """85.07.30-033.28"""
    if len(cijfers) != 11:
        return cijfers
    return f"{cijfers[:2]}.{cijfers[2:4]}.{cijfers[4:6]}-{cijfers[6:9]}.{cijfers[9:]}"


def leesbaar_insz(insz: str) -> str:
    """The digits; empty when there are none, or none that a key opens."""
    return "" if isinstance(insz, OnleesbareTekst) else insz


def zoek_insz(cijfers: str) -> str | None:
    """The look-up hash; None without a number, so that several people may have none yet."""
    return zoekwaarde(cijfers) if cijfers else None


def _register(cijfers: str) -> ModuleType:
    """The module of the register that knows this number."""
    for register in (nn, bis):
        try:
            register.validate(cijfers)
        except OngeldigNummer:
            continue
        return register
    raise ValidationError(
        "Het controlegetal van dit INSZ klopt niet. Kijk de cijfers na.", code="insz_controlegetal"
    )
