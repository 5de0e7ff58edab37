"""Receipts that are kept: of nights, and of who asks; who sees them, and on which pages."""

import zlib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, close_old_connections, transaction
from django.test import Client
from django.urls import reverse

from financiering.domein.bewijsbeheer import bewaar_bewijs
from financiering.domein.laden import laad_gegevens
from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.prognoses import zonder_ingreep
from financiering.domein.rekenbewijs import bewijs_van, code_van, reken_na
from financiering.keuzes import Bewijssoort
from financiering.models import Kerncijfer, Rekenbewijs
from gebruikers.models import Gebruiker
from gedeeld.bewijs.papier import Bewijsfout, lees_bestand
from gedeeld.models import Auditregel
from gedeeld.periode import plus_dagen
from tests.fabrieken import GebruikerFactory, OrganisatieFactory, WerknemerFactory
from tests.financiering.bewijshulp import VAK, VANDAAG, prognose
from tests.financiering.bewijsmakers import gewone_spaties
from tests.financiering.conftest import Huis
from werknemers.models import Arbeidsovereenkomst


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def test_nights_on_which_nothing_changed_share_a_receipt(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 1))
    (een,) = Rekenbewijs.objects.all()
    assert (een.soort, een.dag, een.door) == (Bewijssoort.KERNCIJFERS, VANDAAG, None)
    assert set(Kerncijfer.objects.values_list("bewijs", flat=True)) == {een.pk}
    Arbeidsovereenkomst.objects.filter(werknemer=huis.bart).update(bruto_maandloon=Decimal(2450))
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 2))
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 3))
    assert Rekenbewijs.objects.count() == 2
    per_dag = dict(Kerncijfer.objects.filter(dienst=None).values_list("op", "bewijs__dag"))
    assert list(per_dag.values()) == [
        VANDAAG, VANDAAG, plus_dagen(VANDAAG, 2), plus_dagen(VANDAAG, 2),
    ]  # fmt: skip


def test_a_night_that_is_as_an_earlier_one_was_finds_its_receipt(huis: Huis) -> None:
    contract = Arbeidsovereenkomst.objects.filter(werknemer=huis.bart)
    for dagen, bruto in enumerate((2400, 2450, 2400)):
        contract.update(bruto_maandloon=Decimal(bruto))
        bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, dagen))
    assert Rekenbewijs.objects.count() == 2


def test_a_name_or_another_day_of_birth_is_no_new_receipt(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    huis.bart.voornaam = "Bertrand"
    huis.bart.save()
    bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 1))
    assert Rekenbewijs.objects.count() == 1


def test_the_figures_of_a_night_follow_from_their_receipt(vol: Huis) -> None:
    bewaar_voor(vol.organisatie, VANDAAG)
    bewijs = Rekenbewijs.objects.get().bewijs
    for cijfer in Kerncijfer.objects.exclude(dienst=None).select_related("dienst"):
        assert cijfer.dienst is not None
        lijnen = bewijs.uitkomst_data[cijfer.dienst.naam]
        assert cijfer.saldo * 100 == lijnen["saldo"][0]
        assert cijfer.premies * 100 == lijnen["loonpremie"][0] + lijnen["begeleidingspremie"][0]


def test_a_stored_receipt_does_not_change_and_does_not_go(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Rekenbewijs.objects.update(versie="9")
    with pytest.raises(IntegrityError, match="kerncijfer_bewijs"), transaction.atomic():
        Rekenbewijs.objects.all()._raw_delete("default")
    Kerncijfer.objects.all().delete()
    Rekenbewijs.objects.all()._raw_delete("default")
    uitkomst = prognose(huis)
    for bewijs, door in (
        (bewijs_van(uitkomst, huis.organisatie.pk), None),
        (bewijs_van(prognose(huis, "volgens plan"), huis.organisatie.pk), huis.coordinator),
    ):
        bewaar_bewijs(huis.organisatie, bewijs, door=door)
    for rij in Rekenbewijs.objects.all():
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            Rekenbewijs.objects.filter(pk=rij.pk)._raw_delete("default")


def test_a_row_that_was_changed_behind_our_back_is_refused(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    rij = Rekenbewijs.objects.get()
    rij.invoer = zlib.compress(zlib.decompress(rij.invoer).replace(b"240000", b"250000"))
    with pytest.raises(Bewijsfout, match="veranderd nadat het gemaakt is"):
        _ = rij.bewijs
    rij.invoer = b"geen zlib"
    with pytest.raises(Bewijsfout, match="veranderd nadat het gemaakt is"):
        _ = rij.bewijs


def test_somebody_keeps_a_receipt_once_and_sees_it(vol: Huis, bezoeker: Client) -> None:
    adres = reverse("financiering:prognose_bewijs")
    eerste, tweede = bezoeker.post(adres), bezoeker.post(adres)
    rij = Rekenbewijs.objects.get()
    pagina = reverse("financiering:bewijs", args=[rij.code])
    assert eerste["Location"] == tweede["Location"] == pagina
    assert (rij.door, rij.soort) == (vol.coordinator, Bewijssoort.PROGNOSE)
    spoor = Auditregel.objects.get(soort="rekenbewijs")
    assert spoor.onderwerp_id == rij.pk
    tekst = bezoeker.get(pagina).content.decode()
    assert "Uit dit bewijs komen vandaag dezelfde cijfers, tot op de cent." in tekst
    assert "Niets: vandaag tellen we met precies hetzelfde." in tekst
    assert "4 contracten" in tekst
    assert rij.code in bezoeker.get(reverse("financiering:bewijzen")).content.decode()
    bestand = bezoeker.get(reverse("financiering:bewijs_bestand", args=[rij.code]))
    assert lees_bestand(bestand.content) == rij.bewijs


def test_the_page_says_what_is_otherwise_today(vol: Huis, bezoeker: Client) -> None:
    bezoeker.post(reverse("financiering:waarom_bewijs", args=[vol.amina.pk, "2026-K4"]))
    rij = Rekenbewijs.objects.get()
    Arbeidsovereenkomst.objects.filter(werknemer=vol.amina).update(bruto_maandloon=Decimal(2500))
    tekst = bezoeker.get(reverse("financiering:bewijs", args=[rij.code])).content.decode()
    assert "het contract van werknemer 1 vanaf 01/04/2025: brutoloon" in tekst
    assert "€ 2.400,00" in gewone_spaties(tekst)


def test_receipts_of_another_organisation_are_not_there(huis: Huis, client: Client) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    rij = Rekenbewijs.objects.get()
    ander: Gebruiker = GebruikerFactory(rol="coordinator")
    client.force_login(ander)
    assert rij.code not in client.get(reverse("financiering:bewijzen")).content.decode()
    for naam in ("bewijs", "bewijs_bestand"):
        assert client.get(reverse(f"financiering:{naam}", args=[rij.code])).status_code == 404


@pytest.mark.django_db
def test_an_organisation_without_receipts_reads_what_to_do(client: Client) -> None:
    wie: Any = GebruikerFactory(rol="coordinator")
    client.force_login(wie)
    assert (
        "Er is nog geen bewijs bewaard."
        in client.get(reverse("financiering:bewijzen")).content.decode()
    )


def test_what_is_only_read_for_a_page_takes_no_query_more(
    vol: Huis, django_assert_num_queries: Any
) -> None:
    """The code is worked out from what was read."""
    laad_gegevens(vol.organisatie.pk, VAK)
    uitkomst = prognose(vol)
    with django_assert_num_queries(0):
        bewijs_van(uitkomst, vol.organisatie.pk)


@pytest.mark.parametrize("pagina", ["scenario", "waarom_dienst"])
def test_every_page_about_a_forecast_shows_its_code(
    vol: Huis, bezoeker: Client, pagina: str
) -> None:
    uitkomst = prognose(vol, "Alles")
    scenario = uitkomst.toekomst.code
    adressen = {
        "scenario": reverse("financiering:scenario", args=[scenario]),
        "waarom_dienst": reverse("financiering:waarom_dienst", args=[vol.dienst.pk, "2027-K1"])
        + f"?scenario={scenario}",
    }
    tekst = bezoeker.get(adressen[pagina]).content.decode()
    assert code_van(uitkomst, vol.organisatie.pk) in tekst
    assert f"{reverse('financiering:prognose_bewijs')}?scenario={scenario}" in tekst


def test_the_trend_leads_to_the_receipt_of_each_day(huis: Huis, bezoeker: Client) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    code = Rekenbewijs.objects.get().code
    tekst = bezoeker.get(reverse("financiering:verloop")).content.decode()
    assert reverse("financiering:bewijs", args=[code]) in tekst


def test_of_who_has_no_contract_in_the_quarters_a_receipt_holds_nobody(
    huis: Huis, bezoeker: Client
) -> None:
    niemand = WerknemerFactory(organisatie=huis.organisatie)
    adres = [niemand.pk, "2026-K4"]
    bestand = bezoeker.get(reverse("financiering:waarom_bewijs", args=adres)).content
    assert reken_na(lees_bestand(bestand)) == ()
    assert lees_bestand(bestand).uitkomst_data == {}
    pagina = bezoeker.get(reverse("financiering:waarom", args=adres)).content.decode()
    assert "Bewaar dit bewijs" not in pagina


@pytest.mark.django_db(transaction=True)
def test_two_who_keep_the_same_at_once_have_one_row() -> None:
    organisatie, samen = OrganisatieFactory(), Barrier(2)
    bewijs = bewijs_van(zonder_ingreep(organisatie.pk, 4, VANDAAG), organisatie.pk)

    def bewaar() -> int:
        try:
            samen.wait()
            return bewaar_bewijs(organisatie, bewijs, door=None).pk
        finally:
            close_old_connections()

    with ThreadPoolExecutor(2) as draden:
        een, twee = (klus.result() for klus in [draden.submit(bewaar) for _ in range(2)])
    assert een == twee == Rekenbewijs.objects.get().pk
