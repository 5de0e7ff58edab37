"""Undoing an import: everything is as it was, or nothing is touched."""

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from pytest_django import Settings

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    ImportopdrachtFactory,
    LoonopgaveFactory,
    OrganisatieFactory,
    WerknemerFactory,
)
from tests.werknemers.invoer.bladen import RIJ, rij, xlsx
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.beantwoorden import beantwoord
from werknemers.domein.invoer.hernemen import HOOGSTENS, te_hernemen
from werknemers.domein.invoer.ongedaan import ACTIE, kan_terug, vraag_ongedaan, zet_terug
from werknemers.domein.invoer.opdracht import aanvaard_diensten, bevestig, ruim_op, start_import
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.domein.werknemers import wijzig_werknemer
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Caseloadwissel,
    Dienst,
    Importopdracht,
    Loonopgave,
    Werknemer,
)

Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status
KOLOMMEN = (*RIJ, "Kwartaal", "Referteloon", "Betaalde uren")
TABELLEN = (
    Dienst,
    Werknemer,
    Arbeidsovereenkomst,
    Adviesperiode,
    Loonopgave,
)
OUD_INSZ, NIEUW_INSZ = "85073003328", "85073100130"


def blad(*rijen: dict[str, Any]) -> bytes:
    return xlsx([list(KOLOMMEN), *([r.get(kolom, "") for kolom in KOLOMMEN] for r in rijen)])


NIEUW = rij(personeelsnummer="W9", familienaam="Nieuw", insz="", dienst="Nieuwe dienst") | {
    "Kwartaal": "2026-K2",
    "Referteloon": 7000,
}


def ingebracht(door: Gebruiker, *rijen: dict[str, Any]) -> Importopdracht:
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=blad(*rijen), door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    if namen := opdracht.uitkomst["voorgestelde_diensten"]:
        aanvaard_diensten(opdracht, namen=namen, door=door)
        kijk_na(opdracht.pk)
        opdracht.refresh_from_db()
    if opdracht.uitkomst["te_beantwoorden"]:
        _zelfde_persoon(opdracht, door)
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, nagekeken=True, door=door)
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR
    return opdracht


def _zelfde_persoon(opdracht: Importopdracht, door: Gebruiker) -> None:
    """Say of each row that asks that it is about the person whose number it has."""
    open_rijen = [
        rij["rijnummer"]
        for rij in opdracht.uitkomst["rijen"]
        if any(melding.get("open") for melding in rij["meldingen"])
    ]
    getypt = {f"antwoord:{rij}:": "ja" for rij in open_rijen}
    beantwoord(opdracht, gezien=opdracht.vingerafdruk, getypt=getypt, door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()


def ongedaan(opdracht: Importopdracht, door: Gebruiker) -> Importopdracht:
    assert vraag_ongedaan(opdracht, door=door)
    zet_terug(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def foto() -> list[list[dict[str, Any]]]:
    """All that an import writes, but when it was written; the number as it reads."""
    return [
        [
            {k: w for k, w in rij.items() if k != "gewijzigd_op"}
            for rij in soort._base_manager.order_by("pk").values()
        ]
        for soort in TABELLEN
    ]


@pytest.fixture
def an(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, email="an.peeters@voorbeeld.be")


@pytest.fixture
def amina(organisatie: Organisatie, an: Gebruiker) -> Werknemer:
    """Everything that the row of `anders` changes."""
    wie = WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="W1",
        voornaam="Amina",
        familienaam="Benali",
        insz=OUD_INSZ,
        insz_hash=zoek_insz(OUD_INSZ),
        geboortedatum=date(1985, 7, 30),
        begeleider=an,
        gsm="+32470123456",
    )
    lepel = DienstFactory(organisatie=organisatie, naam="De Lepel")
    ContractFactory(werknemer=wie, dienst=lepel, periode=Periode(date(2025, 1, 6)))
    AdviesFactory(werknemer=wie, besluitdatum=date(2025, 2, 14), begeleidingsniveau="hoog")
    LoonopgaveFactory(werknemer=wie, kwartaal=date(2026, 4, 1))
    return wie


def anders(lies: Gebruiker) -> tuple[dict[str, Any], ...]:
    """Another name, number, counsellor, level and wage record, a shorter contract and a new one."""
    wie: dict[str, Any] = {
        "familienaam": "Maes",
        "insz": NIEUW_INSZ,
        "geboortedatum": date(1985, 7, 31),
        "begeleider": lies.email,
        "gsm": "0471 12 34 56",
    }
    loon = {"Kwartaal": "2026-K2", "Referteloon": 7500, "Betaalde uren": 380}
    return (
        rij(**wie, einde_contract=date(2025, 12, 31)),
        rij(**wie, start_contract=date(2026, 1, 1), dienst="Nieuwe dienst") | loon,
    )


def test_everything_is_as_it_was(hr: Gebruiker, amina: Werknemer, an: Gebruiker) -> None:
    lies = GebruikerFactory(organisatie=hr.organisatie, email="lies.maes@voorbeeld.be")
    voor = foto()
    opdracht = ingebracht(hr, *anders(lies), NIEUW)
    assert foto() != voor
    assert [soort.objects.count() for soort in TABELLEN] == [2, 2, 3, 2, 2]
    opdracht = ongedaan(opdracht, hr)
    assert (opdracht.status, opdracht.weigering) == (Status.ONGEDAAN, "")
    assert foto() == voor
    assert (opdracht.ongedaan_door, bytes(opdracht.terugweg)) == (hr, b"")
    assert opdracht.ongedaan_op is not None
    wissels = Caseloadwissel.objects.order_by("pk").values_list("werknemer", "van", "naar")
    assert list(wissels) == [(amina.pk, an.pk, lies.pk), (amina.pk, lies.pk, an.pk)]


def test_a_contract_that_went_to_a_new_service_comes_back(
    hr: Gebruiker, amina: Werknemer, an: Gebruiker
) -> None:
    voor = foto()
    opdracht = ingebracht(hr, rij(dienst="Nieuwe dienst"))
    assert amina.contracten.get().dienst.naam == "Nieuwe dienst"
    assert ongedaan(opdracht, hr).status == Status.ONGEDAAN
    assert foto() == voor


def test_the_trail_says_what_was_put_back_and_keeps_no_number(
    hr: Gebruiker, amina: Werknemer
) -> None:
    lies = GebruikerFactory(organisatie=hr.organisatie, email="lies.maes@voorbeeld.be")
    opdracht = ongedaan(ingebracht(hr, *anders(lies), NIEUW), hr)
    regels = Auditregel.objects.filter(actie=ACTIE, door=hr).order_by("pk")
    soorten = [regel.soort for regel in regels]
    assert soorten.count("werknemer") == 2
    assert {"adviesperiode", "arbeidsovereenkomst", "loonopgave", "dienst"} < set(soorten)
    eigen = regels.get(soort="werknemer", onderwerp_id=amina.pk).verschil
    assert eigen["familienaam"] == ["Maes", "Benali"]
    assert set(eigen["insz"]) == {"●●●"}
    assert regels.get(soort="importopdracht").onderwerp_id == opdracht.pk
    assert OUD_INSZ not in str([regel.verschil for regel in regels])


def test_what_was_there_is_kept_encrypted_and_cleared_with_the_file(
    hr: Gebruiker, amina: Werknemer
) -> None:
    lies = GebruikerFactory(organisatie=hr.organisatie, email="lies.maes@voorbeeld.be")
    opdracht = ingebracht(hr, *anders(lies))
    bewaard = bytes(opdracht.terugweg)
    assert bewaard
    assert not {b"Benali", OUD_INSZ.encode(), b"werknemer"} & set(bewaard.split())
    assert b"Benali" not in bewaard
    with time_machine.travel("2026-12-24 03:00:00+00:00", tick=False):
        ruim_op()
    opdracht.refresh_from_db()
    assert (bytes(opdracht.terugweg), opdracht.status) == (b"", Status.KLAAR)
    assert not kan_terug(opdracht)
    with pytest.raises(ValidationError, match="kun je niet meer ongedaan maken"):
        vraag_ongedaan(opdracht, door=hr)


@pytest.mark.parametrize(
    ("raak", "zin"),
    [
        (
            lambda n: ContractFactory(werknemer=n, periode=Periode(date(2026, 5, 1))),
            "contract erbij",
        ),
        (
            lambda n: AdviesFactory(werknemer=n, besluitdatum=date(2030, 2, 1)),
            "Amina Nieuw: advies erbij.",
        ),
        (lambda n: LoonopgaveFactory(werknemer=n), "Amina Nieuw: loonopgave erbij."),
        (lambda n: n.contracten.get().save(), "Amina Nieuw: contract veranderd."),
        (lambda n: n.loonopgaven.all().delete(), "Amina Nieuw: loonopgave verwijderd."),
        (
            lambda n: ContractFactory(
                werknemer=WerknemerFactory(organisatie=n.organisatie),
                dienst=n.contracten.get().dienst,
            ),
            "Nieuwe dienst: contract erbij.",
        ),
    ],
)
def test_what_was_touched_since_is_named_and_everything_stays(
    hr: Gebruiker, raak: Callable[[Werknemer], object], zin: str
) -> None:
    opdracht = ingebracht(hr, NIEUW, rij(personeelsnummer="W8", insz="", dienst="Nieuwe dienst"))
    raak(Werknemer.objects.get(personeelsnummer="W9"))
    voor = foto()
    opdracht = ongedaan(opdracht, hr)
    assert opdracht.status == Status.KLAAR
    assert opdracht.weigering.startswith(
        "Intussen veranderde er iets aan wat deze import inbracht. Er is niets teruggezet. "
    )
    assert zin in opdracht.weigering
    assert foto() == voor
    assert not Auditregel.objects.filter(actie=ACTIE).exists()
    assert kan_terug(opdracht)


def test_a_person_who_was_changed_by_a_form_since_is_named(hr: Gebruiker, amina: Werknemer) -> None:
    opdracht = ingebracht(hr, rij(familienaam="Maes"))
    nu = Werknemer.objects.met_insz().get(pk=amina.pk)
    velden = ("personeelsnummer", "familienaam", "insz", "geboortedatum", "begeleider", "email")
    gegevens: Any = {veld: getattr(nu, veld) for veld in (*velden, "gsm", "voertaal")}
    wijzig_werknemer(nu, door=hr, **gegevens | {"voornaam": "Yasmina"})
    opdracht = ongedaan(opdracht, hr)
    assert opdracht.weigering.endswith("Yasmina Maes: werknemer veranderd.")
    amina.refresh_from_db()
    assert (amina.voornaam, amina.familienaam) == ("Yasmina", "Maes")
    ruim = "2026-12-24 03:00:00+00:00"
    with time_machine.travel(ruim, tick=False):
        ruim_op()
    opdracht.refresh_from_db()
    assert opdracht.weigering == ""


def test_a_counsellor_who_left_since_cannot_be_given_back(
    hr: Gebruiker, amina: Werknemer, an: Gebruiker
) -> None:
    lies = GebruikerFactory(organisatie=hr.organisatie, email="lies.maes@voorbeeld.be")
    opdracht = ingebracht(hr, *anders(lies))
    Gebruiker.objects.filter(pk=an.pk).update(is_active=False)
    opdracht = ongedaan(opdracht, hr)
    assert f"{an} was begeleider van Amina Benali, maar begeleidt niemand" in opdracht.weigering
    amina.refresh_from_db()
    assert (amina.familienaam, amina.begeleider) == ("Maes", lies)


def test_without_the_key_nothing_is_put_back(
    hr: Gebruiker, amina: Werknemer, settings: Settings
) -> None:
    opdracht = ingebracht(hr, rij(familienaam="Maes"))
    oud = settings.VERSLEUTELINGSSLEUTELS
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    opdracht = ongedaan(opdracht, hr)
    assert "de sleutel ontbreekt" in opdracht.weigering
    settings.VERSLEUTELINGSSLEUTELS = oud
    assert ongedaan(opdracht, hr).status == Status.ONGEDAAN


def test_a_number_that_no_key_opens_comes_back_as_it_was(
    hr: Gebruiker, amina: Werknemer, settings: Settings
) -> None:
    oud = settings.VERSLEUTELINGSSLEUTELS
    settings.VERSLEUTELINGSSLEUTELS = [Fernet.generate_key().decode()]
    lies = GebruikerFactory(organisatie=hr.organisatie, email="lies.maes@voorbeeld.be")
    opdracht = ingebracht(hr, *anders(lies))
    assert ongedaan(opdracht, hr).status == Status.ONGEDAAN
    settings.VERSLEUTELINGSSLEUTELS = oud
    assert Werknemer.objects.met_insz().get(pk=amina.pk).insz == OUD_INSZ


def test_the_same_file_may_come_in_again(hr: Gebruiker) -> None:
    ongedaan(ingebracht(hr, NIEUW), hr)
    assert not Werknemer.objects.exists()
    ingebracht(hr, NIEUW)
    assert Loonopgave.objects.get().referteloon == Decimal(7000)


def test_imports_are_undone_one_after_the_other(
    hr: Gebruiker, amina: Werknemer, an: Gebruiker
) -> None:
    """The last one first: what it put back, is again what the one before wrote."""
    lies = GebruikerFactory(organisatie=hr.organisatie, email="lies.maes@voorbeeld.be")
    voor, moment = foto(), amina.gewijzigd_op
    eerst = ingebracht(hr, *anders(lies), NIEUW)
    daarna = ingebracht(hr, NIEUW | {"Gsm": "0471 99 99 99"}, rij(gsm="0471 88 88 88"))
    assert ongedaan(eerst, hr).status == Status.KLAAR
    assert ongedaan(daarna, hr).status == Status.ONGEDAAN
    eerst = ongedaan(eerst, hr)
    assert (eerst.status, eerst.weigering) == (Status.ONGEDAAN, "")
    assert foto() == voor
    amina.refresh_from_db()
    assert amina.gewijzigd_op == moment


def test_a_second_click_finds_nothing_to_do(hr: Gebruiker) -> None:
    opdracht = ingebracht(hr, NIEUW)
    assert vraag_ongedaan(opdracht, door=hr)
    assert not vraag_ongedaan(opdracht, door=hr)
    for _ in range(2):
        zet_terug(opdracht.pk)
    assert not vraag_ongedaan(opdracht, door=hr)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.ONGEDAAN


@pytest.mark.django_db(transaction=True)
def test_two_sessions_at_once_undo_it_once() -> None:
    hr = GebruikerFactory(hr=True)
    opdracht = ingebracht(hr, NIEUW)
    uitkomsten: list[bool] = []
    beide = threading.Barrier(2)

    def vraag() -> None:
        beide.wait(timeout=10)
        uitkomsten.append(vraag_ongedaan(opdracht, door=hr))
        zet_terug(opdracht.pk)
        connection.close()

    draden = [threading.Thread(target=vraag) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomsten) == [False, True]
    opdracht.refresh_from_db()
    assert opdracht.status == Status.ONGEDAAN
    assert not Werknemer.objects.exists()


def test_what_keeps_failing_is_given_back(hr: Gebruiker) -> None:
    opdracht = ingebracht(hr, NIEUW)
    vraag_ongedaan(opdracht, door=hr)
    Importopdracht.objects.update(pogingen=HOOGSTENS)
    with time_machine.travel("2026-11-23 11:00:00+00:00", tick=False):
        assert te_hernemen() == []
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR
    assert opdracht.weigering.startswith("Het ongedaan maken lukte drie keer niet.")


def pagina(client: Client, opdracht: Importopdracht) -> str:
    antwoord = client.get(f"/beheer/import/{opdracht.pk}/")
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_the_page_offers_it_until_a_day_and_says_what_became_of_it(als: Als, hr: Gebruiker) -> None:
    opdracht, client = ingebracht(hr, NIEUW), als(hr)
    html = pagina(client, opdracht)
    assert "Maak deze import ongedaan" in html
    assert "Tot en met 23 december 2026" in html
    adres = f"/beheer/import/{opdracht.pk}/ongedaan/"
    for _ in range(2):
        assert client.post(adres)["Location"] == f"/beheer/import/{opdracht.pk}/"
    assert "We maken de import ongedaan." in pagina(client, opdracht)
    zet_terug(opdracht.pk)
    html = pagina(client, opdracht)
    assert "Deze import is ongedaan gemaakt." in html
    assert f"{hr} deed dat op" in html
    assert "Maak deze import ongedaan" not in html


def test_a_refusal_stands_on_the_page(als: Als, hr: Gebruiker) -> None:
    opdracht = ingebracht(hr, NIEUW)
    LoonopgaveFactory(werknemer=Werknemer.objects.get())
    html = pagina(als(hr), ongedaan(opdracht, hr))
    assert "Amina Nieuw: loonopgave erbij." in html
    assert "Maak deze import ongedaan" in html


def test_an_import_without_a_way_back_does_not_offer_it(als: Als, hr: Gebruiker) -> None:
    opdracht = ImportopdrachtFactory(organisatie=hr.organisatie, status=Status.KLAAR)
    client = als(hr)
    assert "Maak deze import ongedaan" not in pagina(client, opdracht)
    antwoord = client.post(f"/beheer/import/{opdracht.pk}/ongedaan/", follow=True)
    assert "kun je niet meer ongedaan maken" in antwoord.content.decode()


def test_another_organisation_does_not_find_it(als: Als, hr: Gebruiker) -> None:
    opdracht = ingebracht(hr, NIEUW)
    elders = GebruikerFactory(organisatie=OrganisatieFactory(), hr=True)
    assert als(elders).post(f"/beheer/import/{opdracht.pk}/ongedaan/").status_code == 404
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR
