"""From phase to phase: with a reason, with who and when, and with what is still missing."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    DoelFactory,
    JobdoelwitFactory,
    OverdrachtFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TrajectFactory,
)
from trajects.keuzes import Fase, Standactie, Standdoel, Standrandvoorwaarde, Thema
from trajects.models import Fasewissel, Traject
from trajects.traject.aandacht import lees_fasevraag
from trajects.traject.fasen import wissel_fase
from trajects.traject.trajecten import start_traject
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def traject(amina: Werknemer, begeleider: Gebruiker) -> Traject:
    return start_traject(
        werknemer=amina,
        door=begeleider,
        gestart_op=date(2026, 1, 5),
        fase=Fase.VOORTRAJECT,
        jobdoelwit="",
        beoogde_uitstroom=None,
    )


def wissel(traject: Traject, door: Gebruiker, naar: str, reden: str = "Zo besproken.") -> Traject:
    return wissel_fase(traject, door=door, gezien=None, naar=naar, reden=reden)


def test_every_step_is_kept_with_who_when_and_why(
    begeleider: Gebruiker, coordinator: Gebruiker, traject: Traject
) -> None:
    wissel(traject, begeleider, Fase.JOBMATCHING, "Het jobdoelwit is klaar.")
    wissel(traject, coordinator, Fase.VOORTRAJECT, "Toch eerst taalles.")
    velden = ("van", "naar", "op", "reden", "door")
    assert list(Fasewissel.objects.values_list(*velden)) == [
        ("", "voortraject", date(2026, 1, 5), "", begeleider.pk),
        ("voortraject", "jobmatching", VANDAAG, "Het jobdoelwit is klaar.", begeleider.pk),
        ("jobmatching", "voortraject", VANDAAG, "Toch eerst taalles.", coordinator.pk),
    ]
    regel = Auditregel.objects.filter(soort="traject").first()
    assert regel is not None
    assert (regel.actie, regel.door) == ("fase gewijzigd", coordinator)
    assert regel.verschil["fase"] == ["jobmatching", "voortraject"]


@pytest.mark.parametrize(
    ("naar", "reden", "veld", "zin"),
    [
        ("stage", " ", "reden", "Zeg waarom het traject naar een andere fase gaat."),
        (
            "voortraject",
            "x",
            "fase",
            "Dit traject staat al in voortraject. Kies een andere fase, of annuleer.",
        ),
    ],
)
def test_a_step_that_cannot_be_is_refused_at_its_field(
    begeleider: Gebruiker, traject: Traject, naar: str, reden: str, veld: str, zin: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        wissel(traject, begeleider, naar, reden)
    assert weigering.value.message_dict == {veld: [zin]}
    traject.refresh_from_db()
    assert (traject.fase, Fasewissel.objects.count()) == ("voortraject", 1)


def test_a_trajectory_that_has_ended_moves_no_more(begeleider: Gebruiker, traject: Traject) -> None:
    wissel(traject, begeleider, Fase.STOPGEZET)
    with pytest.raises(ValidationError, match="afgesloten"):
        wissel(traject, begeleider, Fase.STAGE)


def test_who_saw_another_phase_is_told(begeleider: Gebruiker, traject: Traject) -> None:
    gezien = traject.gewijzigd_op
    wissel(traject, begeleider, Fase.STAGE)
    with pytest.raises(IntussenGewijzigd):
        wissel_fase(traject, door=begeleider, gezien=gezien, naar=Fase.NAZORG, reden="x")


def test_closing_keeps_what_remains_open(begeleider: Gebruiker, traject: Traject) -> None:
    gesloten = wissel_fase(
        traject,
        door=begeleider,
        gezien=None,
        naar=Fase.AFGEROND,
        reden="Aan het werk.",
        blijft_open="Het attest komt nog.",
    )
    assert gesloten.samenvatting.splitlines() == [
        "Gestart op 5 januari 2026.",
        "Fasen: voortraject (5 januari 2026), afgerond (23 november 2026).",
        "Blijft open: Het attest komt nog.",
    ]
    assert Auditregel.objects.filter(soort="traject").first().actie == "afgesloten"  # type: ignore[union-attr]


# --- what is missing -------------------------------------------------------------------------


def test_what_is_missing_in_each_phase(traject: Traject) -> None:
    aandacht = lees_fasevraag(traject).aandacht
    doel = "er is nog geen jobdoelwit"
    assert {fase: aandacht.in_fase(fase) for fase in Fase} == {
        Fase.VOORTRAJECT: [doel],
        Fase.JOBMATCHING: [doel],
        Fase.STAGE: [doel, "er is nog geen stage gepland"],
        Fase.NAZORG: [doel, "er is nog geen overdracht"],
        Fase.AFGEROND: [doel],
        Fase.STOPGEZET: [doel],
    }


def test_nothing_is_missing_when_all_is_there(amina: Werknemer, traject: Traject) -> None:
    JobdoelwitFactory(traject=traject)
    StageFactory(werknemer=amina)
    OverdrachtFactory(werknemer=amina)
    RandvoorwaardeFactory(werknemer=amina, stand=Standrandvoorwaarde.IN_ORDE)
    RandvoorwaardeFactory(werknemer=amina, thema=Thema.TAAL, stand=Standrandvoorwaarde.ONBEKEND)
    aandacht = lees_fasevraag(traject).aandacht
    assert [aandacht.in_fase(fase) for fase in Fase] == [[]] * len(Fase)


def test_preconditions_that_are_not_in_order_are_named(amina: Werknemer, traject: Traject) -> None:
    JobdoelwitFactory(traject=traject)
    for thema, stand in (
        (Thema.KINDEROPVANG, Standrandvoorwaarde.BELEMMERING),
        (Thema.TAAL, Standrandvoorwaarde.AANDACHT),
    ):
        RandvoorwaardeFactory(werknemer=amina, thema=thema, stand=stand)
    assert lees_fasevraag(traject).aandacht.altijd == ["aandacht nodig voor kinderopvang, taal"]


@pytest.mark.parametrize(
    ("van", "laatste_dag", "telt"),
    [
        (date(2026, 11, 1), date(2026, 11, 22), False),
        (date(2026, 11, 1), VANDAAG, True),
        (date(2026, 12, 1), date(2026, 12, 31), True),
    ],
)
def test_a_placement_counts_until_its_last_day(
    amina: Werknemer, traject: Traject, van: date, laatste_dag: date, telt: bool
) -> None:
    StageFactory(werknemer=amina, periode=Periode.tem(van, laatste_dag))
    assert lees_fasevraag(traject).aandacht.stage == telt


def test_what_is_not_done_is_named_when_closing(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    DoelFactory(traject=traject, titel="Nederlands leren")
    DoelFactory(traject=traject, stand=Standdoel.BEREIKT)
    ActieFactory(werknemer=amina, wat="Inschrijven voor taalles")
    ActieFactory(werknemer=amina, stand=Standactie.VERVALLEN)
    ActieFactory(wat="Van iemand anders")
    assert list(lees_fasevraag(traject).openstaand) == [
        "Nederlands leren",
        "Inschrijven voor taalles",
    ]
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/traject/").content.decode()
    assert "Nog niet klaar: 1 doel en 1 actie." in pagina


# --- the section -----------------------------------------------------------------------------


def test_in_place_the_section_comes_back_with_what_is_missing(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/traject/"
    formulier = html.fromstring(client.get(f"{adres}?naar=stage", headers=HTMX).content)
    data = dict(formulier.xpath("//form")[0].form_values())
    assert data["fase"] == "stage"
    antwoord = client.post(adres, data | {"reden": "Start maandag."}, headers=HTMX)
    assert antwoord["HX-Retarget"] == "#traject"
    tekst = antwoord.content.decode()
    assert "Amina staat nu in stage." in tekst
    assert "Let op: er is nog geen stage gepland." in tekst
    assert "<html" not in tekst


def test_an_unknown_phase_in_the_address_proposes_nothing(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    pagina = html.fromstring(
        als(begeleider).get(f"/werknemers/{amina.pk}/traject/", {"naar": "maan"}).content
    )
    (formulier,) = pagina.xpath("//form[@data-bewaak]")
    assert dict(formulier.form_values())["fase"] == "voortraject"


def test_the_section_tells_the_history(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    TrajectFactory(
        werknemer=amina,
        fase=Fase.STOPGEZET,
        jobdoelwit="tuinman",
        samenvatting="Twee vormingen gevolgd.",
    )
    wissel(traject, begeleider, Fase.STAGE, "De stage begint maandag.")
    for wie, mag in ((begeleider, True), (hr, False)):
        pagina = html.fromstring(als(wie).get(f"/werknemers/{amina.pk}/plan/").content)
        (sectie,) = pagina.xpath("//section[@id='traject']")
        tekst = " ".join(sectie.text_content().split())
        assert "Fasestage sinds 23 november 2026" in tekst
        assert "stage sinds 23 november 2026, door An PeetersDe stage begint maandag." in tekst
        assert "voortraject sinds 5 januari 2026, door An Peeters" in tekst
        assert "tuinman gestart op 1 februari 2024, stopgezet" in tekst
        assert "Twee vormingen gevolgd." in tekst
        assert ("Wijzig" in tekst) == mag


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_trajectory_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, traject: Traject, aantal: int
) -> None:
    for naar in (Fase.STAGE, Fase.NAZORG)[: aantal - 1]:
        TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET)
        wissel(traject, begeleider, naar)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werknemers/{amina.pk}/sectie/traject/", headers=HTMX)
    # session, user, employee, trajectories, their targets, steps, organisation
    assert len(vragen) == 6
