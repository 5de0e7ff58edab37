"""The year after leaving: what is due, what counts as lasting, until when one may come back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContractFactory,
    NazorgmomentFactory,
    TrajectFactory,
    UitstroomFactory,
)
from tests.trajects.uitstroom.uitstroomhulp import HTMX, VANDAAG, invoer, tekst
from trajects.kader.nazorgbeeld import nazorgbeeld
from trajects.keuzes import Bestemming, Fase
from trajects.models import Nazorgmoment, Uitstroom
from trajects.uitstroom.nazorg import leg_nazorg_vast
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
WEKEN = (4, 13, 26, 52)
# Out of service since the end of March.
pytestmark = pytest.mark.amina(
    in_dienst=True, in_dienst__periode=Periode(date(2024, 1, 1), date(2026, 4, 1))
)


@pytest.fixture
def uitstroom(amina: Werknemer) -> Uitstroom:
    """The moments fall on 28 April, 30 June, 29 September and 30 March."""
    uitstroom = UitstroomFactory(werknemer=amina, datum=date(2026, 3, 31))
    for weken in WEKEN:
        NazorgmomentFactory(uitstroom=uitstroom, weken=weken)
    return uitstroom


def woorden(uitstroom: Uitstroom, op: date, **verder: Any) -> list[str]:
    return [regel.woord for regel in nazorgbeeld(uitstroom, op, **verder).regels]


def noteer(uitstroom: Uitstroom, weken: int, resultaat: str) -> None:
    momenten = Nazorgmoment.objects.filter(uitstroom=uitstroom, weken=weken)
    momenten.update(resultaat=resultaat, gemeten_op=VANDAAG)


def te_vragen(op: date) -> list[int]:
    return [moment.weken for moment in Nazorgmoment.objects.nog_te_vragen(op).met_dag()]


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 4, 27), ["gepland", "gepland", "gepland", "gepland"]),
        (date(2026, 4, 28), ["aan de beurt", "gepland", "gepland", "gepland"]),
        (date(2026, 5, 4), ["aan de beurt", "gepland", "gepland", "gepland"]),
        (date(2026, 5, 5), ["te laat", "gepland", "gepland", "gepland"]),
        (date(2026, 6, 30), ["overgeslagen", "aan de beurt", "gepland", "gepland"]),
        (date(2027, 4, 6), ["overgeslagen", "overgeslagen", "overgeslagen", "te laat"]),
    ],
)
def test_each_moment_has_a_state(uitstroom: Uitstroom, op: date, verwacht: list[str]) -> None:
    assert woorden(uitstroom, op) == verwacht
    # The same rule for many at once: what comes, and what waits.
    nog = [w for w, woord in zip(WEKEN, verwacht, strict=True) if woord != "overgeslagen"]
    assert te_vragen(op) == nog


def test_an_answer_takes_the_place_of_what_was_skipped(uitstroom: Uitstroom) -> None:
    noteer(uitstroom, 13, "andere")
    assert woorden(uitstroom, date(2026, 5, 1)) == [
        "overgeslagen", "aan het werk bij een andere werkgever", "gepland", "gepland",
    ]  # fmt: skip
    assert te_vragen(date(2026, 5, 1)) == [26, 52]


def test_of_who_came_back_nobody_asks_any_more(amina: Werknemer, uitstroom: Uitstroom) -> None:
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 8, 1)))
    assert te_vragen(date(2026, 7, 31)) == [13, 26, 52]
    assert te_vragen(VANDAAG) == []
    beeld = nazorgbeeld(uitstroom, VANDAAG, amina.contracten.all())
    assert beeld.terug_op == date(2026, 8, 1)
    assert [regel.woord for regel in beeld.regels] == ["niet meer nodig"] * 4
    assert beeld.aan_de_beurt is None


@pytest.mark.parametrize(
    ("antwoorden", "duurzaam"),
    [
        ({}, None),
        ({13: "zelfde"}, None),
        ({26: "andere"}, True),
        ({26: "niet", 52: "zelfde"}, False),
        ({26: "onbekend"}, None),
        ({26: "onbekend", 52: "zelfde"}, True),
    ],
)
def test_lasting_means_at_work_when_first_heard_after_half_a_year(
    uitstroom: Uitstroom, antwoorden: dict[int, str], duurzaam: bool | None
) -> None:
    for weken, resultaat in antwoorden.items():
        noteer(uitstroom, weken, resultaat)
    beeld = nazorgbeeld(uitstroom, VANDAAG)
    assert (beeld.duurzaam, beeld.duurzaam_na) == (duurzaam, 26)


@pytest.mark.parametrize(
    ("dag", "laatste"),
    [
        (date(2026, 3, 31), date(2027, 9, 30)),
        (date(2026, 4, 30), date(2027, 10, 31)),
        (date(2026, 8, 31), date(2028, 2, 29)),
        (date(2026, 11, 30), date(2028, 5, 31)),
    ],
)
def test_the_guarantee_counts_from_the_day_after(db: None, dag: date, laatste: date) -> None:
    garantie = nazorgbeeld(UitstroomFactory(datum=dag), VANDAAG).garantie
    assert garantie is not None
    assert garantie.laatste_dag == laatste


def test_the_guarantee_counts_down_and_says_what_is_not_known(uitstroom: Uitstroom) -> None:
    garantie = nazorgbeeld(uitstroom, VANDAAG).garantie
    assert garantie is not None
    assert garantie.uitleg.antwoord == "nog 10 maanden, t.e.m. 30 september 2027"
    assert "De garantie loopt 18 maanden" in garantie.uitleg.regel
    assert "zekerheid B" in garantie.uitleg.bron
    assert garantie.opmerking.startswith("De voorwaarden zijn niet gevonden")
    pensioen = UitstroomFactory(bestemming=Bestemming.PENSIOEN)
    assert nazorgbeeld(pensioen, VANDAAG).garantie is None
    oud = nazorgbeeld(UitstroomFactory(datum=date(2020, 1, 31)), VANDAAG)
    assert (oud.garantie, oud.duurzaam_na) == (None, None)


# --- writing ---------------------------------------------------------------------------------


def leg_vast(door: Gebruiker, moment: Nazorgmoment, op: date | None, resultaat: str) -> None:
    leg_nazorg_vast(
        moment, door=door, gezien=None, resultaat=resultaat, gemeten_op=op, wat_gedaan="Gebeld."
    )


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2026, 11, 24), "Kies vandaag of een dag die voorbij is."),
        (date(2026, 9, 21), "Noteer het vanaf 22 september 2026."),
    ],
)
def test_what_is_heard_too_early_or_tomorrow_says_nothing(
    begeleider: Gebruiker, uitstroom: Uitstroom, dag: date, zin: str
) -> None:
    moment = uitstroom.nazorg.get(weken=26)
    with pytest.raises(ValidationError, match=zin):
        leg_vast(begeleider, moment, dag, "zelfde")
    leg_vast(begeleider, moment, date(2026, 9, 22), "zelfde")
    moment.refresh_from_db()
    assert (moment.resultaat, moment.gemeten_op) == ("zelfde", date(2026, 9, 22))
    regel = Auditregel.objects.get(soort="nazorgmoment")
    assert (regel.actie, regel.verschil["resultaat"]) == ("nazorg vastgelegd", ["", "zelfde"])


def test_an_answer_needs_a_day(begeleider: Gebruiker, uitstroom: Uitstroom) -> None:
    with pytest.raises(ValidationError, match="Zeg op welke dag"):
        leg_vast(begeleider, uitstroom.nazorg.get(weken=4), None, "niet")


def test_a_mistaken_answer_is_taken_back(begeleider: Gebruiker, uitstroom: Uitstroom) -> None:
    noteer(uitstroom, 4, "niet")
    leg_vast(begeleider, uitstroom.nazorg.get(weken=4), VANDAAG, "")
    moment = uitstroom.nazorg.get(weken=4)
    assert (moment.is_open, moment.gemeten_op) == (True, None)


def test_a_day_that_was_already_there_stays(begeleider: Gebruiker, uitstroom: Uitstroom) -> None:
    """The outflow was mended: its moments moved past the day on which something was heard."""
    noteer(uitstroom, 26, "zelfde")
    Nazorgmoment.objects.filter(weken=26).update(gemeten_op=date(2026, 8, 1))
    leg_vast(begeleider, uitstroom.nazorg.get(weken=26), date(2026, 8, 1), "andere")
    assert uitstroom.nazorg.get(weken=26).resultaat == "andere"


@pytest.mark.parametrize(("weken", "zin"), [(1, "nazorg na 1 week"), (4, "nazorg na 4 weken")])
def test_one_week_is_one_week(weken: int, zin: str) -> None:
    assert str(Nazorgmoment(weken=weken)) == zin


# --- the page --------------------------------------------------------------------------------


def test_the_section_offers_only_what_can_be_answered(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer, uitstroom: Uitstroom
) -> None:
    pagina = tekst(als(begeleider).get(f"/werknemers/{amina.pk}/overgang/"))
    assert "Na 26 weken, 29 september 2026 te laat" in pagina
    assert "Na 52 weken, 30 maart 2027 gepland Duurzaam" in pagina
    assert "nog 10 maanden, t.e.m. 30 september 2027" in pagina
    assert "De voorwaarden zijn niet gevonden" in pagina
    assert "aan het werk na 26 weken" in pagina
    assert "Noteer hoe het gaat" not in tekst(als(hr).get(f"/werknemers/{amina.pk}/overgang/"))


def test_an_answer_in_place_and_as_a_page(
    als: Als, begeleider: Gebruiker, amina: Werknemer, uitstroom: Uitstroom
) -> None:
    client = als(begeleider)
    adres = f"/nazorg/{uitstroom.nazorg.get(weken=26).pk}/"
    leeg = client.post(adres, {"onzin": "1"}, headers=HTMX)
    assert leeg.status_code == 422
    assert "<html" not in leeg.content.decode()
    antwoord = client.post(adres, invoer(client, adres) | {"resultaat": "zelfde"}, headers=HTMX)
    assert antwoord["HX-Refresh"] == "true"
    adres = f"/nazorg/{uitstroom.nazorg.get(weken=13).pk}/"
    antwoord = client.post(adres, invoer(client, adres) | {"resultaat": "onbekend"})
    assert antwoord.url == f"/werknemers/{amina.pk}/overgang/#nazorg"
    pagina = tekst(client.get(antwoord.url))
    assert "aan het werk bij dezelfde werkgever" in pagina
    assert "niet bereikt" in pagina
    terug = invoer(client, adres) | {"resultaat": ""}
    assert client.post(adres, terug).status_code == 302
    assert uitstroom.nazorg.get(weken=13).is_open


def test_after_the_last_answer_the_trajectory_is_closed_with_one_button(
    als: Als, begeleider: Gebruiker, amina: Werknemer, uitstroom: Uitstroom
) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.NAZORG)
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/overgang/"
    assert "Rond het traject af" not in tekst(client.get(adres))
    noteer(uitstroom, 52, "zelfde")
    pagina = client.get(adres).content.decode()
    knop = f"/werknemers/{amina.pk}/traject/?naar=afgerond"
    assert f'href="{knop}"' in pagina
    assert client.get(knop).context["form"]["fase"].value() == "afgerond"


def test_earlier_outflow_stays_readable(
    als: Als, begeleider: Gebruiker, amina: Werknemer, uitstroom: Uitstroom
) -> None:
    noteer(uitstroom, 4, "niet")
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 8, 1), date(2026, 11, 1)))
    UitstroomFactory(werknemer=amina, datum=date(2026, 10, 31))
    pagina = tekst(als(begeleider).get(f"/werknemers/{amina.pk}/overgang/"))
    assert "na de vorige uitstroom" in pagina
    assert "Na 4 weken: niet aan het werk" in pagina


def test_who_left_stays_within_reach(
    als: Als, begeleider: Gebruiker, amina: Werknemer, uitstroom: Uitstroom
) -> None:
    client = als(begeleider)
    assert amina.naam not in tekst(client.get("/werknemers/"))
    assert amina.naam in tekst(client.get("/werknemers/?in_dienst=uit"))
    assert client.get(f"/werknemers/{amina.pk}/").status_code == 200
    ((punt, *stand),) = client.get("/vandaag/").context["agenda"].punten
    assert (punt.wat, punt.url) == (
        "Nazorg na 26 weken: hoe gaat het?", f"/werknemers/{amina.pk}/overgang/#nazorg",
    )  # fmt: skip
    assert stand == ["rood", "te laat"]


def test_somebody_elses_caseload_asks_nothing_of_me(als: Als, begeleider: Gebruiker) -> None:
    NazorgmomentFactory(
        uitstroom=UitstroomFactory(werknemer__organisatie=begeleider.organisatie), weken=4
    )
    assert als(begeleider).get("/vandaag/").context["agenda"].aantal == 0
