"""INSZ and personnel number."""

from datetime import date
from typing import Final

from stdnum import exceptions as nummerfout
from stdnum.be import ssn

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst

_LENGTE: Final = 11
# A number born in the year 2000 keeps at least these when Excel drops its leading zeros.
_MINSTENS: Final = 8


def lees_insz(cel: Cel) -> str:
    """The eleven figures of a national or BIS number whose check digits are right.

    Leading zeros that Excel dropped are put back. Raises Onleesbaar; its sentence never repeats
    the number, because remarks end up in logs and screenshots.
    """
    kaal = ssn.compact(als_tekst(cel).replace("/", ""))
    if kaal.isascii() and kaal.isdigit() and _MINSTENS <= len(kaal) < _LENGTE:
        kaal = kaal.zfill(_LENGTE)
    try:
        return ssn.validate(kaal)
    except nummerfout.InvalidChecksum:
        raise Onleesbaar(
            "insz_controlegetal",
            "Het controlegetal van dit INSZ klopt niet. Kijk alle cijfers na.",
        ) from None
    except nummerfout.InvalidComponent:
        raise Onleesbaar(
            "insz_datum", "In dit INSZ zit geen bestaande geboortedatum. Kijk de cijfers na."
        ) from None
    except nummerfout.ValidationError:
        raise Onleesbaar(
            "insz_vorm",
            "Een INSZ telt elf cijfers, zoals 85.07.30-033.28. Zet de opmaak van de cel op Tekst "
            "en vul het volledig in.",
        ) from None


def geboortedatum_van(insz: str) -> date | None:
    """The birth date in a valid INSZ; None when the register knew it only in part."""
    return ssn.get_birth_date(insz)


def klopt_met(insz: str, geboortedatum: date) -> bool:
    """Whether nothing in a valid INSZ contradicts the birth date; unknown parts agree with all."""
    jaar, maand = ssn.get_birth_year(insz), ssn.get_birth_month(insz)
    if jaar is None:
        return True
    if maand is None:
        return geboortedatum.year == jaar
    heel = geboortedatum_van(insz)
    return geboortedatum == heel if heel else (geboortedatum.year, geboortedatum.month) == (jaar, maand)


def lees_personeelsnummer(cel: Cel) -> str:
    """The number as text: 1001.0 from Excel is `1001`; leading zeros of text stay."""
    tekst = als_tekst(cel)
    if isinstance(cel, float) and not cel.is_integer() or isinstance(cel, bool):
        raise Onleesbaar(
            "personeelsnummer_onleesbaar",
            f"‘{tekst.replace('.', ',')}’ is geen personeelsnummer. Zet de opmaak van de cel op "
            "Tekst en vul het nummer in.",
        )
    return tekst
