"""The versions of the special passage: read, counted, followed by a next one, put on paper."""

import threading
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html
from pypdf import PdfReader

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import (
    ContractFactory,
    GebruikerFactory,
    PassageFactory,
    PassagetoelichtingFactory,
    WerknemerFactory,
)
from trajects.models import Contractpassage
from trajects.openheid.passages import laatste_passage, voeg_passage_toe

Als = Callable[[Gebruiker], Client]
LIJST, NIEUW = "/beheer/passage/", "/beheer/passage/nieuw/"
VANAF = date(2027, 1, 1)


def voeg_toe(door: Gebruiker, tekst: str, gezien: Contractpassage | None = None) -> Contractpassage:
    return voeg_passage_toe(
        door=door,
        gezien=gezien.gewijzigd_op if gezien else None,
        tekst=tekst,
        toelichting="Korter",
        vanaf=VANAF,
    )


def tekst(antwoord: Any) -> str:
    return " ".join(html.fromstring(antwoord.content).text_content().split())


def test_everybody_starts_with_the_example(hr: Gebruiker) -> None:
    voorbeeld = laatste_passage(hr.organisatie_id)
    assert (voorbeeld.organisatie, voorbeeld.versie) == (None, 1)
    assert voorbeeld.tekst.startswith("De werkgever is een organisatie die")
    assert "Koepel LDE" in voorbeeld.toelichting


def test_a_next_version_has_the_next_number_and_is_audited(hr: Gebruiker) -> None:
    voeg_toe(hr, "Twee")
    derde = voeg_toe(hr, "Drie\r\n\r\nalinea ")
    assert (derde.versie, derde.tekst, derde.organisatie) == (3, "Drie\n\nalinea", hr.organisatie)
    regel = Auditregel.objects.get(soort="contractpassage", onderwerp_id=derde.pk)
    assert (regel.actie, regel.door) == ("toegevoegd", hr)
    assert regel.verschil["vanaf"] == [None, "2027-01-01"]
    assert laatste_passage(GebruikerFactory().organisatie_id).versie == 1


def test_the_same_text_needs_no_version(hr: Gebruiker) -> None:
    eerste = voeg_toe(hr, "Twee\nregels")
    assert voeg_toe(hr, " Twee\r\nregels ") == eerste
    assert Contractpassage.objects.filter(organisatie=hr.organisatie).count() == 1


def test_an_empty_text_is_refused(hr: Gebruiker) -> None:
    with pytest.raises(ValidationError) as weigering:
        voeg_toe(hr, " \r\n ")
    assert list(weigering.value.message_dict) == ["tekst"]


def test_who_is_of_no_organisation_keeps_no_passage(db: None) -> None:
    operator = Gebruiker.objects.create_superuser("operator@voorbeeld.be", "geheim")
    with pytest.raises(ValidationError, match="bij een organisatie hoort"):
        voeg_toe(operator, "Twee")


def test_a_text_never_changes_and_never_goes(hr: Gebruiker) -> None:
    passage = voeg_toe(hr, "Twee")
    zelf = Contractpassage.objects.filter(pk=passage.pk)
    for verander in (lambda: zelf.update(tekst="Anders"), zelf.delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            verander()


def test_who_did_not_see_the_last_version_is_told(hr: Gebruiker) -> None:
    voorbeeld = laatste_passage(hr.organisatie_id)
    tweede = voeg_toe(hr, "Twee", gezien=voorbeeld)
    with pytest.raises(IntussenGewijzigd) as weigering:
        voeg_toe(hr, "Ook twee", gezien=voorbeeld)
    assert weigering.value.huidig == tweede


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_two_numbers() -> None:
    door, hek = GebruikerFactory(hr=True), threading.Barrier(2)

    def probeer(tekst: str) -> None:
        try:
            hek.wait(timeout=10)
            voeg_toe(door, tekst)
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer, args=(tekst,)) for tekst in ("Een", "Twee")]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    eigen = Contractpassage.objects.filter(organisatie=door.organisatie)
    assert sorted(eigen.values_list("versie", flat=True)) == [2, 3]


def test_the_list_shows_every_version_with_its_contracts(als: Als, hr: Gebruiker) -> None:
    voorbeeld = laatste_passage(hr.organisatie_id)
    voeg_toe(hr, "Deze job is een opstap.")
    werknemer = WerknemerFactory(organisatie=hr.organisatie)
    for wie in (werknemer, WerknemerFactory()):
        PassagetoelichtingFactory(contract=ContractFactory(werknemer=wie), passage=voorbeeld)
    PassageFactory()
    inhoud = tekst(als(hr).get(LIJST))
    assert inhoud.index("Versie 2") < inhoud.index("Versie 1")
    assert inhoud.count("Versie 2") == 1
    assert "geldig vanaf 1 januari 2027 · door Hilde" in inhoud
    assert "nog in geen contract Korter Deze job is een opstap." in inhoud
    assert "geldig vanaf 1 januari 2026 · in 1 contract" in inhoud
    assert "De regels om een contract te beëindigen blijven gewoon gelden." in inhoud


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_version_as_for_three(als: Als, hr: Gebruiker, aantal: int) -> None:
    for nummer in range(aantal):
        voeg_toe(hr, f"Tekst {nummer}")
    client = als(hr)
    with CaptureQueriesContext(connection) as vragen:
        client.get(LIJST)
    assert len(vragen) == 3  # session, user; versions with counts and writers


def test_a_new_version_starts_from_the_last_text(als: Als, hr: Gebruiker) -> None:
    voeg_toe(hr, "Deze job is een opstap.")
    client = als(hr)
    (form,) = html.fromstring(client.get(NIEUW).content).xpath("//form[@data-bewaak]")
    assert form.fields["tekst"].strip() == "Deze job is een opstap."
    assert form.fields["vanaf"] == "2026-11-23"
    form.fields["tekst"] = "Deze job is een opstap naar een andere."
    antwoord = client.post(NIEUW, dict(form.form_values()))
    assert antwoord.url == LIJST
    assert "versie 3 is bewaard" in tekst(client.get(LIJST))


def test_saving_the_same_text_says_that_it_stays(als: Als, hr: Gebruiker) -> None:
    client = als(hr)
    (form,) = html.fromstring(client.get(NIEUW).content).xpath("//form[@data-bewaak]")
    client.post(NIEUW, dict(form.form_values()))
    assert "De tekst is dezelfde als die van versie 1." in tekst(client.get(LIJST))
    assert not Contractpassage.objects.filter(organisatie=hr.organisatie).exists()


def test_the_second_of_two_sees_the_first_and_keeps_what_was_typed(
    als: Als, hr: Gebruiker, coordinator: Gebruiker
) -> None:
    (van_hr, van_sofie) = als(hr), als(coordinator)
    (form,) = html.fromstring(van_sofie.get(NIEUW).content).xpath("//form[@data-bewaak]")
    invoer = dict(form.form_values())
    assert van_hr.post(NIEUW, invoer | {"tekst": "Van Hilde."}).status_code == 302
    antwoord = van_sofie.post(NIEUW, invoer | {"tekst": "Van Sofie."})
    assert antwoord.status_code == 422
    inhoud = tekst(antwoord)
    assert "Van Hilde." in inhoud
    assert "Jouw versie: Van Sofie." in inhoud
    (form,) = html.fromstring(antwoord.content).xpath("//form[@data-bewaak]")
    keuze = dict(form.form_values()) | {"versie_tekst": "eigen"}
    assert van_sofie.post(NIEUW, keuze).status_code == 302
    eigen = Contractpassage.objects.filter(organisatie=hr.organisatie)
    assert list(eigen.values_list("versie", "tekst")) == [(2, "Van Hilde."), (3, "Van Sofie.")]


# --- on paper -------------------------------------------------------------------------------


def lees_pdf(antwoord: Any) -> tuple[list[str], pikepdf.Pdf]:
    inhoud = antwoord.content
    bladen = [" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(inhoud)).pages]
    return bladen, pikepdf.open(BytesIO(inhoud))


def test_the_passage_of_a_contract_on_one_page(als: Als, hr: Gebruiker) -> None:
    werknemer = WerknemerFactory(
        organisatie=hr.organisatie, familienaam="Benali", personeelsnummer="7"
    )
    contract = ContractFactory(werknemer=werknemer, dienst__naam="Keuken")
    voorbeeld = laatste_passage(hr.organisatie_id)
    PassagetoelichtingFactory(contract=contract, passage=voorbeeld)
    voeg_toe(hr, "Een latere tekst.")
    antwoord = als(hr).get(f"/contracten/{contract.pk}/passage.pdf")
    assert antwoord["Content-Disposition"] == 'attachment; filename="passage-7-2026-11-23.pdf"'
    (blad,), pdf = lees_pdf(antwoord)
    for zin in (
        "Werkgever De Lepel",
        "Werknemer Amina Benali",
        "Dienst Keuken",
        "Passage versie 1",
        "Daarom zet de werkgever in op competentieversterking",
        "een traject dat voorbereidt op doorstroom naar een volgende werkgever.",
        "Deze passage verandert niets aan de regels om de arbeidsovereenkomst te beëindigen.",
        "Handtekening werknemer",
        "Handtekening werkgever",
        "Pagina 1 van 1",
    ):
        assert zin in blad
    assert "Een latere tekst." not in blad
    with pdf, pdf.open_metadata() as gegevens:
        assert gegevens["pdfuaid:part"] == "1"
        titel = "Bijzondere passage bij het contract van Amina Benali"
        assert str(pdf.docinfo["/Title"]) == titel


def test_without_a_passage_there_is_no_paper(als: Als, hr: Gebruiker) -> None:
    contract = ContractFactory(werknemer__organisatie=hr.organisatie)
    adres = f"/contracten/{contract.pk}/passage.pdf"
    client = als(hr)
    assert client.get(adres).status_code == 404
    PassagetoelichtingFactory(contract=contract, passage=None)
    assert client.get(adres).status_code == 404
    assert (
        adres not in client.get(f"/werknemers/{contract.werknemer_id}/contract/").content.decode()
    )
