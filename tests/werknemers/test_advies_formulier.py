"""Adding, changing and removing an advice in the browser."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, WerknemerFactory
from tests.werknemers.blad import bewaar, fouten, ingevuld
from werknemers.models import Adviesperiode, Premieschijf, Werknemer

Als = Callable[[Gebruiker], Client]
SCHIJVEN = {
    "schijf-0-van": "2026-10-01",
    "schijf-0-laatste_dag": "2027-12-31",
    "schijf-0-percentage": "60",
    "schijf-1-van": "2028-01-01",
    "schijf-1-laatste_dag": "2028-09-30",
    "schijf-1-percentage": "35",
}
EVALUATIE = {
    "soort": "imw_na_evaluatie",
    "besluitdatum": "2026-10-14",
    "laatste_dag": "2028-09-30",
}


@pytest.fixture
def werknemer(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie, voornaam="Amina", familienaam="Benali")


@pytest.fixture
def lopend(werknemer: Werknemer) -> Adviesperiode:
    """From 1 July 2023 up to and including 30 June 2028."""
    return AdviesFactory(werknemer=werknemer, besluitdatum=date(2023, 7, 3))


def _nieuw(werknemer: Werknemer) -> str:
    return reverse("werknemers:advies_nieuw", args=[werknemer.pk])


def adres_van_advies(advies: Adviesperiode) -> str:
    return reverse("werknemers:advies_bewerk", args=[advies.pk])


def test_a_first_advice(als: Als, hr: Gebruiker, werknemer: Werknemer) -> None:
    client = als(hr)
    antwoord = bewaar(
        client,
        _nieuw(werknemer),
        soort="imw_5",
        besluitdatum="2026-10-14",
        begeleidingsniveau="midden",
    )
    advies = Adviesperiode.objects.get()
    assert antwoord.url == reverse("trajects:contract", args=[werknemer.pk])
    assert advies.periode == Periode.tem(date(2026, 10, 1), date(2031, 9, 30))
    assert (advies.soort, advies.begeleidingsniveau) == (SoortAdvies.IMW_5, "midden")
    assert not advies.schijven.exists()


def test_an_extension_adjoins_by_itself(
    als: Als, hr: Gebruiker, werknemer: Werknemer, lopend: Adviesperiode
) -> None:
    client = als(hr)
    pagina = client.get(_nieuw(werknemer))
    assert "Sluit aan op het vorige advies (begint op 1 juli 2028)" in pagina.content.decode()
    assert pagina.context["form"]["start"].value() == "2028-07-01"
    data = ingevuld(pagina, soort="imw_5", besluitdatum="2026-11-20", nagekeken="on")
    assert client.post(_nieuw(werknemer), data).status_code == 302
    verlenging = werknemer.adviezen.exclude(pk=lopend.pk).get()
    assert verlenging.periode == Periode.tem(date(2028, 7, 1), date(2033, 6, 30))


def test_after_an_expired_advice_adjoining_is_a_choice(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2023, 7, 3))
    form = als(hr).get(_nieuw(werknemer)).context["form"]
    assert form["start"].value() == "regel"
    assert [waarde for waarde, _ in form.fields["start"].choices] == [
        "regel",
        "2025-07-01",
        "zelf",
    ]


def test_an_overlap_gets_the_sentence_of_the_database(
    als: Als, hr: Gebruiker, werknemer: Werknemer, lopend: Adviesperiode
) -> None:
    antwoord = bewaar(
        als(hr), _nieuw(werknemer), soort="imw_2", besluitdatum="2026-10-14", start="regel"
    )
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {
        "__all__": [
            "Er loopt al een ander advies in (een deel van) die periode. "
            "Een verlenging begint op de dag nadat het vorige advies eindigt."
        ]
    }
    assert werknemer.adviezen.get() == lopend


def test_the_previous_advice_changed_while_the_form_was_open(
    als: Als, hr: Gebruiker, werknemer: Werknemer, lopend: Adviesperiode
) -> None:
    client = als(hr)
    data = ingevuld(client.get(_nieuw(werknemer)), soort="imw_5", besluitdatum="2026-11-20")
    Adviesperiode.objects.filter(pk=lopend.pk).update(
        periode=Periode(date(2023, 7, 1), date(2029, 7, 1))
    )
    antwoord = client.post(_nieuw(werknemer), data)
    zin = "Het vorige advies is intussen veranderd. Kies opnieuw."
    assert fouten(antwoord) == {"start": [zin]}


def test_an_own_begin_and_end_for_an_lde_transition(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    bewaar(
        als(hr),
        _nieuw(werknemer),
        soort="lde_overgang",
        besluitdatum="2023-06-15",
        start="zelf",
        begin_op="2023-07-01",
        laatste_dag="2026-03-31",
    )
    advies = Adviesperiode.objects.get()
    assert advies.periode == Periode.tem(date(2023, 7, 1), date(2026, 3, 31))
    assert advies.bijgetelde_dagen == 0


def test_days_of_illness_are_kept_with_a_transition_only(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    """They change none of its days, and go when it turns out to be another kind."""
    overgang = AdviesFactory(
        werknemer=werknemer,
        soort=SoortAdvies.LDE_OVERGANG,
        besluitdatum=date(2024, 7, 1),
        periode=Periode.tem(date(2024, 7, 1), date(2027, 3, 14)),
    )
    was, client, pad = overgang.periode, als(hr), adres_van_advies(overgang)
    assert bewaar(client, pad, bijgetelde_dagen="40").status_code == 302
    overgang.refresh_from_db()
    assert (overgang.bijgetelde_dagen, overgang.periode) == (40, was)
    assert Auditregel.objects.latest("pk").verschil == {"bijgetelde_dagen": [0, 40]}
    assert bewaar(client, pad, soort="imw_5", start="regel").status_code == 302
    overgang.refresh_from_db()
    assert overgang.bijgetelde_dagen == 0


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"soort": ""}, "soort", "Dit veld is verplicht."),
        ({"start": "zelf"}, "begin_op", "Vul in op welke dag dit advies begint."),
        (
            {"start": "zelf", "begin_op": "2026-10-02"},
            "begin_op",
            "Een IMW-advies begint op de eerste dag van een kwartaal, niet op 02/10/2026.",
        ),
        (
            {"soort": "lde_overgang"},
            "laatste_dag",
            "Vul in tot en met welke dag dit advies loopt.",
        ),
        (
            {"soort": "lde_overgang", "laatste_dag": "2026-10-13"},
            "laatste_dag",
            "De laatste dag (13/10/2026) ligt voor de eerste dag (14/10/2026). "
            "Pas een van beide aan.",
        ),
        (
            {"besluitdatum": "12026-10-14"},
            "besluitdatum",
            "“12026-10-14” is geen datum. Schrijf de datum zo: 31/12/2026.",
        ),
    ],
)
def test_wrong_input_gets_a_sentence(
    als: Als, hr: Gebruiker, werknemer: Werknemer, anders: dict[str, str], veld: str, zin: str
) -> None:
    goed = {"soort": "imw_5", "besluitdatum": "2026-10-14"}
    antwoord = bewaar(als(hr), _nieuw(werknemer), **(goed | anders))
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {veld: [zin]}
    assert not Adviesperiode.objects.exists()


def test_after_an_evaluation_you_fill_in_the_percentages_yourself(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    client = als(hr)
    assert bewaar(client, _nieuw(werknemer), **EVALUATIE, **SCHIJVEN).status_code == 302
    advies = Adviesperiode.objects.get()
    assert list(advies.schijven.values_list("periode", "percentage")) == [
        (Periode.tem(date(2026, 10, 1), date(2027, 12, 31)), 60),
        (Periode.tem(date(2028, 1, 1), date(2028, 9, 30)), 35),
    ]
    assert Auditregel.objects.get().verschil["schijven"] == [
        [],
        ["60 % 01/10/2026 t.e.m. 31/12/2027", "35 % 01/01/2028 t.e.m. 30/09/2028"],
    ]
    bewaar(client, adres_van_advies(advies), **{"schijf-1-percentage": "30"})
    assert list(advies.schijven.values_list("percentage", flat=True)) == [60, 30]
    assert Auditregel.objects.order_by("-pk")[0].verschil == {
        "schijven": [
            ["60 % 01/10/2026 t.e.m. 31/12/2027", "35 % 01/01/2028 t.e.m. 30/09/2028"],
            ["60 % 01/10/2026 t.e.m. 31/12/2027", "30 % 01/01/2028 t.e.m. 30/09/2028"],
        ]
    }


def test_an_emptied_row_is_one_step_less(als: Als, hr: Gebruiker, werknemer: Werknemer) -> None:
    client = als(hr)
    bewaar(client, _nieuw(werknemer), **EVALUATIE, **SCHIJVEN)
    advies = Adviesperiode.objects.get()
    leeg = {naam: "" for naam in SCHIJVEN if naam.startswith("schijf-1")}
    een = {"schijf-0-laatste_dag": "2028-09-30"}
    assert bewaar(client, adres_van_advies(advies), **leeg, **een).status_code == 302
    assert list(advies.schijven.values_list("percentage", flat=True)) == [60]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        (dict.fromkeys(SCHIJVEN, ""), "Vul na een evaluatie zelf de percentages in."),
        (
            {"schijf-1-van": "2028-02-01"},
            "Er hoort een schijf te beginnen op 01/01/2028, maar de volgende begint op "
            "01/02/2028. Elke schijf begint op de dag na de vorige.",
        ),
        (
            {"schijf-1-van": "2027-12-31"},
            "Er hoort een schijf te beginnen op 01/01/2028, maar de volgende begint op "
            "31/12/2027. Elke schijf begint op de dag na de vorige.",
        ),
        (
            {"schijf-1-laatste_dag": "2028-06-30"},
            "De laatste schijf eindigt op 30/09/2028, zoals het advies.",
        ),
        (
            {"schijf-0-percentage": "42"},
            "Schijf 1, Percentage: Een percentage is een veelvoud van 5, van 20 tot en met 75.",
        ),
        (
            {"schijf-0-percentage": "80"},
            "Schijf 1, Percentage: Een percentage is een veelvoud van 5, van 20 tot en met 75.",
        ),
        (
            {"schijf-1-percentage": ""},
            "Schijf 2, Percentage: Vul dit ook in, of maak de hele rij leeg.",
        ),
        (
            {"schijf-1-laatste_dag": "2027-01-01"},
            "Schijf 2, T.e.m.: De laatste dag (01/01/2027) ligt voor de eerste dag "
            "(01/01/2028). Pas een van beide aan.",
        ),
    ],
)
def test_steps_that_are_wrong_stay_there_with_a_sentence(
    als: Als, hr: Gebruiker, werknemer: Werknemer, anders: dict[str, str], zin: str
) -> None:
    data = SCHIJVEN | anders
    antwoord = bewaar(als(hr), _nieuw(werknemer), **EVALUATIE, **data)
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {"__all__": [zin]}
    terug = ingevuld(antwoord)
    assert {naam: terug[naam] for naam in data} == data
    assert not Adviesperiode.objects.exists()


def test_steps_with_an_ordinary_kind_do_not_count(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    """They were typed before the kind was changed; the page no longer shows them."""
    goed = {"soort": "imw_2", "besluitdatum": "2026-10-14"}
    assert bewaar(als(hr), _nieuw(werknemer), **goed, **SCHIJVEN).status_code == 302
    assert not Premieschijf.objects.exists()


def test_another_step_gives_a_row_and_loses_nothing(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    client = als(hr)
    antwoord = bewaar(client, _nieuw(werknemer), **EVALUATIE, **SCHIJVEN, meer_schijven="1")
    assert antwoord.status_code == 200
    assert len(antwoord.context["form"].schijven.forms) == 4
    terug = ingevuld(antwoord)
    assert {naam: terug[naam] for naam in (*EVALUATIE, *SCHIJVEN)} == EVALUATIE | SCHIJVEN
    assert not Adviesperiode.objects.exists()


@pytest.mark.parametrize("knop", ["bereken", "meer_schijven"])
def test_half_a_request_is_no_disaster(
    als: Als, hr: Gebruiker, werknemer: Werknemer, knop: str
) -> None:
    """Without the hidden fields of the rows, as a script would send it."""
    client = als(hr)
    data = EVALUATIE | {"start": "regel"}
    assert client.post(_nieuw(werknemer), data | {knop: "1"}).status_code == 200
    antwoord = client.post(_nieuw(werknemer), data | {"begeleidingsniveau": "geen"})
    assert fouten(antwoord) == {"__all__": ["Vul na een evaluatie zelf de percentages in."]}


def test_computing_without_javascript(als: Als, hr: Gebruiker, werknemer: Werknemer) -> None:
    antwoord = bewaar(
        als(hr), _nieuw(werknemer), soort="imw_5", besluitdatum="2026-10-14", bereken="1"
    )
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "1 oktober 2026 t.e.m. 30 september 2031" in pagina
    assert antwoord.context["form"]["soort"].value() == "imw_5"
    assert "Dit veld is verplicht." not in pagina
    assert not Adviesperiode.objects.exists()


@pytest.mark.parametrize(
    ("soort", "besluit", "periode", "start"),
    [
        ("imw_5", date(2026, 10, 14), Periode(date(2026, 10, 1), date(2031, 10, 1)), "regel"),
        ("imw_5", date(2026, 8, 14), Periode(date(2026, 10, 1), date(2031, 10, 1)), "zelf"),
        (
            "lde_overgang",
            date(2026, 10, 14),
            Periode(date(2026, 10, 14), date(2027, 10, 1)),
            "regel",
        ),
    ],
)
def test_the_form_shows_how_the_advice_began(
    als: Als,
    hr: Gebruiker,
    werknemer: Werknemer,
    soort: str,
    besluit: date,
    periode: Periode,
    start: str,
) -> None:
    advies = AdviesFactory(werknemer=werknemer, soort=soort, besluitdatum=besluit, periode=periode)
    client = als(hr)
    assert client.get(adres_van_advies(advies)).context["form"]["start"].value() == start
    assert bewaar(client, adres_van_advies(advies), begeleidingsniveau="hoog").status_code == 302
    advies.refresh_from_db()
    assert (advies.periode, advies.begeleidingsniveau) == (periode, "hoog")


def test_an_extension_goes_on_adjoining_when_changed(
    als: Als, hr: Gebruiker, werknemer: Werknemer, lopend: Adviesperiode
) -> None:
    verlenging = AdviesFactory(
        werknemer=werknemer, periode=Periode(date(2028, 7, 1), date(2033, 7, 1))
    )
    client = als(hr)
    assert client.get(adres_van_advies(verlenging)).context["form"]["start"].value() == "2028-07-01"
    bewaar(client, adres_van_advies(verlenging), soort="imw_2", nagekeken="on")
    verlenging.refresh_from_db()
    assert verlenging.periode == Periode.tem(date(2028, 7, 1), date(2030, 6, 30))


def test_changing_shows_the_computation_at_once(
    als: Als, hr: Gebruiker, lopend: Adviesperiode
) -> None:
    pagina = als(hr).get(adres_van_advies(lopend)).content.decode()
    assert "1 juli 2023 t.e.m. 30 juni 2028" in pagina
    assert "De bronnen spreken elkaar tegen." in pagina
