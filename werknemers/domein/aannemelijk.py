"""What can be but hardly ever is: a date that somebody has to look at before it counts.

The same sentences in the forms, the import and the command (docs/regels.md#plausibility). Pure.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, hele_maanden, plus_jaren
from gedeeld.weergeven import datum_kort
from regels.keuzes import IN_KWARTALEN, NIET_VERLENGBAAR, TERMIJN_IN_JAREN

JONGSTE: Final = 15
OUDSTE: Final = 80
EERSTE_IMW: Final = date(2023, 7, 1)
EERSTE_CONTRACTDAG: Final = date(1960, 1, 1)
LAATSTE_CONTRACTDAG: Final = date(2060, 12, 31)
# An extension is decided in the last two years of the advice before it.
_JAREN_VOORAF: Final = 2
_JAREN_ACHTERAF: Final = 1


def toekomstige_geboorte(geboortedatum: date, op: date) -> str:
    """The refusal of a birth that is still to come; "" for any other."""
    if geboortedatum <= op:
        return ""
    return f"De geboortedatum ({datum_kort(geboortedatum)}) ligt in de toekomst. Kijk ze na."


def vreemde_geboorte(
    geboortedatum: date, *, op: date, begin: date | None = None, einde: date | None = None
) -> str:
    """About somebody who is younger than 15 or older than 80 while working; "" when there is
    nothing to ask. `begin` and `einde` are the first and last working day when they are known."""
    nu = _leeftijd(geboortedatum, op)
    geboren = f"Wie op {datum_kort(geboortedatum)} geboren is,"
    if nu < JONGSTE:
        return f"{geboren} is nu {nu} jaar. Kijk de geboortedatum na."
    if begin is not None and (toen := _leeftijd(geboortedatum, begin)) < JONGSTE:
        return (
            f"{geboren} was {toen} jaar op de eerste dag van het contract ({datum_kort(begin)}). "
            "Kijk beide na."
        )
    laatst = op if einde is None else min(op, einde)
    if _leeftijd(geboortedatum, laatst) > OUDSTE:
        return f"{geboren} is nu {nu} jaar. Kijk de geboortedatum na."
    return ""


def _leeftijd(geboortedatum: date, op: date) -> int:
    return hele_maanden(geboortedatum, op) // 12 if op > geboortedatum else 0


def vreemd_besluit(soort: str, besluitdatum: date, op: date) -> str:
    """About a decision that is still to come, or of IMW before there was any."""
    if besluitdatum > op:
        return f"Het besluit van {datum_kort(besluitdatum)} ligt in de toekomst. Kijk de datum na."
    if soort in IN_KWARTALEN and besluitdatum < EERSTE_IMW:
        return (
            "Individueel maatwerk bestaat sinds 1 juli 2023. Kijk de besluitdatum "
            f"({datum_kort(besluitdatum)}) en de soort van het advies na."
        )
    return ""


def vreemd_begin(besluitdatum: date, begin: date) -> str:
    """About an advice that begins far from its decision."""
    kwartaal = Kwartaal.van(besluitdatum).eerste_dag
    vroegst = plus_jaren(kwartaal, -_JAREN_ACHTERAF)
    if vroegst <= begin <= plus_jaren(besluitdatum, _JAREN_VOORAF):
        return ""
    return (
        f"Dit advies begint op {datum_kort(begin)}, ver van zijn besluit "
        f"({datum_kort(besluitdatum)}). Kijk beide na."
    )


def vreemd_advies(
    soort: str, besluitdatum: date, begin: date, *, was: tuple[str, date, date] | None, op: date
) -> str:
    """About the decision and the begin of an advice. `was` holds kind, decision and begin of what
    is there: what stays the same was looked at when it was saved."""
    besluit = was is None or was[:2] != (soort, besluitdatum)
    if besluit and (zin := vreemd_besluit(soort, besluitdatum, op)):
        return zin
    ander_begin = was is None or was[1:] != (besluitdatum, begin)
    return vreemd_begin(besluitdatum, begin) if ander_begin else ""


def vreemde_verlenging(soort: str, begin: date, andere: Iterable[tuple[str, Periode]]) -> str:
    """About an advice that extends another with the steps of a start package again: what an
    extension pays is decided anew (docs/regels.md#events). What follows on an advice of two years
    is no extension. `andere`: kind and period of each other advice of the employee."""
    verlengbaar = set(IN_KWARTALEN) - NIET_VERLENGBAAR
    verlengt = any(s in verlengbaar and periode.tot == begin for s, periode in andere)
    if soort not in TERMIJN_IN_JAREN or not verlengt:
        return ""
    return (
        "Dit advies sluit aan op een ander, maar met deze soort begint het startpakket opnieuw. "
        "Bij een verlenging bepaalt VDAB de percentages: noteer ze als verlenging, of kies "
        "IMW na evaluatie."
    )


def vreemd_contract(periode: Periode) -> str:
    """About a contract that begins before 1960 or after 2060, or ends after it."""
    if not EERSTE_CONTRACTDAG <= periode.van <= LAATSTE_CONTRACTDAG:
        return f"Het contract zou beginnen op {datum_kort(periode.van)}. Kijk het jaartal na."
    laatste = periode.laatste_dag
    if laatste is not None and laatste > LAATSTE_CONTRACTDAG:
        return f"Het contract zou eindigen op {datum_kort(laatste)}. Kijk het jaartal na."
    return ""


def eis_nagekeken(zinnen: Iterable[str], *, nagekeken: bool) -> None:
    """Raise ValidationError at `nagekeken` while nobody said that it was looked at."""
    vragen = [zin for zin in zinnen if zin]
    if vragen and not nagekeken:
        raise ValidationError({"nagekeken": vragen})
