"""A key that is lost takes no page away, and what it locked comes back with it."""

from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from datetime import date

import pytest
from cryptography.fernet import Fernet
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from gedeeld.velden import OnleesbareTekst
from gedeeld.versleuteling import versleutel_bytes
from tests.fabrieken import BijlageFactory, DienstFactory, ImportopdrachtFactory, NotitieFactory
from tests.toegang.gedeeld import Werelden
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wie
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.models import Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]
INSZ = "85073003328"
BESTANDEN = {"trajects:bijlage", "gebruikers:uitvoer_bestand"}
ONLEESBAAR = "niet leesbaar: de sleutel ontbreekt"
pytestmark = pytest.mark.amina(in_dienst=True)


def geheim_van(werknemer: Werknemer) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT insz FROM werknemers_werknemer WHERE id = %s", [werknemer.pk])
        return str(cursor.fetchone()[0])


@pytest.fixture
def kwijt(amina: Werknemer, settings: Settings) -> Iterator[Werknemer]:
    """Amina, with a number that the keys of today do not open; afterwards the key is back."""
    amina.insz, amina.insz_hash = INSZ, zoek_insz(INSZ)
    amina.geboortedatum = date(1985, 7, 30)
    amina.save()
    geheim, oud = geheim_van(amina), settings.VERSLEUTELINGSSLEUTELS
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    yield amina
    settings.VERSLEUTELINGSSLEUTELS = oud
    assert geheim_van(amina) == geheim, "What the database held was overwritten."
    assert Werknemer.objects.met_insz().get(pk=amina.pk).insz == INSZ


def test_the_page_says_so_and_what_to_do(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, kwijt: Werknemer
) -> None:
    for wie in (hr, coordinator):
        antwoord = als(wie).get(reverse("trajects:werknemer", args=[kwijt.pk]))
        assert antwoord.status_code == 200
        assert f"{ONLEESBAAR}. Het nummer is niet weg." in antwoord.content.decode()


def test_a_form_leaves_what_it_cannot_show(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, kwijt: Werknemer
) -> None:
    """Who sees the number and who does not: both save another name, and the number stays."""
    for wie, naam in ((hr, "Zoë"), (coordinator, "Lou")):
        client, adres = als(wie), reverse("werknemers:bewerk", args=[kwijt.pk])
        form = client.get(adres).context["form"]
        assert form["insz"].value() == ""
        assert "Laat dit leeg om het zo te laten" in form.fields["insz"].help_text
        velden = {veld: form[veld].value() or "" for veld in form.fields} | {"voornaam": naam}
        assert client.post(adres, velden).status_code == 302
        kwijt.refresh_from_db()
        assert (kwijt.voornaam, kwijt.insz_hash) == (naam, zoek_insz(INSZ))
    assert not Auditregel.objects.filter(wijzigingen__has_key="insz").exists()


def test_typing_it_again_mends_it(
    als: Als, hr: Gebruiker, amina: Werknemer, settings: Settings
) -> None:
    amina.insz, amina.insz_hash = INSZ, zoek_insz(INSZ)
    amina.save()
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    client, adres = als(hr), reverse("werknemers:bewerk", args=[amina.pk])
    form = client.get(adres).context["form"]
    velden = {veld: form[veld].value() or "" for veld in form.fields} | {"insz": INSZ}
    assert client.post(adres, velden).status_code == 302
    assert Werknemer.objects.get(pk=amina.pk).insz == INSZ


def test_a_whole_record_saves_what_it_read(kwijt: Werknemer) -> None:
    """Also a copy of it."""
    gelezen = Werknemer.objects.met_insz().get(pk=kwijt.pk)
    assert isinstance(gelezen.insz, OnleesbareTekst)
    for record in (gelezen, deepcopy(gelezen), copy(gelezen)):
        record.save()
        assert record.insz_gemaskeerd == "niet leesbaar"


@pytest.mark.parametrize("insz", ["", INSZ])
def test_an_import_compares_by_the_search_value(
    coordinator: Gebruiker, kwijt: Werknemer, insz: str
) -> None:
    """Another birth date cannot be held against a number that nobody can read."""
    DienstFactory(organisatie=kwijt.organisatie, naam="De Lepel", sleutel="de lepel")
    geboren = "1985-07-30" if insz else "1986-01-01"
    wie = {"personeelsnummer": kwijt.personeelsnummer, "voornaam": "Amina Zoë", "begeleider": ""}
    blad = xlsx(tabel(rij(insz=insz, geboortedatum=geboren, **wie)))
    uitkomst = pas_toe(lees_in(blad).rijen, organisatie=kwijt.organisatie, door=coordinator)
    codes = {melding.code for rij_ in uitkomst.rijen for melding in rij_.meldingen}
    assert not codes & {"geboortedatum_insz", "insz_controlegetal", "insz_bij_ander"}
    kwijt.refresh_from_db()
    assert (kwijt.voornaam, kwijt.insz_hash) == ("Amina Zoë", zoek_insz(INSZ))


def test_a_file_that_no_key_opens_says_so(
    als: Als, coordinator: Gebruiker, amina: Werknemer, settings: Settings
) -> None:
    bijlage = BijlageFactory(notitie=NotitieFactory(werknemer=amina))
    adres = reverse("trajects:bijlage", args=[bijlage.pk])
    oud = settings.VERSLEUTELINGSSLEUTELS
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    antwoord = als(coordinator).get(adres)
    assert antwoord.status_code == 409
    assert "zodra je beheerder de sleutel" in antwoord.content.decode()
    settings.VERSLEUTELINGSSLEUTELS = oud
    assert als(coordinator).get(adres).getvalue().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("status", "stap"),
    [(Importopdracht.Status.WACHT, kijk_na), (Importopdracht.Status.BEVESTIGD, breng_in)],
)
def test_an_import_that_no_key_opens_is_refused_with_a_sentence(
    als: Als, hr: Gebruiker, status: str, stap: Callable[[int], None], settings: Settings
) -> None:
    opdracht = ImportopdrachtFactory(
        organisatie=hr.organisatie, inhoud=versleutel_bytes(b"a;b"), status=status
    )
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    stap(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Importopdracht.Status.GEWEIGERD
    pagina = als(hr).get(reverse("werknemers:import_nakijken", args=[opdracht.pk]))
    assert "Het bewaarde bestand is niet leesbaar" in pagina.content.decode()


def test_the_refused_rows_of_such_an_import(als: Als, hr: Gebruiker, settings: Settings) -> None:
    blad = xlsx(tabel(rij(bruto_maandloon=-1)))
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=blad, door=hr)
    kijk_na(opdracht.pk)
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    antwoord = als(hr).get(reverse("werknemers:import_geweigerd", args=[opdracht.pk]))
    assert antwoord.status_code == 409
    assert "Dit bestand is niet leesbaar" in antwoord.content.decode()


def test_every_page_opens_without_the_key_and_few_ask_for_the_number(
    werelden: Werelden, settings: Settings
) -> None:
    wereld, browsers = werelden.eigen, werelden.browsers()
    wereld.werknemer.insz, wereld.werknemer.insz_hash = INSZ, zoek_insz(INSZ)
    wereld.werknemer.save()
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    vragers = set()
    for naam, adres in TABEL.items():
        if adres.get is None or naam in BESTANDEN:
            continue
        lezers = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)
        wie = next(w for w in lezers if ROL_VAN[w] in adres.get.rollen and w not in adres.anders)
        url = reverse(naam, kwargs=adres.van(wereld), query=adres.vraag(wereld))
        with CaptureQueriesContext(connection) as vragen:
            assert browsers[wie].get(url).status_code == adres.get.antwoord, naam
        if any('"werknemers_werknemer"."insz",' in vraag["sql"] for vraag in vragen):
            vragers.add(naam)
    assert "trajects:werknemer" in vragers
    assert {naam for naam in vragers if not TABEL[naam].van(wereld)} == set(), "A list asks too."
