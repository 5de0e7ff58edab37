"""The overview for a next employer: exactly what was shared with consent, and not a word more."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.test import Client
from pypdf import PdfReader

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    CompetentieFactory,
    CompetentiescoreFactory,
    DeelnameFactory,
    NotitieFactory,
    OverdrachtFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TalentFactory,
    ToestemmingFactory,
    TrajectFactory,
    WerknemerFactory,
)
from tests.uitvoer import haal
from trajects.keuzes import Deelbaar, Standdeelname, Standrandvoorwaarde, Thema
from trajects.models import Overdracht
from trajects.overdracht.exports import maak_overzicht
from trajects.overdracht.overdrachtsoverzicht import stel_overzicht_samen

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
# What stands in the plan of Amina, by the consent that it needs; None never travels.
GEGEVENS: dict[Deelbaar | None, set[str]] = {
    Deelbaar.CONTACT: {"Zomerlinck", "zomer@voorbeeld.be", "0470 11 22 33"},
    Deelbaar.JOBDOELWIT: {"broodbakker"},
    Deelbaar.COMPETENTIES: {"engelengeduld", "Deeg kneden", "lukt zelfstandig"},
    Deelbaar.VORMING: {"Hygiënecursus", "HACCP-attest"},
    Deelbaar.STAGES: {"Bakkerij Mertens", "kneden en bakken", "Sterk begin."},
    Deelbaar.RANDVOORWAARDEN: {"Neemt de bus van zes uur."},
    Deelbaar.BEGELEIDING: {"Elke maandag bellen.", "An Peeters"},
    None: {"P7788", "850730", "Gezondheid", "Geheime notitie.", "Kok in spe", "Geannuleerd"},
}


@pytest.fixture
def overdracht(begeleider: Gebruiker) -> Overdracht:
    amina = WerknemerFactory(
        organisatie=begeleider.organisatie,
        begeleider=begeleider,
        personeelsnummer="P7788",
        familienaam="Zomerlinck",
        email="zomer@voorbeeld.be",
        gsm="0470 11 22 33",
        insz="85073003328",
        insz_hash="hash",
    )
    TrajectFactory(werknemer=amina, jobdoelwit="broodbakker")
    TalentFactory(werknemer=amina, woorden="engelengeduld")
    CompetentiescoreFactory(
        werknemer=amina,
        competentie=CompetentieFactory(organisatie=amina.organisatie, naam="Deeg kneden"),
    )
    DeelnameFactory(
        werknemer=amina,
        vorming__titel="Hygiënecursus",
        stand=Standdeelname.AANWEZIG,
        attest="HACCP-attest",
    )
    DeelnameFactory(werknemer=amina, vorming__titel="Geannuleerd", stand=Standdeelname.AFWEZIG)
    StageFactory(
        werknemer=amina,
        werkgever__naam="Bakkerij Mertens",
        taak="kneden en bakken",
        evaluatie="Sterk begin.",
        periode=Periode(date(2026, 9, 1), date(2026, 9, 15)),
    )
    RandvoorwaardeFactory(werknemer=amina, toelichting="Neemt de bus van zes uur.")
    aandacht = Standrandvoorwaarde.AANDACHT
    RandvoorwaardeFactory(werknemer=amina, thema=Thema.GEZONDHEID, stand=aandacht)
    NotitieFactory(werknemer=amina, auteur=begeleider, tekst="Geheime notitie.")
    return OverdrachtFactory(
        werknemer=amina, werkgever__naam="De Linde", afspraken="Elke maandag bellen."
    )


def papier(overdracht: Overdracht) -> tuple[str, str]:
    """The words of the PDF, and everything else that it says of itself."""
    overzicht = stel_overzicht_samen(overdracht, VANDAAG)
    assert overzicht is not None
    inhoud = maak_overzicht(overzicht)
    bladen = PdfReader(BytesIO(inhoud)).pages
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        gegevens = " ".join(str(waarde) for waarde in pdf.docinfo.values())
    return " ".join(" ".join(blad.extract_text().split()) for blad in bladen), gegevens


@pytest.mark.parametrize("gedeeld", list(Deelbaar))
def test_only_what_was_shared_is_on_paper(overdracht: Overdracht, gedeeld: Deelbaar) -> None:
    ToestemmingFactory(overdracht=overdracht, wat=gedeeld, gedeeld_op=VANDAAG)
    for wat in set(Deelbaar) - {gedeeld}:
        ToestemmingFactory(overdracht=overdracht, wat=wat)  # agreed to, not shared
    woorden, gegevens = papier(overdracht)
    assert {deel for deel in GEGEVENS[gedeeld] if deel not in woorden} == set()
    elders = set().union(*(delen for wat, delen in GEGEVENS.items() if wat != gedeeld))
    assert {deel for deel in elders if deel in woorden + gegevens} == set()


def test_all_of_it_when_all_was_shared(overdracht: Overdracht) -> None:
    for wat in Deelbaar:
        ToestemmingFactory(overdracht=overdracht, wat=wat, gedeeld_op=VANDAAG)
    woorden, gegevens = papier(overdracht)
    assert "Overzicht van Amina Zomerlinck voor De Linde" in gegevens
    bedoeld = set().union(*(delen for wat, delen in GEGEVENS.items() if wat is not None))
    assert {deel for deel in bedoeld if deel not in woorden} == set()
    assert {deel for deel in GEGEVENS[None] if deel in woorden + gegevens} == set()


def test_what_was_withdrawn_no_longer_goes_on_paper(overdracht: Overdracht) -> None:
    weg = {"gedeeld_op": VANDAAG, "ingetrokken_op": VANDAAG}
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.CONTACT, **weg)
    assert stel_overzicht_samen(overdracht, VANDAAG) is None
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.VORMING, gedeeld_op=VANDAAG)
    woorden, gegevens = papier(overdracht)
    assert "Hygiënecursus" in woorden
    assert "Zomerlinck" not in woorden + gegevens


def test_what_was_shared_for_another_employer_stays_with_that_one(overdracht: Overdracht) -> None:
    ander = OverdrachtFactory(werknemer=overdracht.werknemer, werkgever__naam="De Eik")
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.STAGES, gedeeld_op=VANDAAG)
    ToestemmingFactory(overdracht=ander, wat=Deelbaar.VORMING, gedeeld_op=VANDAAG)
    woorden, _ = papier(ander)
    assert "Hygiënecursus" in woorden
    assert "Sterk begin." not in woorden


def test_the_download_names_nobody_and_waits_for_sharing(
    als: Als, hr: Gebruiker, overdracht: Overdracht
) -> None:
    client, adres = als(hr), f"/overdrachten/{overdracht.pk}/overzicht.pdf"
    pagina = f"/werknemers/{overdracht.werknemer_id}/overgang/"
    assert client.post(adres).status_code == 404
    assert adres not in client.get(pagina).content.decode()
    ToestemmingFactory(overdracht=overdracht, gedeeld_op=VANDAAG)
    assert adres in client.get(pagina).content.decode()
    antwoord = haal(client, adres)
    naam = f'attachment; filename="overdracht-{overdracht.pk}-2026-11-23.pdf"'
    assert antwoord["Content-Disposition"] == naam
    with pikepdf.open(BytesIO(antwoord.content)) as pdf, pdf.open_metadata() as gegevens:
        assert gegevens["pdfuaid:part"] == "1"
