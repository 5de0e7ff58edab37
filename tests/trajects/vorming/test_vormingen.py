"""Training: entered once for many, followed, paid by the fund; counted as the lists filter."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import (
    BijlageFactory,
    ContractFactory,
    DeelnameFactory,
    DienstFactory,
    VormingFactory,
    WerknemerFactory,
)
from trajects.keuzes import Standdeelname, Vormingsstand
from trajects.logboek.bestanden import PDF, Bestand
from trajects.logboek.bijlagen import voeg_bijlage_toe
from trajects.models import Bijlage, Deelname, Vormingsactie
from trajects.vorming.vormingen import schrijf_in, schrijf_uit, wijzig_deelname
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
VOORBIJ = Periode(date(2026, 11, 16), date(2026, 11, 18))
VELDEN = {
    "titel": "Voedselveiligheid",
    "thema": "keuken",
    "formule": "extern",
    "eerste_dag": "2026-12-01",
    "laatste_dag": "2026-12-02",
    "uren": "7,5",
    "kost": "1.250,50",
}
pytestmark = pytest.mark.amina(in_dienst=True)


def invoer(pagina: Any) -> dict[str, Any]:
    (formulier,) = html.fromstring(pagina.content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


def test_a_training_for_ten_is_entered_once(als: Als, coordinator: Gebruiker) -> None:
    dienst = DienstFactory(organisatie=coordinator.organisatie, naam="Keuken")
    for _ in range(10):
        werknemer = WerknemerFactory(organisatie=coordinator.organisatie)
        ContractFactory(werknemer=werknemer, dienst=dienst)
    antwoord = als(coordinator).post("/vormingen/nieuw/", VELDEN | {"hele_diensten": ["Keuken"]})
    vorming = Vormingsactie.objects.get()
    assert antwoord.url == f"/vormingen/{vorming.pk}/"
    assert (vorming.uren, vorming.kost) == (Decimal("7.50"), Decimal("1250.50"))
    assert vorming.periode == Periode(date(2026, 12, 1), date(2026, 12, 3))
    assert vorming.deelnames.count() == 10
    acties = Auditregel.objects.filter(soort="deelname").values_list("actie", flat=True)
    assert set(acties) == {"ingeschreven"}


def test_a_refusal_keeps_what_was_chosen(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    velden = VELDEN | {"laatste_dag": "2026-11-01", "deelnemers": [amina.pk]}
    antwoord = als(begeleider).post("/vormingen/nieuw/", velden)
    assert antwoord.status_code == 422
    assert "ligt voor de eerste dag" in antwoord.content.decode()
    (vak,) = html.fromstring(antwoord.content).xpath(f"//input[@id='id_deelnemer_{amina.pk}']")
    assert vak.get("checked") is not None
    assert not Vormingsactie.objects.exists()


def test_nobody_of_another_organisation_or_caseload_takes_part(
    als: Als, begeleider: Gebruiker
) -> None:
    ander = WerknemerFactory(organisatie=begeleider.organisatie, in_dienst=True)
    velden = VELDEN | {"deelnemers": [ander.pk]}
    assert als(begeleider).post("/vormingen/nieuw/", velden).status_code == 422
    vorming = VormingFactory(organisatie=begeleider.organisatie)
    with pytest.raises(ValidationError, match="eigen organisatie"):
        schrijf_in(vorming, [WerknemerFactory()], door=begeleider)


def test_who_takes_part_already_is_left_as_is(begeleider: Gebruiker, amina: Werknemer) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie)
    assert len(schrijf_in(vorming, [amina], door=begeleider)) == 1
    assert schrijf_in(vorming, [amina], door=begeleider) == []
    assert Deelname.objects.count() == 1


def test_a_counsellor_sees_the_number_of_others_and_does_not_change_their_training(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie)
    DeelnameFactory(werknemer=amina, vorming=vorming)
    DeelnameFactory(werknemer__organisatie=amina.organisatie, vorming=vorming)
    client = als(begeleider)
    pagina = client.get(f"/vormingen/{vorming.pk}/").content.decode()
    assert "En nog 1 deelnemer van collega’s." in pagina
    assert "Vormingsfonds" not in pagina
    antwoord = client.post(f"/vormingen/{vorming.pk}/wijzig/", VELDEN)
    assert antwoord.status_code == 422
    client.post(f"/vormingen/{vorming.pk}/annuleer/")
    vorming.refresh_from_db()
    assert not vorming.geannuleerd


def test_after_the_training_everybody_on_one_form(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie, periode=VOORBIJ)
    deelname = DeelnameFactory(werknemer=amina, vorming=vorming)
    client = als(begeleider)
    adres = f"/vormingen/{vorming.pk}/aanwezigheid/"
    voor = f"d{deelname.pk}-"
    velden = invoer(client.get(adres))
    velden |= {f"{voor}stand": "aanwezig", f"{voor}resultaat": "geslaagd"}
    geweigerd = client.post(adres, velden | {f"{voor}attest_vervalt_op": "2028-01-01"})
    assert geweigerd.status_code == 422
    assert "Zeg welk attest op die dag vervalt." in geweigerd.content.decode()
    client.post(
        adres, velden | {f"{voor}attest": "HACCP", f"{voor}attest_vervalt_op": "2028-01-01"}
    )
    deelname.refresh_from_db()
    assert (deelname.stand, deelname.resultaat, deelname.attest) == (
        "aanwezig", "geslaagd", "HACCP",
    )  # fmt: skip


def test_an_attest_comes_with_its_file(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    deelname = DeelnameFactory(werknemer=amina)
    client = als(begeleider)
    adres = f"/deelnames/{deelname.pk}/"
    velden = invoer(client.get(adres)) | {"attest": "HACCP"}
    fout = SimpleUploadedFile("attest.pdf", b"<html>")
    assert client.post(adres, velden | {"attestbestand": fout}).status_code == 422
    goed = SimpleUploadedFile("attest.pdf", b"%PDF-1.7\n")
    client.post(adres, velden | {"attestbestand": goed})
    assert Bijlage.objects.get().deelname == deelname
    assert "attest.pdf" in client.get(f"/vormingen/{deelname.vorming_id}/").content.decode()


@pytest.fixture
def weigert_bewijs(db: None) -> None:
    """A database that refuses one file, whatever else it takes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE trajects_bijlage "
            "ADD CONSTRAINT weigert CHECK (bestandsnaam <> 'tweede.pdf')"
        )


def twee_bestanden() -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(naam, b"%PDF-1.7\n") for naam in ("eerste.pdf", "tweede.pdf")]


@pytest.mark.usefixtures("weigert_bewijs")
def test_a_participation_and_its_files_are_kept_together_or_not_at_all(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    deelname = DeelnameFactory(werknemer=amina)
    client = als(begeleider)
    adres = f"/deelnames/{deelname.pk}/"
    velden = invoer(client.get(adres)) | {"attest": "HACCP", "attestbestand": twee_bestanden()}
    with pytest.raises(DatabaseError, match="weigert"):
        client.post(adres, velden)
    deelname.refresh_from_db()
    assert deelname.attest == ""
    assert not Bijlage.objects.exists()
    assert not Auditregel.objects.exists()


@pytest.mark.usefixtures("weigert_bewijs")
def test_the_fund_and_its_proof_are_kept_together_or_not_at_all(
    als: Als, coordinator: Gebruiker
) -> None:
    vorming = VormingFactory(organisatie=coordinator.organisatie)
    client = als(coordinator)
    adres = f"/vormingen/{vorming.pk}/fonds/"
    velden = invoer(client.get(adres)) | {"bedrag_gevraagd": "500", "bewijs": twee_bestanden()}
    with pytest.raises(DatabaseError, match="weigert"):
        client.post(adres, velden)
    vorming.refresh_from_db()
    assert vorming.bedrag_gevraagd is None
    assert not Bijlage.objects.exists()
    assert not Auditregel.objects.exists()


def test_who_is_taken_off_leaves_what_was_there_in_the_trail(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    """The files too, by name, kind and fingerprint, also one that no key opens any more."""
    deelname = DeelnameFactory(
        werknemer=amina, stand="afwezig", attest="HACCP", resultaat="geslaagd", uren=Decimal(3)
    )
    inhoud = b"%PDF-1.7\n"
    goed = voeg_bijlage_toe(Bestand("haccp.pdf", PDF, inhoud), door=begeleider, deelname=deelname)
    kapot = BijlageFactory(
        notitie=None, deelname=deelname, inhoud=b"niet te lezen", door=begeleider
    )
    schrijf_uit(deelname, door=begeleider)
    regel = Auditregel.objects.get(soort="deelname")
    assert (regel.actie, regel.betrokkene_id) == ("uitgeschreven", amina.pk)
    weg = {veld: oud for veld, (oud, _) in regel.verschil.items()}
    assert weg == {
        "vorming": f"{deelname.vorming} ({deelname.vorming_id})",
        "werknemer": f"{amina} ({amina.pk})",
        "stand": "afwezig",
        "uren": "3.00",
        "resultaat": "geslaagd",
        "attest": "HACCP",
    }
    regels = Auditregel.objects.filter(soort="bijlage", actie="verwijderd")
    bestanden = {regel.onderwerp_id: regel for regel in regels}
    van_goed = bestanden[goed.pk]
    assert (van_goed.betrokkene_id, van_goed.wijzigingen["bestandsnaam"]) == (amina.pk, [])
    assert van_goed.verschil["bestandsnaam"] == ["haccp.pdf", None]
    assert van_goed.verschil["soort"] == [PDF, None]
    assert van_goed.verschil["sha256"] == [sha256(inhoud).hexdigest(), None]
    assert bestanden[kapot.pk].verschil["sha256"] == ["onleesbaar", None]


def test_what_is_followed_is_not_erased(begeleider: Gebruiker, amina: Werknemer) -> None:
    gepland = DeelnameFactory(werknemer=amina)
    gevolgd = DeelnameFactory(werknemer=amina, stand=Standdeelname.AANWEZIG)
    schrijf_uit(gepland, door=begeleider)
    with pytest.raises(ValidationError, match="is gevolgd"):
        schrijf_uit(gevolgd, door=begeleider)
    assert list(Deelname.objects.all()) == [gevolgd]


@pytest.mark.parametrize(
    ("periode", "geannuleerd", "stand"),
    [
        (Periode(date(2026, 11, 24), date(2026, 11, 25)), False, Vormingsstand.GEPLAND),
        (Periode(date(2026, 11, 23), date(2026, 11, 24)), False, Vormingsstand.BEZIG),
        (Periode(date(2026, 11, 20), date(2026, 11, 23)), False, Vormingsstand.VOORBIJ),
        (Periode(date(2026, 11, 24), date(2026, 11, 25)), True, Vormingsstand.GEANNULEERD),
    ],
)
def test_the_state_follows_from_the_days(
    db: None, periode: Periode, geannuleerd: bool, stand: Vormingsstand
) -> None:
    vorming = VormingFactory(periode=periode, geannuleerd=geannuleerd)
    assert vorming.stand_op(VANDAAG) == stand
    gevonden = [s for s in Vormingsstand if Vormingsactie.objects.in_stand(s, VANDAAG).exists()]
    assert gevonden == [stand]


def test_a_quarter_of_an_hour_is_not_rounded(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie, uren=Decimal("7.25"))
    DeelnameFactory(werknemer=amina, vorming=vorming, stand="aanwezig", uren=Decimal("3.75"))
    client = als(begeleider)
    detail = client.get(f"/vormingen/{vorming.pk}/").content.decode()
    assert "7,25" in detail
    assert "3,75 uur" in detail
    assert "3,75" in client.get("/vormingen/overzicht/").content.decode()
    assert "3,75 uur" in client.get(f"/werknemers/{amina.pk}/plan/").content.decode()


def test_two_people_change_the_same_participation(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    deelname = DeelnameFactory(werknemer=amina, vorming__periode=VOORBIJ)
    adres = f"/deelnames/{deelname.pk}/"
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres)), invoer(twee.get(adres))
    een.post(adres, van_een | {"stand": "aanwezig"})
    assert twee.post(adres, van_twee | {"stand": "afwezig"}).status_code == 422
    deelname.refresh_from_db()
    assert deelname.stand == "aanwezig"


def test_the_plan_shows_training_with_its_attest(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    deelname = DeelnameFactory(werknemer=amina, stand="aanwezig")
    wijzig_deelname(
        deelname, door=begeleider, gezien=None, stand="aanwezig", uren=None,
        resultaat="geslaagd", attest="HACCP", attest_vervalt_op=date(2027, 1, 15),
    )  # fmt: skip
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/plan/").content.decode()
    for zin in ("Attest HACCP", "vervalt binnenkort", "12 uur", "geslaagd"):
        assert zin in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als, coordinator: Gebruiker, aantal: int, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        vorming = VormingFactory(organisatie=coordinator.organisatie)
        for _ in range(aantal):
            DeelnameFactory(werknemer__organisatie=coordinator.organisatie, vorming=vorming)
    client = als(coordinator)
    # session, user; count, page; services and employees to choose from
    with django_assert_num_queries(6):
        client.get("/vormingen/")
    # session, user; training, participations, how many, files, their number, proof,
    # parameters, what was asked this year
    with django_assert_num_queries(10):
        client.get(f"/vormingen/{vorming.pk}/")


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("uren", "-4", "Een aantal uren kan niet negatief zijn (-4)."),
        ("uren", "vier", "“vier” is geen aantal uren. Schrijf het zo: 7,5."),
        ("uren", "12345", "“12345” is te hoog: hoogstens 9.999 uur."),
        ("uren", "1234567", "“1234567” is te hoog: hoogstens 9.999 uur."),
        ("kost", "-4", "Een bedrag kan niet negatief zijn (-4)."),
        ("kost", "veel", "“veel” is geen bedrag. Schrijf het zo: 2154,11."),
        ("kost", "123456", "“123456” is te hoog. Staat de komma op haar plaats?"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_its_own_words(
    als: Als, coordinator: Gebruiker, veld: str, waarde: str, zin: str
) -> None:
    antwoord = als(coordinator).post("/vormingen/nieuw/", VELDEN | {veld: waarde})
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
