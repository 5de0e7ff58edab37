"""The preview: one sentence, and the rows that ask attention first."""

import io
from datetime import date

import pytest
import python_calamine

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.ernst import Ernst
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, ContractFactory, DienstFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import VOORBEELDEN, csvbestand, rij, tabel, xlsx
from werknemers.domein.invoer.herstel import geweigerde_rijen
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.kolommen import REDEN
from werknemers.domein.invoer.nazicht import AANDACHT, Nazicht, lees_nazicht
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.opslag import bewaar
from werknemers.domein.invoer.uitvoering import kijk_na
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.exports.geweigerd import schrijf_geweigerd
from werknemers.models import Importopdracht


def nazicht(organisatie: Organisatie, inhoud: bytes) -> Nazicht:
    inlezing = lees_in(inhoud)
    return Nazicht(
        bewaar(vergelijk(inlezing.rijen, organisatie=organisatie, opmerkingen=inlezing.opmerkingen))
    )


@pytest.mark.usefixtures("diensten", "begeleiders")
def test_the_messy_sheet_in_one_sentence(organisatie: Organisatie) -> None:
    beeld = nazicht(organisatie, (VOORBEELDEN / "foto-rommelig.xlsx").read_bytes())
    assert beeld.zin == "40 rijen: 31 nieuw, 9 geweigerd. 1 lege rij overgeslagen."
    assert [(g.sleutel, g.aantal) for g in beeld.groepen] == [
        ("aandacht", 17),
        ("lonen", 6),
        ("nieuw", 31),
        ("geweigerd", 9),
    ]
    assert (beeld.in_te_brengen, beeld.geweigerd) == (31, 9)
    rijen = {rij.rijnummer: rij for rij in beeld.rijen(AANDACHT)}
    laag_loon = {6, 20, 22, 30, 37}
    assert set(rijen) == {14, 16, 24, 26, 27, 28, 32, 34, 36, 38, 42, 44} | laag_loon
    assert (rijen[14].ernst, rijen[14].actie, rijen[14].naam) == (
        Ernst.ERG,
        "geweigerd",
        "Hassan Bouazza",
    )
    assert (rijen[32].ernst, rijen[32].actie) == (Ernst.LET_OP, "nieuw")
    assert {rijen[nummer].ernst for nummer in laag_loon} == {Ernst.GOED}


def test_an_end_that_moves_asks_attention(organisatie: Organisatie) -> None:
    lepel = DienstFactory(organisatie=organisatie, naam="De Lepel")
    for nummer in ("W1", "W2"):
        werknemer = WerknemerFactory(
            organisatie=organisatie,
            personeelsnummer=nummer,
            familienaam="Benali",
            geboortedatum=date(1985, 7, 30),
        )
        ContractFactory(
            werknemer=werknemer,
            dienst=lepel,
            periode=Periode(date(2025, 1, 6)),
            functie="Keukenhulp",
            bruto_maandloon="2065.04",
        )
        AdviesFactory(werknemer=werknemer, soort="imw_2", besluitdatum=date(2025, 2, 14))
    beeld = nazicht(
        organisatie,
        xlsx(
            tabel(
                rij(besluitdatum=date(2027, 1, 10), begeleider="", insz=""),
                rij(personeelsnummer="W2", begeleider="", insz="", soort_advies="IMW 2 jaar",
                    begeleidingsniveau=""),
            )
        ),
    )  # fmt: skip
    assert beeld.zin == "2 rijen: 1 gewijzigd (1 einddatum schuift op), 1 ongewijzigd."
    (geschoven,) = beeld.rijen(AANDACHT)
    assert geschoven.einde == (date(2026, 12, 31), date(2031, 12, 31))
    assert (geschoven.ernst, geschoven.actie) == (Ernst.LET_OP, "gewijzigd")
    (gelijk,) = beeld.rijen("ongewijzigd")
    assert gelijk.ernst == Ernst.RUSTIG


# --- the refused rows as a sheet to mend -----------------------------------------------------


def opdracht_met(door: Gebruiker, inhoud: bytes) -> Importopdracht:
    opdracht = start_import(bestandsnaam="foto", inhoud=inhoud, door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def cellen(inhoud: bytes) -> list[list[object]]:
    werkmap = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    return [list(r) for r in werkmap.get_sheet_by_index(0).to_python()]


@pytest.mark.usefixtures("diensten", "begeleiders")
def test_refused_rows_come_back_with_their_reason(hr: Gebruiker) -> None:
    opdracht = opdracht_met(hr, (VOORBEELDEN / "foto-rommelig.xlsx").read_bytes())
    kop, *rijen = cellen(schrijf_geweigerd(geweigerde_rijen(opdracht)))
    assert kop[0] == REDEN
    assert [r[1] for r in rijen] == [
        "W2010", "W2012", "W2020", "W2022", "W2023", "W2024", "W2030", "W2032", "W2039",
    ]  # fmt: skip
    assert rijen[0][0] == (
        "Rij 14. Geboortedatum: De geboortedatum (25/05/1966) past niet bij het INSZ "
        "(20/04/1965). Kijk na welke van de twee juist is."
    )
    assert rijen[0][kop.index("Geboortedatum")] == date(1966, 5, 25)
    assert rijen[1][kop.index("Bruto maandloon")] == -10
    assert rijen[5][kop.index("Besluitdatum")] == "31/02/2025"


@pytest.mark.usefixtures("diensten", "begeleiders")
def test_mended_rows_come_in(hr: Gebruiker) -> None:
    """Only the wage was wrong; the reason column is no unknown column."""
    opdracht = opdracht_met(hr, xlsx(tabel(rij(bruto_maandloon=-1, dienst="fietspunt station"))))
    rijen = cellen(schrijf_geweigerd(geweigerde_rijen(opdracht)))
    rijen[1][rijen[0].index("Bruto maandloon")] = 2000
    hersteld = opdracht_met(hr, xlsx(rijen))
    beeld = lees_nazicht(hersteld)
    assert (beeld.zin, beeld.opmerkingen) == ("1 rij: 1 nieuw.", [])


def test_text_in_the_sheet_is_never_a_formula(hr: Gebruiker) -> None:
    gevaar = '=HYPERLINK("http://x")'
    opdracht = opdracht_met(hr, csvbestand(tabel(rij(familienaam=gevaar, bruto_maandloon="-1"))))
    inhoud = schrijf_geweigerd(geweigerde_rijen(opdracht))
    kop, eerste = cellen(inhoud)
    assert eerste[kop.index("Familienaam")] == gevaar
    assert schrijf_geweigerd(geweigerde_rijen(opdracht)) == inhoud
