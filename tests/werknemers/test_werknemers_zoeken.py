"""In service, visible, found: the definitions on employees."""

from datetime import date

import pytest

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    WerknemerFactory,
)
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Dienst, Werknemer

VANDAAG = date(2026, 11, 23)


def _namen(werknemers: object) -> set[str]:
    return {werknemer.voornaam for werknemer in werknemers}


@pytest.mark.parametrize(
    ("dag", "in_dienst"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
        (date(2026, 8, 1), True),
        (date(2040, 1, 1), True),
    ],
)
def test_in_service_on(organisatie: Organisatie, dag: date, in_dienst: bool) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    ContractFactory(werknemer=werknemer, periode=Periode.tem(date(2026, 1, 1), date(2026, 6, 30)))
    ContractFactory(werknemer=werknemer, periode=Periode(date(2026, 8, 1)))
    WerknemerFactory(organisatie=organisatie)
    assert list(Werknemer.objects.in_dienst_op(dag)) == ([werknemer] if in_dienst else [])


def test_two_contracts_are_one_employee(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    ContractFactory(werknemer=werknemer)
    assert Werknemer.objects.in_dienst_op(VANDAAG).count() == 1


def test_the_current_contract_is_the_one_that_began_last(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    for naam, van in (("Keuken", date(2024, 1, 1)), ("Groen", date(2026, 2, 1))):
        dienst = DienstFactory(organisatie=organisatie, naam=naam)
        ContractFactory(werknemer=werknemer, dienst=dienst, periode=Periode(van))
    assert Werknemer.objects.met_huidig_contract(VANDAAG).get().dienst_naam == "Groen"
    vroeger = Werknemer.objects.met_huidig_contract(date(2025, 1, 1)).get()
    assert vroeger.dienst_naam == "Keuken"
    assert Werknemer.objects.met_huidig_contract(date(2020, 1, 1)).get().dienst_naam is None


def test_works_at(organisatie: Organisatie) -> None:
    contract = ContractFactory(werknemer__organisatie=organisatie)
    ContractFactory(werknemer__organisatie=organisatie)
    gevonden = Werknemer.objects.werkt_bij(contract.dienst_id, VANDAAG)
    assert list(gevonden) == [contract.werknemer]
    assert not Werknemer.objects.werkt_bij(contract.dienst_id, date(2020, 1, 1)).exists()


@pytest.fixture
def bezetting(organisatie: Organisatie, begeleider: Gebruiker) -> None:
    collega = GebruikerFactory(organisatie=organisatie, voornaam="Karim")
    WerknemerFactory(organisatie=organisatie, begeleider=begeleider, voornaam="Eigen")
    WerknemerFactory(organisatie=organisatie, begeleider=collega, voornaam="Collega")
    WerknemerFactory(organisatie=organisatie, voornaam="Niemand")
    WerknemerFactory(voornaam="Elders")


@pytest.mark.usefixtures("bezetting")
@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER])
def test_who_sees_all_employees(organisatie: Organisatie, rol: Rol) -> None:
    wie = GebruikerFactory(organisatie=organisatie, rol=rol)
    zichtbaar = _namen(Werknemer.objects.zichtbaar_voor(wie))
    assert zichtbaar == {"Eigen", "Collega", "Niemand"}


@pytest.mark.usefixtures("bezetting")
def test_a_counsellor_sees_the_own_employees(begeleider: Gebruiker) -> None:
    assert _namen(Werknemer.objects.zichtbaar_voor(begeleider)) == {"Eigen"}


@pytest.mark.usefixtures("bezetting")
@pytest.mark.parametrize(
    ("van", "laatste_dag", "zichtbaar"),
    [
        (date(2026, 11, 1), date(2026, 11, 22), {"Eigen"}),
        (date(2026, 11, 1), date(2026, 11, 23), {"Eigen", "Collega"}),
        (date(2026, 11, 23), date(2026, 12, 31), {"Eigen", "Collega"}),
        (date(2026, 11, 24), date(2026, 12, 31), {"Eigen"}),
    ],
)
def test_a_stand_in_sees_the_colleague_only_in_the_period(
    begeleider: Gebruiker, van: date, laatste_dag: date, zichtbaar: set[str]
) -> None:
    karim = Gebruiker.objects.get(voornaam="Karim")
    Waarneming.objects.create(
        begeleider=karim, vervanger=begeleider, periode=Periode.tem(van, laatste_dag)
    )
    assert _namen(Werknemer.objects.zichtbaar_voor(begeleider)) == zichtbaar
    assert _namen(Werknemer.objects.zichtbaar_voor(karim)) == {"Collega"}


def test_who_is_no_active_member_sees_nobody(organisatie: Organisatie) -> None:
    WerknemerFactory(organisatie=organisatie, in_dienst=True)
    weg = GebruikerFactory(organisatie=organisatie, rol=Rol.HR, is_active=False)
    operator = GebruikerFactory(organisatie=None, rol="")
    for wie in (weg, operator):
        for model in (Werknemer, Arbeidsovereenkomst, Adviesperiode, Dienst):
            assert not model.objects.zichtbaar_voor(wie).exists()


def test_what_hangs_on_an_employee_follows_the_employee(
    organisatie: Organisatie, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    eigen = WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)
    ander = WerknemerFactory(organisatie=organisatie, in_dienst=True)
    WerknemerFactory(in_dienst=True)
    for werknemer in (eigen, ander, WerknemerFactory()):
        AdviesFactory(werknemer=werknemer)
    for model in (Arbeidsovereenkomst, Adviesperiode):
        assert {d.werknemer for d in model.objects.zichtbaar_voor(begeleider)} == {eigen}
        assert {d.werknemer for d in model.objects.zichtbaar_voor(hr)} == {eigen, ander}


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("zoe", {"Zoë"}),
        ("ZOË", {"Zoë"}),
        ("oe dil", {"Zoë"}),
        ("demir zoe", {"Zoë"}),
        ("Özgür", {"Özgür"}),
        ("ozgur", {"Özgür"}),
        ("celik", {"Özgür"}),
        ("1001", {"Zoë"}),
        ("10", {"Zoë", "Özgür"}),
        ("01", set()),
        ("a1", {"Anna"}),
        ("zoe 1001", {"Zoë"}),
        ("zoe 1002", set()),
        ("%", set()),
        ("_", set()),
        ("", {"Zoë", "Özgür", "Anna"}),
        ("   ", {"Zoë", "Özgür", "Anna"}),
    ],
)
def test_searching_without_accents_and_by_number(
    organisatie: Organisatie, tekst: str, gevonden: set[str]
) -> None:
    for nummer, voornaam, familienaam in (
        ("1001", "Zoë", "Dilara Demir"),
        ("1002", "Özgür", "Çelik"),
        ("A1", "Anna", "Peeters"),
    ):
        WerknemerFactory(
            organisatie=organisatie,
            personeelsnummer=nummer,
            voornaam=voornaam,
            familienaam=familienaam,
        )
    assert _namen(Werknemer.objects.zoek(tekst)) == gevonden


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        # particles, order, accents, signs and spaces do not matter
        ("vandenberghe", {"Jan"}),
        ("van den berghe", {"Jan"}),
        ("Van Den Berghe Jan", {"Jan"}),
        ("van der berghe", {"Jan"}),
        ("berghe", {"Jan"}),
        ("berghe van", {"Jan"}),
        ("jan van", {"Jan"}),
        ("piet van", set()),
        ("D'Hondt Zoë", {"Zoë"}),
        ("zoe dhondt", {"Zoë"}),
        ("D’HONDT", {"Zoë"}),
        ("d hondt", {"Zoë"}),
        ("zoedhondt", {"Zoë"}),
        ("dhondtzoe", {"Zoë"}),
        ("jean-pierre", {"Jean Pierre"}),
        ("jeanpierre", {"Jean Pierre"}),
        ("strasse", {"Jean Pierre"}),
        # what runs over from one name into the other is no word of either
        ("anna", set()),
        # a telephone, however it was written down
        ("0470 12 34 56", {"Jan"}),
        ("0470/12.34.56", {"Jan"}),
        ("+32 470 12 34 56", {"Jan"}),
        ("0032470123456", {"Jan"}),
        ("32470123456", {"Jan"}),
        ("+32 (0)470/12 34 56", {"Jan"}),
        ("123456", {"Jan"}),
        ("0471654321", {"Zoë"}),
        ("+32471654321", {"Zoë"}),
        ("09 765 43 21", {"Zoë"}),
        ("zoe 0471 65 43 21", {"Zoë"}),
        ("jan 0471654321", set()),
        ("0470", set()),
        # a number, with whatever stands between its signs
        ("w-12", {"Jan"}),
        ("W12", {"Jan"}),
        ("12", set()),
        ("700", {"Zoë"}),
        ("700123", {"Zoë"}),
        ("700 zoe", {"Zoë"}),
        # signs are no words
        ("jan - berghe", {"Jan"}),
        ("jan %", {"Jan"}),
        ("#", set()),
        ("=/+", set()),
        ("\\", set()),
    ],
)
def test_searching_by_name_number_or_telephone_as_somebody_types_it(
    organisatie: Organisatie, tekst: str, gevonden: set[str]
) -> None:
    for nummer, voornaam, familienaam, gsm in (
        ("W-12", "Jan", "Van den Berghe", "0470/12.34.56"),
        ("700123", "Zoë", "D’Hondt", "+32 (0)471 65 43 21, moeder 09/765.43.21"),
        ("A3", "Jean Pierre", "Straße", ""),
        ("A4", "Johan", "Naert", ""),
    ):
        WerknemerFactory(
            organisatie=organisatie,
            personeelsnummer=nummer,
            voornaam=voornaam,
            familienaam=familienaam,
            gsm=gsm,
        )
    assert _namen(Werknemer.objects.zoek(tekst)) == gevonden


def test_who_gets_another_name_is_found_by_it(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie, familienaam="Peeters")
    Werknemer.objects.filter(pk=werknemer.pk).update(familienaam="El Amrani")
    assert list(Werknemer.objects.zoek("elamrani")) == [werknemer]
    assert not Werknemer.objects.zoek("peeters").exists()
