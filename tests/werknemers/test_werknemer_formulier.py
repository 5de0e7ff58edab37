"""Adding and changing an employee in the browser."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from tests.fabrieken import GebruikerFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, fouten, ingevuld
from werknemers.domein.insz import zoek_insz
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
NIEUW = reverse("werknemers:nieuw")
INSZ = "85073003328"
GOED = {
    "voornaam": "Amina",
    "familienaam": "Benali",
    "personeelsnummer": "1001",
    "insz": "85.07.30-033.28",
    "gsm": "0470 12 34 56",
    "email": "Amina@Voorbeeld.be",
}


def _met_insz(organisatie: Organisatie, **velden: object) -> Werknemer:
    return WerknemerFactory(
        organisatie=organisatie,
        insz=INSZ,
        insz_hash=zoek_insz(INSZ),
        geboortedatum=date(1985, 7, 30),
        **velden,
    )


def _bewerk(werknemer: Werknemer) -> str:
    return reverse("werknemers:bewerk", args=[werknemer.pk])


def test_a_new_employee(als: Als, coordinator: Gebruiker, begeleider: Gebruiker) -> None:
    client = als(coordinator)
    antwoord = bewaar(client, NIEUW, **GOED, begeleider=str(begeleider.pk), voertaal="ar")
    werknemer = Werknemer.objects.get()
    assert antwoord.status_code == 302
    assert antwoord.url == reverse("trajects:werknemer", args=[werknemer.pk])
    assert werknemer.organisatie == coordinator.organisatie
    assert werknemer.insz == INSZ
    assert werknemer.geboortedatum == date(1985, 7, 30)
    assert werknemer.gsm == "+32470123456"
    assert werknemer.email == "amina@voorbeeld.be"
    assert (werknemer.begeleider, werknemer.voertaal) == (begeleider, "ar")
    regel = Auditregel.objects.get()
    assert (regel.actie, regel.soort, regel.onderwerp_id) == (
        "toegevoegd",
        "werknemer",
        werknemer.pk,
    )
    assert (regel.door, regel.organisatie) == (coordinator, coordinator.organisatie)
    zinnen = [str(melding) for melding in get_messages(antwoord.wsgi_request)]
    assert zinnen == ["Amina Benali is toegevoegd. Vul nu het contract aan."]


def test_saving_and_straight_on_to_the_contract(als: Als, hr: Gebruiker) -> None:
    antwoord = bewaar(als(hr), NIEUW, **GOED, verder="contract")
    werknemer = Werknemer.objects.get()
    assert antwoord.url == reverse("werknemers:contract_nieuw", args=[werknemer.pk])


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        ("voornaam", "", "Dit veld is verplicht."),
        ("insz", "123", "Een INSZ telt 11 cijfers, bijvoorbeeld 85.07.30-033.28."),
        (
            "insz",
            "85.07.30-033.29",
            "Het controlegetal van dit INSZ klopt niet. Kijk de cijfers na.",
        ),
        (
            "geboortedatum",
            "1985-07-31",
            "De geboortedatum (31/07/1985) past niet bij het INSZ (30/07/1985). "
            "Kijk na welke van de twee juist is.",
        ),
        ("geboortedatum", "2200-07-30", "Het jaartal in 30/07/2200 kan niet kloppen. Kijk het na."),
        (
            "gsm",
            "12",
            "“12” is geen geldig telefoonnummer. Schrijf het zo: 0470 12 34 56.",
        ),
        ("email", "amina", "“amina” is geen e-mailadres. Schrijf het zo: naam@voorbeeld.be."),
    ],
)
def test_wrong_input_gets_a_sentence_and_stays_there(
    als: Als, hr: Gebruiker, veld: str, getypt: str, zin: str
) -> None:
    antwoord = bewaar(als(hr), NIEUW, **(GOED | {veld: getypt}))
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {veld: [zin]}
    assert antwoord.context["form"]["familienaam"].value() == "Benali"
    assert antwoord.context["form"][veld].value() == getypt
    assert not Werknemer.objects.exists()


def test_a_birth_date_in_the_future(als: Als, hr: Gebruiker) -> None:
    antwoord = bewaar(als(hr), NIEUW, **(GOED | {"insz": "", "geboortedatum": "2027-01-01"}))
    zin = "De geboortedatum (01/01/2027) ligt in de toekomst. Kijk ze na."
    assert fouten(antwoord) == {"geboortedatum": [zin]}


def test_hr_sees_the_insz_in_full(als: Als, hr: Gebruiker, organisatie: Organisatie) -> None:
    werknemer = _met_insz(organisatie)
    pagina = als(hr).get(_bewerk(werknemer))
    assert "85.07.30-033.28" in pagina.content.decode()


def test_others_see_the_insz_masked(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = _met_insz(organisatie)
    pagina = als(coordinator).get(_bewerk(werknemer)).content.decode()
    assert "85.07.30-033.28" not in pagina
    assert INSZ not in pagina
    assert "Nu bewaard: ●●.●●.●●-●●●.28. Laat dit leeg om het zo te laten." in pagina


def test_a_masked_insz_left_empty_stays_what_it_was(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = _met_insz(organisatie)
    antwoord = bewaar(als(coordinator), _bewerk(werknemer), voornaam="Aminata")
    assert antwoord.status_code == 302
    werknemer.refresh_from_db()
    assert (werknemer.voornaam, werknemer.insz) == ("Aminata", INSZ)
    assert Auditregel.objects.get().verschil == {
        "voornaam": ["Amina", "Aminata"],
    }


def test_who_does_not_see_the_insz_can_type_a_new_one(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = _met_insz(organisatie)
    bewaar(als(coordinator), _bewerk(werknemer), insz="90.01.01-123.95", geboortedatum="")
    werknemer.refresh_from_db()
    assert werknemer.insz == "90010112395"
    assert werknemer.geboortedatum == date(1990, 1, 1)
    assert Auditregel.objects.get().verschil["insz"] == ["●●●", "●●●"]


def test_the_birth_date_is_compared_with_a_masked_insz_too(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = _met_insz(organisatie)
    antwoord = bewaar(als(coordinator), _bewerk(werknemer), geboortedatum="1985-08-30")
    assert list(fouten(antwoord)) == ["geboortedatum"]


def test_hr_can_erase_the_insz(als: Als, hr: Gebruiker, organisatie: Organisatie) -> None:
    werknemer = _met_insz(organisatie)
    bewaar(als(hr), _bewerk(werknemer), insz="")
    werknemer.refresh_from_db()
    assert (werknemer.insz, werknemer.insz_hash) == ("", None)


def test_the_counsellors_of_the_own_organisation(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    GebruikerFactory(voornaam="Elders")
    vertrokken = GebruikerFactory(organisatie=coordinator.organisatie, is_active=False)
    werknemer = WerknemerFactory(organisatie=coordinator.organisatie, begeleider=vertrokken)
    client = als(coordinator)
    nieuw = client.get(NIEUW).context["form"].fields["begeleider"].queryset
    assert set(nieuw) == {coordinator, begeleider}
    bestaand = client.get(_bewerk(werknemer)).context["form"].fields["begeleider"].queryset
    assert set(bestaand) == {coordinator, begeleider, vertrokken}


def test_a_counsellor_from_elsewhere_is_refused(als: Als, coordinator: Gebruiker) -> None:
    elders = GebruikerFactory()
    antwoord = bewaar(als(coordinator), NIEUW, **GOED, begeleider=str(elders.pk))
    assert list(fouten(antwoord)) == ["begeleider"]


def test_a_double_personnel_number_is_said_at_the_field(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    WerknemerFactory(organisatie=organisatie, personeelsnummer="1001")
    WerknemerFactory(personeelsnummer="1002")
    antwoord = bewaar(als(hr), NIEUW, **GOED)
    assert fouten(antwoord) == {
        "personeelsnummer": ["Dit personeelsnummer is al van iemand anders."]
    }
    assert bewaar(als(hr), NIEUW, **(GOED | {"personeelsnummer": "1002"})).status_code == 302


def test_a_double_insz_is_said_at_the_field(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    _met_insz(organisatie)
    antwoord = bewaar(als(hr), NIEUW, **GOED)
    assert fouten(antwoord) == {"insz": ["Er is al een werknemer met dit INSZ."]}
    assert Werknemer.objects.count() == 1


def test_submitting_twice_does_not_make_two(als: Als, hr: Gebruiker) -> None:
    client = als(hr)
    data = ingevuld(client.get(NIEUW), **GOED)
    eerste, tweede = (client.post(NIEUW, data) for _ in range(2))
    assert (tweede.status_code, tweede.url) == (302, eerste.url)
    assert Werknemer.objects.count() == 1


def test_saving_without_a_change_leaves_no_trail(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    werknemer = _met_insz(organisatie, gsm="+32470123456")
    gewijzigd_op = werknemer.gewijzigd_op
    assert bewaar(als(hr), _bewerk(werknemer)).status_code == 302
    werknemer.refresh_from_db()
    assert werknemer.gewijzigd_op == gewijzigd_op
    assert not Auditregel.objects.exists()
