"""XLSX: the sheets of a workbook as rows of raw cells, numbered as Excel shows them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook

from werknemers.domein.invoer.bestandssoort import beschadigd
from werknemers.domein.invoer.bladwacht import bewaak_blad
from werknemers.domein.invoer.cel import CEL_FOUT, Cel
from werknemers.domein.invoer.werkmapdelen import bladdelen, tekstlengtes
from werknemers.domein.invoer.zipwacht import open_xlsx


@dataclass(frozen=True, slots=True)
class RuwBlad:
    """A sheet from its cell A1 on; empty rows and columns before the data are included."""

    naam: str
    rijen: list[list[Cel]]


def lees_xlsx(inhoud: bytes) -> Iterator[RuwBlad]:
    """The sheets in the order of the tabs, each read only when it is asked for.

    Formulas give the value that was saved with them; nothing is computed.
    """
    with open_xlsx(inhoud) as archief:
        lengtes = tekstlengtes(archief)
        werkmap = _open_werkmap(inhoud)
        for naam, deel in bladdelen(archief):
            fouten = bewaak_blad(archief.read(deel), lengtes)
            yield RuwBlad(naam, _lees_blad(werkmap, naam, fouten))


def _open_werkmap(inhoud: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    except (CalamineError, ValueError, OSError) as fout:
        raise beschadigd() from fout


def _lees_blad(
    werkmap: CalamineWorkbook, naam: str, fouten: frozenset[tuple[int, int]]
) -> list[list[Cel]]:
    try:
        rijen = werkmap.get_sheet_by_name(naam).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as fout:
        raise beschadigd() from fout
    cellen = cast(list[list[Cel]], rijen)
    # The reader gives an error cell as empty, which would lose it without a word.
    for rij, kolom in fouten:
        if rij < len(cellen) and kolom < len(cellen[rij]):
            cellen[rij][kolom] = CEL_FOUT
    return cellen
