"""The reference wage of a quarter, typed by hand: kept, changed, removed, refused."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, LoonopgaveFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, fouten, ingevuld, plat
from werknemers.models import Loonopgave, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def amina(organisatie: Organisatie) -> Werknemer:
    """With a contract of € 2.000 a month, so € 6.000 gross in a quarter."""
    werknemer = WerknemerFactory(
        organisatie=organisatie, personeelsnummer="W1", voornaam="Amina", familienaam="Benali"
    )
    ContractFactory(werknemer=werknemer)
    return werknemer


def _nieuw(werknemer: Werknemer) -> str:
    return reverse("werknemers:loonopgave_nieuw", args=[werknemer.pk])


def _bewerk(opgave: Loonopgave) -> str:
    return reverse("werknemers:loonopgave_bewerk", args=[opgave.pk])


def _contractpagina(client: Client, werknemer: Werknemer) -> str:
    antwoord = client.get(reverse("trajects:contract", args=[werknemer.pk]))
    return plat(antwoord.content.decode())


def test_what_is_typed_is_kept_with_who_and_a_row_in_the_trail(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    client = als(hr)
    antwoord = bewaar(client, _nieuw(amina), referteloon="€ 7.512,34", betaalde_uren="380,5")
    opgave = Loonopgave.objects.get()
    assert antwoord.url == reverse("trajects:contract", args=[amina.pk])
    assert (opgave.werknemer, opgave.kwartaal, opgave.door) == (amina, date(2026, 7, 1), hr)
    assert (opgave.referteloon, opgave.betaalde_uren) == (Decimal("7512.34"), Decimal("380.50"))
    assert opgave.organisatie_id == amina.organisatie_id
    regel = Auditregel.objects.get(soort="loonopgave")
    assert (regel.actie, regel.betrokkene_id) == ("toegevoegd", amina.pk)
    assert regel.verschil["referteloon"] == [None, "7512.34"]
    html = _contractpagina(client, amina)
    assert "2026-K3</span>: € 7.512,34, 380,50 betaalde uren" in html
    assert hr.volledige_naam in html


def test_a_correction_takes_its_place_and_the_old_value_stays_in_the_trail(
    als: Als, coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    opgave = LoonopgaveFactory(werknemer=amina, door=hr)
    assert bewaar(als(coordinator), _bewerk(opgave), referteloon="7300").status_code == 302
    opgave.refresh_from_db()
    assert (opgave.referteloon, opgave.door) == (Decimal(7300), coordinator)
    regel = Auditregel.objects.get(soort="loonopgave", actie="gewijzigd")
    assert regel.verschil["referteloon"] == ["7200.00", "7300.00"]


def test_saving_without_a_change_writes_nothing(
    als: Als, coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    opgave = LoonopgaveFactory(werknemer=amina, door=hr)
    assert bewaar(als(coordinator), _bewerk(opgave)).status_code == 302
    opgave.refresh_from_db()
    assert opgave.door == hr
    assert not Auditregel.objects.filter(soort="loonopgave").exists()


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        ("kwartaal", "", "Dit veld is verplicht."),
        ("kwartaal", "zomer", "“zomer” is geen kwartaal. Schrijf het zo: 2026-K3."),
        ("kwartaal", "2027-K1", "2027-K1 is nog niet begonnen. Kijk het kwartaal na."),
        ("referteloon", "0", "Een referteloon van 0 euro kan niet kloppen. Kijk het bedrag na."),
        (
            "referteloon",
            "7,200",
            "“7,200” kan op twee manieren gelezen worden. Schrijf 2154,00 of 2,15.",
        ),
        ("betaalde_uren", "veel", "“veel” is geen aantal uren. Schrijf het zo: 380,5."),
        ("betaalde_uren", "-1", "Uren kunnen niet negatief zijn (-1). Kijk ze na."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(
    als: Als, hr: Gebruiker, amina: Werknemer, veld: str, getypt: str, zin: str
) -> None:
    data = {"kwartaal": "2026-K3", "referteloon": "7200", "betaalde_uren": "380"} | {veld: getypt}
    antwoord = bewaar(als(hr), _nieuw(amina), **data)
    assert (antwoord.status_code, fouten(antwoord)) == (422, {veld: [zin]})
    assert {naam: antwoord.context["form"][naam].value() for naam in data} == data
    assert not Loonopgave.objects.exists()


def test_an_amount_far_from_the_contract_comes_in_once_somebody_says_it_is_right(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    client = als(hr)
    antwoord = bewaar(client, _nieuw(amina), referteloon="2000")
    assert antwoord.status_code == 422
    (zin,) = fouten(antwoord)["nagekeken"]
    assert plat(zin).startswith("€ 2.000,00 is minder dan het brutoloon van 2026-K3")
    assert not Loonopgave.objects.exists()
    assert client.post(_nieuw(amina), ingevuld(antwoord, nagekeken="on")).status_code == 302
    assert Loonopgave.objects.get().referteloon == 2000


def test_a_quarter_that_is_there_already_is_refused(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    LoonopgaveFactory(werknemer=amina)
    antwoord = bewaar(als(hr), _nieuw(amina), referteloon="7300")
    assert fouten(antwoord) == {"kwartaal": ["Voor dit kwartaal staat er al een referteloon."]}
    assert Loonopgave.objects.get().referteloon == 7200


def test_it_is_removed_after_a_question_and_the_trail_keeps_what_it_said(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    client, opgave = als(hr), LoonopgaveFactory(werknemer=amina)
    adres = reverse("werknemers:loonopgave_verwijder", args=[opgave.pk])
    assert "€ 7.200,00" in plat(client.get(adres).content.decode())
    assert bewaar(client, adres).status_code == 302
    assert not Loonopgave.objects.exists()
    assert Auditregel.objects.get(actie="verwijderd").verschil["referteloon"] == ["7200.00", None]


def test_who_removes_what_somebody_else_just_changed_is_told(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    een, twee, opgave = als(hr), als(coordinator), LoonopgaveFactory(werknemer=amina)
    adres = reverse("werknemers:loonopgave_verwijder", args=[opgave.pk])
    data = ingevuld(een.get(adres))
    bewaar(twee, _bewerk(opgave), referteloon="7300")
    antwoord = een.post(adres, data)
    assert antwoord.status_code == 422
    assert Loonopgave.objects.get().referteloon == 7300
    assert "7.300,00" in antwoord.content.decode()


def test_a_counsellor_sees_no_wages(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    Werknemer.objects.filter(pk=amina.pk).update(begeleider=begeleider)
    LoonopgaveFactory(werknemer=amina)
    assert "Referteloon" not in _contractpagina(als(begeleider), amina)
    assert not Loonopgave.objects.zichtbaar_voor(begeleider).exists()


def test_the_list_of_a_quarter_says_who_has_one_and_who_has_not(
    als: Als, hr: Gebruiker, organisatie: Organisatie, amina: Werknemer
) -> None:
    LoonopgaveFactory(werknemer=amina, door=hr)
    for naam, begin in (("Bart", date(2024, 1, 1)), ("Later", date(2026, 10, 1))):
        wie = WerknemerFactory(organisatie=organisatie, familienaam=naam)
        ContractFactory(werknemer=wie, periode=Periode(begin))
    ContractFactory(werknemer__familienaam="Vreemd")
    client = als(hr)
    antwoord = client.get("/beheer/loonopgaven/")
    namen = [wie.familienaam for wie in antwoord.context["pagina"]]
    assert namen == ["Bart", "Benali"]
    html = plat(antwoord.content.decode())
    assert "Loonopgaven van 2026-K3" in html
    assert "€ 7.200,00" in html
    assert "niet vermeld" in html
    for deel, wie in (("met", "Benali"), ("zonder", "Bart")):
        antwoord = client.get(f"/beheer/loonopgaven/2026-K3/?toon={deel}")
        assert [w.familienaam for w in antwoord.context["pagina"]] == [wie]
    assert [p["aantal"] for p in antwoord.context["punten"]] == [2, 1, 1]


@pytest.mark.parametrize("kwartaal", ["2027-K1", "2026-K5", "1999-K4", "ooit"])
def test_a_quarter_that_cannot_be_has_no_page(als: Als, hr: Gebruiker, kwartaal: str) -> None:
    assert als(hr).get(f"/beheer/loonopgaven/{kwartaal}/").status_code == 404


def test_a_contract_wage_under_the_minimum_is_looked_at_and_kept(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    contract = amina.contracten.get()
    url = reverse("werknemers:contract_bewerk", args=[contract.pk])
    client = als(hr)
    geweigerd = bewaar(client, url, bruto_maandloon="1.700,00")
    assert geweigerd.status_code == 422
    assert fouten(geweigerd)["nagekeken"] == [
        "Dit loon ligt onder het gewaarborgd minimum (€\u00a01.786,89) voor een job van 0,8. Kijk "
        "het loon en de breuk na."
    ]
    goed = bewaar(client, url, bruto_maandloon="1.700,00", nagekeken="on")
    assert goed.status_code == 302
    contract.refresh_from_db()
    assert contract.bruto_maandloon == 1700
    assert (
        "Dit loon ligt onder het gewaarborgd minimum (€ 1.786,89) voor een job van 0,8."
        in _contractpagina(client, amina)
    )
