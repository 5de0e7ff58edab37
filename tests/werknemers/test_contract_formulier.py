"""Adding and changing a contract in the browser."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, fouten, ingevuld
from werknemers.models import Arbeidsovereenkomst, Dienst, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def werknemer(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie, geboortedatum=date(1985, 7, 30))


@pytest.fixture
def dienst(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Keuken")


def _nieuw(werknemer: Werknemer) -> str:
    return reverse("werknemers:contract_nieuw", args=[werknemer.pk])


def _bewerk(contract: Arbeidsovereenkomst) -> str:
    return reverse("werknemers:contract_bewerk", args=[contract.pk])


def _goed(dienst: Dienst, **anders: str) -> dict[str, str]:
    return {
        "dienst": str(dienst.pk),
        "functie": "hulpkok",
        "soort": "bepaald",
        "eerste_dag": "2026-10-01",
        "laatste_dag": "2027-09-30",
        "tewerkstellingsbreuk": "0,8",
        "bruto_maandloon": "€ 2.154,11",
    } | anders


def test_a_new_contract(
    als: Als, coordinator: Gebruiker, werknemer: Werknemer, dienst: Dienst
) -> None:
    antwoord = bewaar(als(coordinator), _nieuw(werknemer), **_goed(dienst))
    contract = Arbeidsovereenkomst.objects.get()
    assert antwoord.url == reverse("trajects:contract", args=[werknemer.pk])
    assert contract.periode == Periode.tem(date(2026, 10, 1), date(2027, 9, 30))
    assert (contract.werknemer, contract.dienst) == (werknemer, dienst)
    assert (contract.functie, contract.soort) == ("hulpkok", "bepaald")
    assert contract.tewerkstellingsbreuk == Decimal("0.8")
    assert contract.bruto_maandloon == Decimal("2154.11")
    assert Auditregel.objects.get().verschil["periode"] == [
        None,
        "01/10/2026 t.e.m. 30/09/2027",
    ]


def test_on_to_the_advice(als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst) -> None:
    antwoord = bewaar(als(hr), _nieuw(werknemer), **_goed(dienst), verder="advies")
    assert antwoord.url == reverse("werknemers:advies_nieuw", args=[werknemer.pk])


@pytest.mark.parametrize(
    ("getypt", "breuk"),
    [
        ("0,8", "0.8"),
        ("0.8", "0.8"),
        ("80%", "0.8"),
        ("80 %", "0.8"),
        ("30,4/38", "0.8"),
        ("1", "1"),
        ("2/3", "0.666667"),
    ],
)
def test_every_way_of_writing_a_fraction(
    als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst, getypt: str, breuk: str
) -> None:
    data = _goed(dienst, tewerkstellingsbreuk=getypt, bruto_maandloon="2.400")
    assert bewaar(als(hr), _nieuw(werknemer), **data).status_code == 302
    assert Arbeidsovereenkomst.objects.get().tewerkstellingsbreuk == Decimal(breuk)


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        ("dienst", "", "Dit veld is verplicht."),
        (
            "tewerkstellingsbreuk",
            "80",
            "“80” is meer dan voltijds (1). Bedoel je 80 %? Schrijf dan 80%.",
        ),
        (
            "tewerkstellingsbreuk",
            "voltijds",
            "“voltijds” is geen tewerkstellingsbreuk. Schrijf 0,8 of 80% of 30,4/38.",
        ),
        ("tewerkstellingsbreuk", "0", "“0” is niet meer dan 0. Vul een breuk in zoals 0,8."),
        ("bruto_maandloon", "veel", "“veel” is geen bedrag. Schrijf het zo: 2154,11."),
        (
            "bruto_maandloon",
            "-100",
            "Een loon kan niet negatief zijn (-100). Kijk het bedrag na.",
        ),
        (
            "laatste_dag",
            "2026-09-30",
            "De laatste dag (30/09/2026) ligt voor de eerste dag (01/10/2026). "
            "Pas een van beide aan.",
        ),
        (
            "eerste_dag",
            "1985-07-30",
            "Het contract begint op 30/07/1985, maar de geboortedatum is 30/07/1985. "
            "Kijk beide na.",
        ),
    ],
)
def test_wrong_input_gets_a_sentence_and_stays_there(
    als: Als,
    hr: Gebruiker,
    werknemer: Werknemer,
    dienst: Dienst,
    veld: str,
    getypt: str,
    zin: str,
) -> None:
    antwoord = bewaar(als(hr), _nieuw(werknemer), **(_goed(dienst) | {veld: getypt}))
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {veld: [zin]}
    assert antwoord.context["form"][veld].value() == getypt
    assert antwoord.context["form"]["functie"].value() == "hulpkok"
    assert not Arbeidsovereenkomst.objects.exists()


def test_an_overlap_gets_the_sentence_of_the_database(
    als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst
) -> None:
    ContractFactory(werknemer=werknemer, dienst=dienst)
    antwoord = bewaar(als(hr), _nieuw(werknemer), **_goed(dienst))
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {
        "__all__": [
            "In deze dienst loopt al een contract in (een deel van) die periode. "
            "Sluit dat eerst af of kies andere datums."
        ]
    }


def test_submitting_twice_does_not_make_two(
    als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst
) -> None:
    client = als(hr)
    data = ingevuld(client.get(_nieuw(werknemer)), **_goed(dienst))
    eerste, tweede = (client.post(_nieuw(werknemer), data) for _ in range(2))
    assert (tweede.status_code, tweede.url) == (302, eerste.url)
    assert Arbeidsovereenkomst.objects.count() == 1


def test_changing(als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst) -> None:
    contract = ContractFactory(werknemer=werknemer, dienst=dienst)
    client = als(hr)
    form = client.get(_bewerk(contract)).context["form"]
    assert form["tewerkstellingsbreuk"].field.prepare_value(contract.tewerkstellingsbreuk) == "0,8"
    assert "2.000,00" in str(form["bruto_maandloon"])
    antwoord = bewaar(client, _bewerk(contract), laatste_dag="2026-12-31", functie="  kok ")
    assert antwoord.url == reverse("trajects:contract", args=[werknemer.pk])
    contract.refresh_from_db()
    assert contract.periode == Periode.tem(date(2024, 1, 1), date(2026, 12, 31))
    assert Auditregel.objects.get().verschil == {
        "functie": ["keukenhulp", "kok"],
        "periode": ["01/01/2024 t.e.m. …", "01/01/2024 t.e.m. 31/12/2026"],
    }


def test_a_closed_service_can_no_longer_be_chosen_but_stays_where_it_was(
    als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst
) -> None:
    dicht = DienstFactory(organisatie=dienst.organisatie, naam="Oud", actief=False)
    DienstFactory(naam="Elders")
    contract = ContractFactory(werknemer=werknemer, dienst=dicht)
    client = als(hr)
    nieuw = client.get(_nieuw(werknemer)).context["form"].fields["dienst"].queryset
    assert list(nieuw) == [dienst]
    bestaand = client.get(_bewerk(contract)).context["form"].fields["dienst"].queryset
    assert set(bestaand) == {dienst, dicht}
    assert bewaar(client, _bewerk(contract), functie="kok").status_code == 302


def test_a_service_from_elsewhere_is_refused(
    als: Als, hr: Gebruiker, werknemer: Werknemer, dienst: Dienst
) -> None:
    elders = DienstFactory()
    antwoord = bewaar(als(hr), _nieuw(werknemer), **_goed(elders))
    assert list(fouten(antwoord)) == ["dienst"]


def test_without_a_service_the_page_says_what_comes_first(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    pagina = als(coordinator).get(_nieuw(werknemer)).content.decode()
    assert "Voeg eerst de dienst toe" in pagina
    assert reverse("werknemers:diensten") in pagina
    pagina = als(hr).get(_nieuw(werknemer)).content.decode()
    assert "Vraag je beheerder om er een toe te voegen." in pagina
