"""XLSX: the sheets of a workbook as rows of raw cells, numbered as Excel shows them."""

import io
from collections.abc import Iterator
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook

from werknemers.domein.invoer.bestandssoort import beschadigd
from werknemers.domein.invoer.bladwacht import Bladmeting, bewaak_blad
from werknemers.domein.invoer.cel import Cel, Opmaakgetal
from werknemers.domein.invoer.getalopmaak import Nulvorm, toon_in
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.ruwblad import RuwBlad
from werknemers.domein.invoer.werkmapdelen import Werkmapdelen


def lees_xlsx(inhoud: bytes, delen: Werkmapdelen) -> Iterator[RuwBlad]:
    """The sheets in the order of the tabs, each read only when it is asked for; a hidden one comes
    without its cells.

    Formulas give the value that was saved with them; nothing is computed.
    """
    werkmap, lengtes, vormen = delen.werkmap(), delen.tekstlengtes(), delen.nulvormen()
    lezer = _open_werkmap(inhoud)
    for blad in werkmap.bladen:
        if not blad.zichtbaar:
            yield RuwBlad(blad.naam, [], zichtbaar=False)
            continue
        try:
            xml = delen.lees(blad.deel)
            meting = bewaak_blad(xml, lengtes, vormen, rekent_later=werkmap.rekent_later)
            cellen = _lees_blad(lezer, blad.naam, meting)
        except BestandGeweigerd as weigering:
            yield RuwBlad(blad.naam, [], weigering=weigering)
            continue
        yield RuwBlad(
            blad.naam,
            cellen,
            verborgen=frozenset(meting.verborgen),
            samengevoegd=tuple(meting.samengevoegd),
            telt_vanaf_1904=werkmap.telt_vanaf_1904,
        )


def _open_werkmap(inhoud: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    except (CalamineError, ValueError, OSError) as fout:
        raise beschadigd() from fout


def _lees_blad(werkmap: CalamineWorkbook, naam: str, meting: Bladmeting) -> list[list[Cel]]:
    try:
        rijen = werkmap.get_sheet_by_name(naam).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as fout:
        raise beschadigd() from fout
    cellen = cast(list[list[Cel]], rijen)
    zet_gebreken(cellen, meting)
    for (rij, kolom), vorm in meting.nulvormen.items():
        if rij < len(cellen) and kolom < len(cellen[rij]):
            cellen[rij][kolom] = _opgemaakt(cellen[rij][kolom], vorm)
    return cellen


def zet_gebreken(cellen: list[list[Cel]], meting: Bladmeting) -> None:
    """The reader gives these cells as empty, which would lose them without a word."""
    for (rij, kolom), gebrek in meting.gebreken.items():
        _zet(cellen, rij, kolom, gebrek)


def _zet(cellen: list[list[Cel]], rij: int, kolom: int, waarde: Cel) -> None:
    """Also right of and below what the reader found; whoever measured knows that it fits."""
    while len(cellen) <= rij:
        cellen.append([])
    cellen[rij].extend("" for _ in range(kolom + 1 - len(cellen[rij])))
    cellen[rij][kolom] = waarde


def _opgemaakt(cel: Cel, vorm: Nulvorm) -> Cel:
    getal = isinstance(cel, int | float) and not isinstance(cel, bool) and cel >= 0
    heel = getal and float(cel).is_integer()  # type: ignore[arg-type]
    return Opmaakgetal(cel, toon_in(vorm, int(cel))) if heel else cel  # type: ignore[arg-type]
