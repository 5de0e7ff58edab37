"""How dates, amounts and spans are written for people in Flanders."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from gedeeld.periode import Periode, dag_erna, hele_maanden

MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MAANDEN_KORT: Final = (
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
DAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def datum_voluit(datum: date) -> str:
    """23 november 2026"""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def datum_met_dag(datum: date) -> str:
    """maandag 23 november 2026"""
    return f"{DAGEN[datum.weekday()]} {datum_voluit(datum)}"


def datum_kort(datum: date) -> str:
    """23/11/2026"""
    return f"{datum:%d/%m/%Y}"


def getal(waarde: Decimal, decimalen: int = 2) -> str:
    """1.234,56"""
    afgerond = waarde.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    return f"{afgerond:,}".replace(",", "␟").replace(".", ",").replace("␟", ".")


# Between a sign and its figures a line never ends.
_VAST: Final = "\u00a0"


def bedrag(waarde: Decimal) -> str:
    """€ 1.234,56, or − € 1.234,56 with a real minus sign; never broken over two lines"""
    euro = f"€{_VAST}{getal(abs(waarde))}"
    return euro if waarde >= 0 else f"−{_VAST}{euro}"


def met_gewone_spaties(tekst: str) -> str:
    """For who reads on with a program: searching for "€ 12" finds it."""
    return tekst.replace(_VAST, " ")


def bedrag_rond(waarde: Decimal) -> str:
    """€ 1.235: for a chart or a sentence, where cents would only distract"""
    return bedrag(waarde.quantize(Decimal(1), ROUND_HALF_UP)).removesuffix(",00")


def procent(breuk: Decimal) -> str:
    """0.8 is 80 %"""
    return f"{getal((breuk * 100).normalize(), 0 if (breuk * 100) % 1 == 0 else 2)} %"


def breuk(waarde: Fraction) -> str:
    """0,75, 1/3 or 19/42: as it is, when that can be read; else with six decimals and a sign."""
    decimalen = next((n for n in range(7) if not (waarde * 10**n).denominator - 1), None)
    if decimalen is not None:
        return getal(Decimal(int(waarde * 10**decimalen)).scaleb(-decimalen), decimalen)
    if waarde.denominator < 1000:
        return f"{waarde.numerator}/{waarde.denominator}"
    return f"≈ {getal(Decimal(waarde.numerator) / waarde.denominator, 6)}"


def meervoud(aantal: int, enkel: str, meer: str) -> str:
    """1 dag, 2 dagen, 1.200 dagen"""
    return f"{getal(Decimal(aantal), 0)} {enkel if aantal == 1 else meer}"


def met_punt(tekst: str) -> str:
    """What somebody typed, as a sentence: a full stop unless it ends one by itself; "" stays so."""
    return tekst if not tekst or tekst.endswith((".", "!", "?")) else f"{tekst}."


def en(namen: Sequence[str]) -> str:
    """An, Bart en Cem"""
    return " en ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:])))


def enkele(namen: Sequence[str], aantal: int = 10, tussen: str = ", ") -> str:
    """An, Bart: and when there are many, the first ones and how many more: An, Bart en nog 40"""
    rest = len(namen) - aantal
    eerste = tussen.join(namen[:aantal])
    return eerste if rest <= 0 else f"{eerste} en nog {getal(Decimal(rest), 0)}"


def duur(van: date, tot: date) -> str:
    """The time from `van` up to `tot` in the largest units that say enough: 2 jaar en 3 maanden."""
    maanden = hele_maanden(van, tot)
    if maanden < 1:
        return meervoud((tot - van).days, "dag", "dagen")
    jaren, rest = divmod(maanden, 12)
    if maanden < 24:
        return meervoud(maanden, "maand", "maanden")
    return f"{jaren} jaar" + (f" en {meervoud(rest, 'maand', 'maanden')}" if rest else "")


def dagen_in_woorden(periode: Periode) -> str:
    """op 3 december 2026, van 3 t.e.m. 7 december 2026, vanaf 3 december 2026"""
    van, laatste = periode.van, periode.laatste_dag
    if laatste is None:
        return f"vanaf {datum_voluit(van)}"
    if laatste == van:
        return f"op {datum_voluit(van)}"
    begin = datum_voluit(van)
    if van.year == laatste.year:
        begin = begin.removesuffix(f" {van.year}")
        if van.month == laatste.month:
            begin = str(van.day)
    return f"van {begin} t.e.m. {datum_voluit(laatste)}"


def verkeerd_om(eerste_dag: date, laatste_dag: date) -> str:
    """The sentence for a period that ends before it begins, wherever people type one."""
    return (
        f"De laatste dag ({datum_kort(laatste_dag)}) ligt voor de eerste dag "
        f"({datum_kort(eerste_dag)}). Pas een van beide aan."
    )


def nog_tot(op: date, laatste_dag: date) -> str:
    """How far `laatste_dag` lies from `op`: "nog 7 maanden", "1 maand voorbij"."""
    if laatste_dag == op:
        return "vandaag is de laatste dag"
    if laatste_dag > op:
        return f"nog {duur(op, dag_erna(laatste_dag))}"
    return f"{duur(laatste_dag, op)} voorbij"
