"""What hardly ever is right: one rule for the forms, the import and the command."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, ContractFactory, DienstFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, fouten, ingevuld
from werknemers.domein.aannemelijk import (
    eis_nagekeken,
    toekomstige_geboorte,
    vreemd_begin,
    vreemd_besluit,
    vreemd_contract,
    vreemde_geboorte,
)
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

Als = Callable[[Gebruiker], Client]
OP = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("geboren", "begin", "einde", "zin"),
    [
        (date(1985, 4, 17), date(2025, 3, 15), None, ""),
        (date(1946, 11, 23), date(2020, 1, 1), None, ""),
        (date(1945, 11, 23), date(2020, 1, 1), None, "is nu 81 jaar"),
        (date(1935, 1, 1), date(1990, 1, 1), date(2005, 1, 1), ""),
        (date(1905, 1, 1), date(1990, 1, 1), date(2005, 1, 1), "is nu 121 jaar"),
        (date(2011, 11, 23), None, None, ""),
        (date(2011, 11, 24), None, None, "is nu 14 jaar"),
        (date(2019, 3, 24), date(2025, 3, 15), None, "is nu 7 jaar"),
        (date(2000, 6, 1), date(2015, 6, 1), None, ""),
        (date(2000, 6, 1), date(2015, 5, 31), None, "was 14 jaar op de eerste dag"),
        (date(2030, 1, 1), None, None, "is nu 0 jaar"),
    ],
)
def test_somebody_who_works_is_from_15_to_80(
    geboren: date, begin: date | None, einde: date | None, zin: str
) -> None:
    gevonden = vreemde_geboorte(geboren, op=OP, begin=begin, einde=einde)
    assert zin in gevonden
    assert bool(zin) == bool(gevonden)


@pytest.mark.parametrize(
    ("soort", "besluit", "zin"),
    [
        (SoortAdvies.IMW_2, date(2023, 7, 1), ""),
        (SoortAdvies.IMW_2, date(2023, 6, 30), "bestaat sinds 1 juli 2023"),
        (SoortAdvies.LDE_OVERGANG, date(2023, 6, 30), ""),
        (SoortAdvies.IMW_5, OP, ""),
        (SoortAdvies.IMW_5, date(2026, 11, 24), "ligt in de toekomst"),
        (SoortAdvies.LDE_OVERGANG, date(2026, 11, 24), "ligt in de toekomst"),
    ],
)
def test_a_decision_lies_between_the_first_and_today(
    soort: SoortAdvies, besluit: date, zin: str
) -> None:
    gevonden = vreemd_besluit(soort, besluit, OP)
    assert zin in gevonden
    assert bool(zin) == bool(gevonden)


@pytest.mark.parametrize(
    ("besluit", "begin", "vreemd"),
    [
        (date(2025, 2, 14), date(2025, 1, 1), False),
        (date(2025, 2, 14), date(2027, 1, 1), False),
        (date(2025, 2, 14), date(2027, 4, 1), True),
        (date(2025, 2, 14), date(2024, 1, 1), False),
        (date(2025, 2, 14), date(2023, 12, 31), True),
        (date(2052, 2, 14), date(2025, 1, 1), True),
    ],
)
def test_an_advice_begins_near_its_decision(besluit: date, begin: date, vreemd: bool) -> None:
    assert bool(vreemd_begin(besluit, begin)) == vreemd


@pytest.mark.parametrize(
    ("periode", "vreemd"),
    [
        (Periode.tem(date(1960, 1, 1), None), False),
        (Periode.tem(date(1959, 12, 31), None), True),
        (Periode.tem(date(2025, 1, 1), date(2060, 12, 31)), False),
        (Periode.tem(date(2025, 1, 1), date(2061, 1, 1)), True),
        (Periode.tem(date(2061, 1, 1), None), True),
    ],
)
def test_a_contract_lies_between_1960_and_2060(periode: Periode, vreemd: bool) -> None:
    assert bool(vreemd_contract(periode)) == vreemd


def test_a_birth_is_never_in_the_future() -> None:
    assert toekomstige_geboorte(OP, OP) == ""
    assert "ligt in de toekomst" in toekomstige_geboorte(date(2026, 11, 24), OP)


def test_what_was_looked_at_is_not_asked_again() -> None:
    eis_nagekeken(["Dit is vreemd."], nagekeken=True)
    eis_nagekeken(["", ""], nagekeken=False)
    with pytest.raises(ValidationError) as weigering:
        eis_nagekeken(["", "Dit is vreemd."], nagekeken=False)
    assert weigering.value.message_dict == {"nagekeken": ["Dit is vreemd."]}


# --- the forms -------------------------------------------------------------------------------


def test_the_form_of_an_employee_asks_once(als: Als, hr: Gebruiker) -> None:
    client, adres = als(hr), reverse("werknemers:nieuw")
    getypt = {
        "voornaam": "Tina",
        "familienaam": "Testers",
        "personeelsnummer": "P001",
        "geboortedatum": "2019-03-24",
    }
    antwoord = bewaar(client, adres, **getypt)
    assert fouten(antwoord) == {
        "nagekeken": ["Wie op 24/03/2019 geboren is, is nu 7 jaar. Kijk de geboortedatum na."]
    }
    assert 'type="checkbox" name="nagekeken"' in antwoord.content.decode()
    assert not Werknemer.objects.exists()
    assert client.post(adres, ingevuld(antwoord, nagekeken="on")).status_code == 302
    tina = Werknemer.objects.get()
    assert tina.geboortedatum == date(2019, 3, 24)
    bewerk = reverse("werknemers:bewerk", args=[tina.pk])
    assert bewaar(client, bewerk, voornaam="Tine").status_code == 302


def test_the_form_of_a_contract_asks_once(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    dienst = DienstFactory(organisatie=organisatie)
    tina = WerknemerFactory(organisatie=organisatie, geboortedatum=date(2012, 1, 1))
    client, adres = als(hr), reverse("werknemers:contract_nieuw", args=[tina.pk])
    getypt = {"dienst": str(dienst.pk), "tewerkstellingsbreuk": "1"}
    antwoord = bewaar(client, adres, eerste_dag="2026-10-01", **getypt)
    assert "nu 14 jaar" in fouten(antwoord)["nagekeken"][0]
    antwoord = bewaar(client, adres, eerste_dag="2062-10-01", **getypt)
    assert "zou beginnen op 01/10/2062" in fouten(antwoord)["nagekeken"][0]
    assert client.post(adres, ingevuld(antwoord, nagekeken="on")).status_code == 302
    contract = Arbeidsovereenkomst.objects.get()
    bewerk = reverse("werknemers:contract_bewerk", args=[contract.pk])
    assert bewaar(client, bewerk, functie="klusser").status_code == 302
    antwoord = bewaar(client, bewerk, laatste_dag="2062-12-31")
    assert "zou beginnen op 01/10/2062" in fouten(antwoord)["nagekeken"][0]


def test_the_form_of_a_contract_asks_about_a_wage_that_hardly_can_be(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    """What is there already is not asked about again."""
    dienst = DienstFactory(organisatie=organisatie)
    tina = WerknemerFactory(organisatie=organisatie)
    client, adres = als(hr), reverse("werknemers:contract_nieuw", args=[tina.pk])
    getypt = {"dienst": str(dienst.pk), "tewerkstellingsbreuk": "0,8", "eerste_dag": "2026-10-01"}
    antwoord = bewaar(client, adres, bruto_maandloon="21.005,00", **getypt)
    assert "is meer dan drie keer" in fouten(antwoord)["nagekeken"][0]
    antwoord = bewaar(client, adres, bruto_maandloon="210,05", **getypt)
    assert "is minder dan de helft" in fouten(antwoord)["nagekeken"][0]
    assert not Arbeidsovereenkomst.objects.exists()
    assert client.post(adres, ingevuld(antwoord, nagekeken="on")).status_code == 302
    contract = Arbeidsovereenkomst.objects.get()
    bewerk = reverse("werknemers:contract_bewerk", args=[contract.pk])
    assert bewaar(client, bewerk, functie="klusser").status_code == 302
    antwoord = bewaar(client, bewerk, tewerkstellingsbreuk="1")
    assert "voor een voltijdse job" in fouten(antwoord)["nagekeken"][0]


def test_the_form_of_an_advice_asks_once(als: Als, hr: Gebruiker, organisatie: Organisatie) -> None:
    tina = WerknemerFactory(organisatie=organisatie)
    ContractFactory(werknemer=tina)
    client, adres = als(hr), reverse("werknemers:advies_nieuw", args=[tina.pk])
    antwoord = bewaar(client, adres, soort="imw_2", besluitdatum="2012-03-24", start="regel")
    assert "bestaat sinds 1 juli 2023" in fouten(antwoord)["nagekeken"][0]
    assert client.post(adres, ingevuld(antwoord, nagekeken="on")).status_code == 302
    advies = Adviesperiode.objects.get()
    bewerk = reverse("werknemers:advies_bewerk", args=[advies.pk])
    assert bewaar(client, bewerk, begeleidingsniveau="laag").status_code == 302


def test_closing_a_contract_asks_nothing(organisatie: Organisatie, hr: Gebruiker) -> None:
    """Whoever leaves, leaves: what is odd about the contract was there before."""
    from werknemers.domein.contracten import sluit_contract

    contract = ContractFactory(
        werknemer=WerknemerFactory(organisatie=organisatie, geboortedatum=date(1930, 1, 1)),
        periode=Periode(date(2020, 1, 1)),
    )
    gesloten = sluit_contract(contract, laatste_dag=OP, door=hr)
    assert gesloten.periode.laatste_dag == OP


def test_an_odd_advice_of_long_ago_may_be_corrected(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    tina = WerknemerFactory(organisatie=organisatie)
    advies = AdviesFactory(werknemer=tina, soort="imw_2", besluitdatum=date(2012, 3, 24))
    bewerk = reverse("werknemers:advies_bewerk", args=[advies.pk])
    antwoord = bewaar(als(hr), bewerk, besluitdatum="2012-03-25")
    assert "24/03/2012" not in fouten(antwoord)["nagekeken"][0]
    assert bewaar(als(hr), bewerk, besluitdatum="2025-03-24").status_code == 302


# --- one name, and texts that were kept ------------------------------------------------------


def test_who_has_one_name_is_entered_with_it(als: Als, hr: Gebruiker) -> None:
    antwoord = bewaar(
        als(hr), reverse("werknemers:nieuw"), voornaam="Ahmadzai", personeelsnummer="P001"
    )
    assert antwoord.status_code == 302
    persoon = Werknemer.objects.get()
    assert (persoon.naam, persoon.korte_naam) == ("Ahmadzai", "Ahmadzai")


def test_a_text_that_an_import_kept_need_not_be_mended_first(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    tina = WerknemerFactory(organisatie=organisatie, gsm="0470 (moeder)", email="tina@voorbeeld,be")
    client, adres = als(hr), reverse("werknemers:bewerk", args=[tina.pk])
    assert bewaar(client, adres, voornaam="Tine").status_code == 302
    tina.refresh_from_db()
    assert (tina.voornaam, tina.gsm) == ("Tine", "0470 (moeder)")
    assert "gsm" in fouten(bewaar(client, adres, gsm="0471 (moeder)"))
    assert bewaar(client, adres, gsm="0470 12 34 56").status_code == 302
    tina.refresh_from_db()
    assert tina.gsm == "+32470123456"
