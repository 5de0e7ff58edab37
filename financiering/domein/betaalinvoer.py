"""What somebody pasted or chose of a payment statement, read into lines; nothing is saved yet.

A line holds the number of the employee and the amount, and after that what the statement counted
with when it says so: percentage, fraction, reference wage, cap. The readers are those of the
import of employees, so an amount means the same everywhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from financiering.domein.verschil import Opgave
from financiering.keuzes import Betaalsoort
from gedeeld.weergeven import getal
from werknemers.domein.invoer.bestandssoort import Bestandssoort, bepaal_soort
from werknemers.domein.invoer.cel import Cel, is_leeg
from werknemers.domein.invoer.getallen import lees_breuk, lees_kwartaalbedrag
from werknemers.domein.invoer.lezen import eis_grootte
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, schoon
from werknemers.domein.invoer.tekstcodering import ontcijfer
from werknemers.domein.invoer.werkmap import lees_werkmap

KOLOMMEN: Final = (
    "personeelsnummer",
    "bedrag",
    "percentage",
    "breuk",
    "referteloon",
    "plafond",
)
MEESTE_REGELS: Final = 20_000
_MIN: Final = re.compile(r"[-−–]")
_PERCENTAGE: Final = re.compile(r"(\d{1,3})(?:[.,]0+)? ?%?")


@dataclass(frozen=True, slots=True)
class Betaalregel:
    """`nummer` is that of the employee; `plaats` counts the lines as they were typed, from 1."""

    plaats: int
    nummer: str
    bedrag: Decimal
    opgave: Opgave = field(default_factory=Opgave)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """`fouten` are sentences that name the line; with one of them nothing may be saved."""

    regels: tuple[Betaalregel, ...]
    fouten: tuple[str, ...]


def splits(tekst: str) -> list[list[Cel]]:
    """The cells of what was pasted: by tab as a spreadsheet gives them, by semicolon, or by
    spaces after the first word."""
    return [_cellen(regel) for regel in tekst.splitlines()]


def lees_bestand(inhoud: bytes) -> list[list[Cel]]:
    """The rows of the first sheet that holds something, or of a CSV. Raises BestandGeweigerd."""
    eis_grootte(inhoud)
    soort = bepaal_soort(inhoud)
    if soort is Bestandssoort.TEKST:
        return splits(ontcijfer(inhoud))
    for blad in lees_werkmap(inhoud, soort):
        if blad.weigering is not None:
            raise blad.weigering
        if any(not _is_leeg(rij) for rij in blad.rijen):
            return blad.rijen
    return []


def lees_regels(rijen: Iterable[Sequence[Cel]], soort: str) -> Gelezen:
    """Empty lines count as nothing, and so does a first line with titles."""
    regels: list[Betaalregel] = []
    fouten: list[str] = []
    eerder: dict[str, int] = {}
    gevuld = [(nr, rij) for nr, rij in enumerate(rijen, start=1) if not _is_leeg(rij)]
    for plaats, rij in gevuld[1:] if gevuld and _is_kop(gevuld[0][1]) else gevuld:
        try:
            regel = _lees(plaats, rij, soort)
        except Onleesbaar as fout:
            fouten.append(f"Regel {plaats}: {fout.zin}")
            continue
        if regel.nummer in eerder:
            fouten.append(
                f"Regel {plaats}: nummer {regel.nummer} staat ook op regel {eerder[regel.nummer]}. "
                "Tel de bedragen op, of laat een van beide weg."
            )
        eerder.setdefault(regel.nummer, plaats)
        regels.append(regel)
    if len(regels) > MEESTE_REGELS:
        aantal = getal(Decimal(len(regels)), 0)
        fouten = [f"Dit zijn {aantal} regels. Hoogstens 20.000 kunnen in één keer."]
    return Gelezen(tuple(regels), tuple(fouten))


def lees_betaald(cel: Cel, soort: str) -> Decimal:
    """An amount; only a correction may be negative. Raises Onleesbaar."""
    negatief = _is_negatief(cel)
    if negatief and soort != Betaalsoort.CORRECTIE:
        raise Onleesbaar(
            "afrekening_negatief",
            f"Een afrekening kan niet negatief zijn ({cel}). Is het een correctie? Kies dan "
            "“correctie”.",
        )
    bedrag = lees_kwartaalbedrag(_zonder_min(cel) if negatief else cel)
    return -bedrag if negatief else bedrag


def _is_leeg(rij: Sequence[Cel]) -> bool:
    return all(map(is_leeg, rij))


def _cellen(regel: str) -> list[Cel]:
    for scheiding in ("\t", ";"):
        if scheiding in regel:
            return [deel.strip().strip('"') for deel in regel.split(scheiding)]
    return list[Cel](schoon(regel).split(" ", 1))


def _is_kop(rij: Sequence[Cel]) -> bool:
    """Titles hold no figure where the number and the amount stand."""
    begin = rij[:2]
    return len(begin) == 2 and not any(teken.isdigit() for cel in begin for teken in str(cel))


def _lees(plaats: int, rij: Sequence[Cel], soort: str) -> Betaalregel:
    nummer, bedrag, *rest = [*rij, *[""] * len(KOLOMMEN)][: len(KOLOMMEN)]
    if is_leeg(nummer) or is_leeg(bedrag):
        raise Onleesbaar("regel_half", "schrijf een personeelsnummer en een bedrag.")
    if any(not is_leeg(cel) for cel in rij[len(KOLOMMEN) :]):
        raise Onleesbaar(
            "te_veel_kolommen", f"dit zijn te veel kolommen. Hoogstens: {', '.join(KOLOMMEN)}."
        )
    percentage, breuk, referteloon, plafond = (None if is_leeg(cel) else cel for cel in rest)
    opgave = Opgave(
        percentage=None if percentage is None else _lees_percentage(percentage),
        breuk=None if breuk is None else lees_breuk(breuk),
        referteloon=_lees_geteld(referteloon, "referteloon"),
        plafond=_lees_geteld(plafond, "plafond"),
    )
    return Betaalregel(plaats, als_tekst(nummer), lees_betaald(bedrag, soort), opgave)


def _lees_geteld(cel: Cel | None, wat: str) -> Decimal | None:
    """What a statement counted with; that is never nothing."""
    if cel is None:
        return None
    bedrag = lees_kwartaalbedrag(cel)
    if not bedrag:
        raise Onleesbaar(
            f"{wat}_nul", f"een {wat} van 0 kan niet. Zegt de afrekening het niet? Laat het leeg."
        )
    return bedrag


def _lees_percentage(cel: Cel) -> int:
    """40, `40 %`, or 0,4 as a spreadsheet keeps it."""
    if isinstance(cel, float) and 0 < cel < 1:
        cel = round(cel * 100)
    vorm = _PERCENTAGE.fullmatch(als_tekst(cel))
    if vorm is None or int(vorm[1]) > 100:
        raise Onleesbaar("percentage_onleesbaar", f"“{cel}” is geen percentage. Schrijf 40.")
    return int(vorm[1])


def _is_negatief(cel: Cel) -> bool:
    if isinstance(cel, str):
        return bool(_MIN.match(cel.replace("€", "").strip()))
    return isinstance(cel, int | float) and cel < 0


def _zonder_min(cel: Cel) -> Cel:
    if isinstance(cel, str):
        return _MIN.sub("", cel, count=1)
    return -cel if isinstance(cel, int | float) else cel
