"""What reading a list asks of the machine does not grow with its rows, nor with what is wrong with
them; how long it takes stands in `make bench`."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import AdviesFactory, ContractFactory, DienstFactory, WerknemerFactory
from tests.meting.rijen.bladen import bestanden
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.invoer.bestandssoort import bepaal_soort
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitvoering import kijk_na
from werknemers.domein.invoer.werkmap import lees_werkmap
from werknemers.models import Importopdracht

# One import held twice, its organisation as it is with what was decided, what was found, and the
# signal that it waits.
MEESTE_VRAGEN = 22
PADEN = bestanden()
WERKMAPPEN = [pad for pad in PADEN if pad.suffix != ".csv"]


def vragen(door: Gebruiker, inhoud: bytes) -> int:
    """How many statements the preview of a file takes."""
    opdracht = start_import(bestandsnaam="lijst", inhoud=inhoud, door=door)
    with CaptureQueriesContext(
        connection,
    ) as gevangen:
        kijk_na(opdracht.pk)
    assert Importopdracht.objects.get(pk=opdracht.pk).status != Importopdracht.Status.WACHT
    return len(gevangen)


@pytest.mark.parametrize("pad", PADEN, ids=[pad.name for pad in PADEN])
def test_each_list_of_practice_takes_few_statements(hr: Gebruiker, pad: Path) -> None:
    assert vragen(hr, pad.read_bytes()) <= MEESTE_VRAGEN


@pytest.mark.parametrize("pad", WERKMAPPEN, ids=[pad.name for pad in WERKMAPPEN])
def test_each_workbook_of_practice_is_no_larger_than_what_stands_in_it(pad: Path) -> None:
    """At most a cell for each byte: no cell far away, no row that stands for a million."""
    inhoud = pad.read_bytes()
    bladen = lees_werkmap(inhoud, bepaal_soort(inhoud))
    assert 0 < sum(len(rij_) for blad in bladen for rij_ in blad.rijen) <= len(inhoud)


def mens(nummer: int, **anders: Any) -> dict[str, Any]:
    return rij(
        **{"personeelsnummer": f"W{nummer}", "familienaam": f"N{nummer}", "insz": "", **anders}
    )


def alles_erin(aantal: int, vanaf: int) -> list[dict[str, Any]]:
    """So many of each: new, known, asked about, refused, with a low wage, and the same twice."""
    reeks = range(vanaf, vanaf + aantal)
    return [
        *(mens(n) for n in reeks),
        *(mens(n, personeelsnummer=f"K{n}") for n in reeks),
        *(mens(1000 + n, besluitdatum=date(2012, 3, 1)) for n in reeks),
        *(mens(2000 + n, tewerkstellingsbreuk=80) for n in reeks),
        *(mens(3000 + n, bruto_maandloon=1700) for n in reeks),
        *(mens(n, voornaam="Iemand", familienaam="Anders") for n in reeks),
        *(mens(4000 + n, begeleider=f"wie{n}@voorbeeld.be") for n in reeks),
    ]


def test_the_statements_of_a_preview_do_not_grow_with_its_rows(
    hr: Gebruiker, organisatie: Organisatie
) -> None:
    lepel = DienstFactory(organisatie=organisatie, naam="De Lepel")
    for nummer in range(1, 30):
        bekend = WerknemerFactory(
            organisatie=organisatie, personeelsnummer=f"K{nummer}", familienaam=f"N{nummer}"
        )
        ContractFactory(werknemer=bekend, dienst=lepel)
        AdviesFactory(werknemer=bekend)
    weinig, veel = alles_erin(1, 1), alles_erin(25, 1)
    assert vragen(hr, xlsx(tabel(*weinig))) == vragen(hr, xlsx(tabel(*veel))) == MEESTE_VRAGEN


def test_the_statements_of_writing_do_not_grow_with_what_changes(
    hr: Gebruiker, organisatie: Organisatie
) -> None:
    """Contracts, advice and wage records of people who are there already."""
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    kop, *begin = tabel(*(mens(n) for n in range(1, 12)))
    loon = [[*kop, "Kwartaal", "Referteloon"], *([*r, "2026-K3", 7200] for r in begin)]
    schrijf(organisatie, hr, loon)
    kop, *anders = tabel(
        *(mens(n, bruto_maandloon=2400, begeleidingsniveau="hoog") for n in range(1, 12))
    )
    nieuw = [[*kop, "Kwartaal", "Referteloon"], *([*r, "2026-K3", 7300] for r in anders)]
    een = schrijf(organisatie, hr, nieuw[:2])
    assert schrijf(organisatie, hr, [nieuw[0], *nieuw[2:]]) == een


def schrijf(organisatie: Organisatie, door: Gebruiker, blad: list[list[Any]]) -> int:
    """How many statements it takes to write a sheet of which every row comes in."""
    inlezing = lees_in(xlsx(blad))
    with CaptureQueriesContext(connection) as gevangen:
        uitkomst = pas_toe(inlezing.rijen, organisatie=organisatie, door=door)
    assert {rij_.actie.value for rij_ in uitkomst.rijen} <= {"nieuw", "gewijzigd"}
    return len(gevangen)
