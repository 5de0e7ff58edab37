"""The outflow dashboard as a spreadsheet: the same figures, dates as dates, no formulas."""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from trajects.domein.uitstroomcijfers import Rij, Uitstroomcijfers
from trajects.keuzes import Horizon

# The same figures give the same bytes whenever the workbook is made.
_GEMAAKT: Final = datetime(2026, 1, 1)  # noqa: DTZ001
_OPTIES: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_DEFINITIES: Final = (
    ("in dienst", "Met een contract op de peildatum."),
    ("verlopen", "De ondersteuning stopte voor de peildatum."),
    ("binnen 3 maanden", "De laatste dag valt op de peildatum of in de drie maanden erna."),
    ("nog niet gestart", "Het eerste advies begint na de peildatum."),
    ("geen advies", "Er is geen advies ingevuld."),
    ("dienst", "Wie in twee diensten werkt, telt in elk mee en één keer in het totaal."),
)


class _Boek:
    """A workbook being written, one row of a sheet at a time."""

    def __init__(self, uit: BytesIO) -> None:
        self.boek = xlsxwriter.Workbook(uit, _OPTIES)
        self.boek.set_properties({"created": _GEMAAKT, "title": "Uitstroom"})
        self._kop = self.boek.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._datum = self.boek.add_format({"num_format": "dd/mm/yyyy", "align": "left"})

    def blad(self, naam: str, koppen: Iterable[str], rijen: Iterable[Iterable[Any]]) -> None:
        blad = self.boek.add_worksheet(naam)
        for kolom, kop in enumerate(koppen):
            blad.set_column(kolom, kolom, 18)
            blad.write_string(0, kolom, kop, self._kop)
        blad.freeze_panes(1, 1)
        for nummer, rij in enumerate(rijen, start=1):
            for kolom, waarde in enumerate(rij):
                self._schrijf(blad, nummer, kolom, waarde)

    def _schrijf(self, blad: Any, rij: int, kolom: int, waarde: str | int | date | None) -> None:
        if isinstance(waarde, date):
            moment = datetime(waarde.year, waarde.month, waarde.day)  # noqa: DTZ001
            blad.write_datetime(rij, kolom, moment, self._datum)
        elif isinstance(waarde, int):
            blad.write_number(rij, kolom, waarde)
        elif waarde:
            blad.write_string(rij, kolom, waarde)


def schrijf_uitstroom(cijfers: Uitstroomcijfers, keuze: list[str]) -> bytes:
    """The workbook; `keuze` says in words which part of the organisation was chosen."""
    uit = BytesIO()
    boek = _Boek(uit)
    horizons = [horizon.label for horizon in Horizon]
    rijen = [_getallen(rij) for rij in (*cijfers.horizons, cijfers.totaal)]
    boek.blad("Einde ondersteuning", ["Dienst", *horizons, "samen"], rijen)
    namen = [rij.naam for rij in cijfers.eindes]
    boek.blad("Per kwartaal", ["Kwartaal", "Van", "Tot en met", *namen, "mensen"], _eindes(cijfers))
    fasen = [_getallen(rij) for rij in cijfers.fasen]
    boek.blad("Fase", ["Fase", "gestopt of binnen 6 maanden", "iedereen"], fasen)
    boek.blad("Toelichting", ["Wat", "Betekenis"], _toelichting(cijfers, keuze))
    boek.boek.close()
    return uit.getvalue()


def _getallen(rij: Rij) -> list[str | int]:
    return [rij.naam, *(getal.aantal for getal in rij.getallen), rij.totaal.aantal]


def _eindes(cijfers: Uitstroomcijfers) -> Iterable[list[Any]]:
    """Every quarter of the chart, also those in which nobody's support ends."""
    rijen = (*cijfers.eindes, cijfers.eindes_totaal)
    for plaats, vak in enumerate(cijfers.tijdvakken):
        grenzen = [vak.kwartalen[0].eerste_dag, vak.kwartalen[-1].laatste_dag]
        yield [vak.naam, *grenzen, *(rij.getallen[plaats].aantal for rij in rijen)]


def _toelichting(cijfers: Uitstroomcijfers, keuze: list[str]) -> Iterable[list[Any]]:
    yield ["peildatum", cijfers.op]
    yield ["keuze", ", ".join(keuze) or "iedereen"]
    yield from (list(regel) for regel in _DEFINITIES)
