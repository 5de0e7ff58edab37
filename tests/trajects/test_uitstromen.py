"""Leaving and the year after: the window, the evidence, the moments, the guarantee, the figures."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from doorstroom.gedeeld.models import Auditregel
from doorstroom.gedeeld.periode import Periode, plus_maanden
from gebruikers.models import Gebruiker
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    JobdoelwitFactory,
    NazorgmomentFactory,
    OverdrachtFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from trajects.domein.bewijsstukken import bewijsstukken
from trajects.domein.nazorg import leg_nazorg_vast, nazorgbeeld
from trajects.domein.nieuwe_start import nieuwe_starts
from trajects.domein.uitstromen import (
    Uitstroomgegevens,
    registreer_uitstroom,
    verwijder_uitstroom,
    wijzig_uitstroom,
)
from trajects.domein.vervangingsvenster import Keerpunt, dichtste, keerpunten, lees_venster
from trajects.keuzes import Bestemming, Initiatief
from trajects.models import Nazorgmoment, Traject, Uitstroom, Werkgever
from werknemers.domein.premies import Schijf
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
# Two years of support decided in May 2025: it ends on 31 March 2027.
EINDE = date(2027, 4, 1)


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    amina = WerknemerFactory(
        organisatie=begeleider.organisatie, begeleider=begeleider, in_dienst=True
    )
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2025, 5, 14))
    return amina


def gegevens(**anders: Any) -> Uitstroomgegevens:
    vast = Uitstroomgegevens(
        datum=VANDAAG,
        bestemming=Bestemming.REGULIER,
        werkgever="",
        functie="",
        soort_contract="",
        breuk=None,
        initiatief=Initiatief.WERKNEMER,
        reden="",
        motief="",
    )
    return {**vast, **anders}  # type: ignore[typeddict-item]


def velden(**anders: Any) -> dict[str, Any]:
    vast = {"datum": "2026-11-23", "bestemming": "regulier", "initiatief": "werknemer"}
    return vast | anders


def invoer(client: Client, adres: str) -> dict[str, Any]:
    """What the form at this address would send back untouched."""
    (form,) = html.fromstring(client.get(adres).content).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in form.form_values()}


# --- the window ------------------------------------------------------------------------------

TREDEN = [
    Schijf(Periode(date(2025, 1, 1), date(2026, 4, 1)), 40),
    Schijf(Periode(date(2026, 4, 1), date(2027, 1, 1)), 30),
    Schijf(Periode(date(2027, 1, 1), date(2028, 1, 1)), 45),
]


def test_a_premium_turns_where_it_falls_and_where_it_ends() -> None:
    punten = keerpunten(TREDEN, date(2028, 1, 1))
    assert [(punt.dag, punt.wat) for punt in punten] == [
        (date(2026, 4, 1), "de loonpremie daalt van 40 naar 30 %"),
        (date(2028, 1, 1), "de ondersteuning stopt"),
    ]
    assert keerpunten(TREDEN[:1], None) == []


@pytest.mark.parametrize(
    ("dag", "binnen"),
    [
        (date(2026, 9, 30), False),
        (date(2026, 10, 1), True),
        (date(2027, 4, 1), True),
        (date(2027, 10, 1), True),
        (date(2027, 10, 2), False),
    ],
)
def test_the_window_has_two_ends(dag: date, binnen: bool) -> None:
    punt = Keerpunt(EINDE, "de ondersteuning stopt")
    assert (dichtste([punt], dag, voor=6, na=6) is not None) is binnen


@given(
    dag=st.dates(date(2024, 1, 1), date(2032, 1, 1)),
    punten=st.lists(st.dates(date(2024, 1, 1), date(2032, 1, 1)), max_size=5),
    voor=st.integers(0, 12),
    na=st.integers(0, 12),
)
def test_a_day_is_in_the_window_when_it_is_in_that_of_any_point(
    dag: date, punten: list[date], voor: int, na: int
) -> None:
    verwacht = any(plus_maanden(p, -voor) <= dag <= plus_maanden(p, na) for p in punten)
    gevonden = dichtste([Keerpunt(p, "x") for p in punten], dag, voor=voor, na=na)
    assert (gevonden is not None) is verwacht
    if gevonden is not None:
        assert gevonden.dag in punten


def test_the_window_of_an_employee_says_why(amina: Werknemer) -> None:
    venster = lees_venster(amina, VANDAAG)
    assert venster is not None
    assert venster.uitleg.antwoord == "Rond 1 april 2027: de ondersteuning stopt."
    assert "6 maanden voor tot 6 maanden na" in venster.uitleg.regel
    assert lees_venster(amina, date(2026, 3, 1)) is None


# --- leaving ---------------------------------------------------------------------------------


def test_leaving_plans_the_aftercare_and_moves_the_trajectory(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina)
    uitstroom = registreer_uitstroom(
        werknemer=amina, door=begeleider, **gegevens(werkgever="De Linde")
    )
    assert [moment.weken for moment in uitstroom.nazorg.all()] == [4, 13, 26, 52]
    assert uitstroom.nazorg.all()[0].gepland_op == date(2026, 12, 21)
    traject.refresh_from_db()
    assert (traject.fase, uitstroom.traject) == ("nazorg", traject)
    assert str(Werkgever.objects.get()) == "De Linde"
    regel = Auditregel.objects.get(soort="uitstroom")
    assert regel.actie == "uitstroom geregistreerd"


def test_after_a_pension_there_is_nothing_to_follow(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina)
    registreer_uitstroom(
        werknemer=amina, door=begeleider, **gegevens(bestemming=Bestemming.PENSIOEN)
    )
    assert not Nazorgmoment.objects.exists()
    assert Traject.objects.get().fase == "afgerond"


def test_the_employers_initiative_in_the_window_asks_for_a_motive(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    werkgever = gegevens(initiatief=Initiatief.WERKGEVER)
    with pytest.raises(ValidationError) as weigering:
        registreer_uitstroom(werknemer=amina, door=begeleider, **werkgever)
    assert list(weigering.value.message_dict) == ["motief"]
    assert not Uitstroom.objects.exists()
    buiten = {**werkgever, "datum": date(2026, 3, 1)}
    registreer_uitstroom(werknemer=amina, door=begeleider, **buiten)
    met_motief = {**werkgever, "motief": "De dienst sluit."}
    registreer_uitstroom(werknemer=amina, door=begeleider, **met_motief)
    assert Uitstroom.objects.count() == 2


def test_who_edits_contracts_closes_them_on_that_day(
    begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    with pytest.raises(PermissionDenied):
        registreer_uitstroom(werknemer=amina, door=begeleider, sluit_contracten=True, **gegevens())
    registreer_uitstroom(werknemer=amina, door=coordinator, sluit_contracten=True, **gegevens())
    assert amina.contracten.get().periode.laatste_dag == VANDAAG


def test_moments_move_along_with_the_day_and_keep_their_results(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = registreer_uitstroom(
        werknemer=amina, door=begeleider, **gegevens(datum=date(2026, 9, 30))
    )
    moment = uitstroom.nazorg.all()[0]
    leg_nazorg_vast(
        moment, door=begeleider, gezien=None, resultaat="zelfde",
        gemeten_op=date(2026, 11, 2), wat_gedaan="Gebeld.",
    )  # fmt: skip
    wijzig_uitstroom(uitstroom, door=begeleider, gezien=None, **gegevens(datum=date(2026, 10, 7)))
    moment = Nazorgmoment.objects.get(weken=4)
    assert (moment.gepland_op, moment.resultaat) == (date(2026, 11, 4), "zelfde")
    with pytest.raises(ValidationError, match="nazorg gedaan"):
        verwijder_uitstroom(uitstroom, door=begeleider)


def test_a_mistake_is_taken_back(begeleider: Gebruiker, amina: Werknemer) -> None:
    uitstroom = registreer_uitstroom(werknemer=amina, door=begeleider, **gegevens())
    verwijder_uitstroom(uitstroom, door=begeleider)
    assert not Uitstroom.objects.exists()


@pytest.mark.parametrize("dag", [date(2026, 11, 24), date(2026, 9, 1)])
def test_aftercare_is_heard_after_leaving_and_not_tomorrow(
    begeleider: Gebruiker, dag: date
) -> None:
    moment = NazorgmomentFactory()
    with pytest.raises(ValidationError):
        leg_nazorg_vast(
            moment, door=begeleider, gezien=None, resultaat="niet", gemeten_op=dag, wat_gedaan=""
        )


def test_lasting_means_at_work_after_half_a_year_and_the_guarantee_counts_down(db: None) -> None:
    uitstroom = UitstroomFactory(datum=date(2026, 3, 31))
    assert nazorgbeeld(uitstroom, VANDAAG).duurzaam is None
    NazorgmomentFactory(uitstroom=uitstroom, weken=13, resultaat="niet", gemeten_op=VANDAAG)
    assert nazorgbeeld(uitstroom, VANDAAG).duurzaam is None
    NazorgmomentFactory(uitstroom=uitstroom, weken=26, resultaat="andere", gemeten_op=VANDAAG)
    beeld = nazorgbeeld(uitstroom, VANDAAG)
    assert (beeld.duurzaam, beeld.garantie) == (True, date(2027, 9, 30))
    assert beeld.garantie_uitleg.antwoord == "nog 10 maanden, t.e.m. 30 september 2027"


def test_the_evidence_says_what_is_there_and_what_is_not(amina: Werknemer) -> None:
    leeg = bewijsstukken(amina, VANDAAG)
    assert [stuk.aanwezig for stuk in leeg] == [False] * 6
    JobdoelwitFactory(traject=TrajectFactory(werknemer=amina), titel="kok")
    OverdrachtFactory(werknemer=amina)
    vol = bewijsstukken(amina, date(2027, 5, 1))
    assert [stuk.aanwezig for stuk in vol] == [True, False, True, True, False, True]


# --- the pages -------------------------------------------------------------------------------


def test_the_form_shows_what_the_text_says_and_never_that_it_is_allowed(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/uitstroom/"
    antwoord = client.post(adres, velden(initiatief="werkgever"))
    assert antwoord.status_code == 422
    tekst = " ".join(html.fromstring(antwoord.content).text_content().split())
    assert "niet om financiële motieven ontslaat" in tekst
    assert "Schrijf op wat het motief van de werkgever is." in tekst
    assert "Er is geen jobdoelwit." in tekst
    for woord in ("toegelaten", "mag je ontslaan", "is toegestaan", "rechtmatig", "in orde om"):
        assert woord not in tekst.lower()


def test_leaving_in_place_and_the_moments_below(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/uitstroom/"
    client.post(adres, velden(werkgever="De Linde", breuk="80%"), headers={"HX-Request": "true"})
    uitstroom = Uitstroom.objects.get()
    assert uitstroom.breuk == Decimal("0.8")
    pagina = client.get(f"/werknemers/{amina.pk}/overgang/").content.decode()
    for zin in (
        "De Linde",
        "Na 52 weken",
        "21 december 2026",
        "Terugkeergarantie",
        "geen einddatum",
    ):
        assert zin in pagina
    adres = f"/nazorg/{uitstroom.nazorg.all()[0].pk}/"
    antwoord = client.post(adres, invoer(client, adres) | {"resultaat": "zelfde"})
    assert antwoord.url == f"/werknemers/{amina.pk}/overgang/#nazorg"


def test_two_people_write_the_same_aftercare(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    moment = NazorgmomentFactory(uitstroom__werknemer=amina)
    adres = f"/nazorg/{moment.pk}/"

    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een, adres), invoer(twee, adres)
    een.post(adres, van_een | {"resultaat": "zelfde"})
    assert twee.post(adres, van_twee | {"resultaat": "niet"}).status_code == 422
    moment.refresh_from_db()
    assert moment.resultaat == "zelfde"


def test_every_figure_of_the_dashboard_is_as_long_as_its_list(
    als: Als, coordinator: Gebruiker, amina: Werknemer
) -> None:
    organisatie = coordinator.organisatie
    JobdoelwitFactory(traject=TrajectFactory(werknemer=amina))
    StageFactory(werknemer=amina)
    for bestemming, weken, resultaat in (
        ("regulier", 26, "zelfde"), ("regulier", 26, "niet"), ("sociaal", 4, "zelfde"),
    ):  # fmt: skip
        weg = UitstroomFactory(
            werknemer__organisatie=organisatie, datum=date(2026, 1, 9), bestemming=bestemming
        )
        NazorgmomentFactory(uitstroom=weg, weken=weken, resultaat=resultaat, gemeten_op=VANDAAG)
    UitstroomFactory(werknemer__organisatie=organisatie, datum=date(2025, 12, 31))
    UitstroomFactory(datum=date(2026, 2, 2))
    client = als(coordinator)
    context = client.get("/uitstroom/").context
    uit, klaar = context["resultaten"], context["klaarheid"]
    assert (uit["samen"].aantal, uit["aan_het_werk"].aantal, uit["gemeten"].aantal) == (3, 1, 2)
    assert {cel.kop: cel.aantal for cel in uit["bestemmingen"]} == {
        "reguliere economie": 2, "sociale economie": 1,
    }  # fmt: skip
    assert [stap.aantal for stap in klaar["stappen"]] == [1, 0, 1, 0]
    cellen = [uit["samen"], uit["aan_het_werk"], uit["gemeten"], *uit["bestemmingen"]]
    for cel in (*cellen, klaar["samen"], *klaar["stappen"]):
        assert client.get(cel.url).context["pagina"].paginator.count == cel.aantal, cel


def test_a_new_start_in_the_place_of_who_was_dismissed_is_shown(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    keuken = DienstFactory(organisatie=coordinator.organisatie)
    weg = WerknemerFactory(organisatie=coordinator.organisatie, voornaam="Weg")
    ContractFactory(
        werknemer=weg, dienst=keuken, periode=Periode(date(2025, 1, 1), date(2026, 11, 1))
    )
    AdviesFactory(werknemer=weg, twee_jaar=True, besluitdatum=date(2025, 1, 14))
    UitstroomFactory(
        werknemer=weg, datum=date(2026, 10, 31), initiatief=Initiatief.WERKGEVER, motief="x"
    )
    assert nieuwe_starts(coordinator, VANDAAG) == []
    nieuw = WerknemerFactory(organisatie=coordinator.organisatie, voornaam="Nieuw")
    ContractFactory(werknemer=nieuw, dienst=keuken, periode=Periode(date(2026, 11, 9)))
    assert nieuwe_starts(coordinator, VANDAAG) == []  # not on IMW yet
    AdviesFactory(werknemer=nieuw, besluitdatum=date(2026, 11, 10))
    (start,) = nieuwe_starts(coordinator, VANDAAG)
    assert (start.uitstroom.werknemer, start.contract.werknemer) == (weg, nieuw)
    assert nieuwe_starts(begeleider, VANDAAG) == []
    pagina = als(coordinator).get("/vandaag/").content.decode()
    assert "op initiatief van de werkgever, rond een dalende of gestopte premie" in pagina
