"""The cells of a file as somebody mended them, and the rows that somebody left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from werknemers.domein.invoer.antwoorden import Antwoorden
from werknemers.domein.invoer.cel import CEL_FOUT, Cel, is_fouttekst, is_leeg
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.gelezenblad import GelezenBlad, RuweRij
from werknemers.domein.invoer.kolommen import Kolom


def verbeter(blad: GelezenBlad, antwoorden: Antwoorden) -> GelezenBlad:
    """The sheet with what was typed in place of a cell, which is read as a cell of a CSV is."""
    return replace(blad, rijen=tuple(_verbeter(rij, antwoorden) for rij in blad.rijen))


def _verbeter(rij: RuweRij, antwoorden: Antwoorden) -> RuweRij:
    typte = antwoorden.van(rij.blad, rij.rijnummer).cellen
    return replace(rij, cellen=_samen(rij.cellen, typte)) if typte and rij.cellen else rij


def _samen(cellen: Mapping[Kolom, Cel], typte: Mapping[str, str]) -> dict[Kolom, Cel]:
    samen = dict(cellen)
    for titel, tekst in typte.items():
        samen[Kolom(titel)] = CEL_FOUT if is_fouttekst(tekst) else tekst
    return {kolom: cel for kolom, cel in samen.items() if not is_leeg(cel)}


def laat_weg(rijen: Sequence[GelezenRij], antwoorden: Antwoorden) -> list[GelezenRij]:
    """The same rows; of those that were left out only who they are about stays."""
    return [
        replace(rij, gegevens=None, opgave=None, meldingen=(), weggelaten=True)
        if antwoorden.van(rij.blad, rij.rijnummer).weg
        else rij
        for rij in rijen
    ]


def zonder_weggelaten(
    rijen: Sequence[GelezenRij], oordeel: Callable[[Sequence[GelezenRij]], Sequence[GelezenRij]]
) -> list[GelezenRij]:
    """The rows as `oordeel` leaves them; it does not see those that were left out."""
    beoordeeld = iter(oordeel([rij for rij in rijen if not rij.weggelaten]))
    return [rij if rij.weggelaten else next(beoordeeld) for rij in rijen]
