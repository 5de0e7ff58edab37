"""What to do next for one employee, and the form that it opens."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import NotitieFactory, TrajectFactory, UitstroomFactory
from tests.trajects.paginas.werknemerpagina import AMINA, VANDAAG, Als, adres, ging_weg
from trajects.kader.views.stap import Stap, met_knop
from trajects.kader.volgende_stap import stand_van_beeld, volgende_stap
from trajects.kader.werknemerbeeld import lees_werknemer, stel_beeld_samen
from trajects.keuzes import Fase, Nazorgresultaat
from trajects.rechten import mag_plan_zien, mag_uitstroom_registreren
from werknemers.models import Werknemer

pytestmark = AMINA


def stap_voor(werknemer: Werknemer, gebruiker: Gebruiker, *, leest: bool = True) -> Stap:
    vers = lees_werknemer(gebruiker, werknemer.pk)
    beeld = stel_beeld_samen(vers, gebruiker, VANDAAG)
    return met_knop(volgende_stap(stand_van_beeld(beeld), leest_logboek=leest))


@pytest.mark.parametrize(
    ("traject", "notitie", "zin", "knop"),
    [
        (None, None, "Er loopt nog geen traject. Start het samen met Amina.", "Start een traject"),
        ({}, None, "Er is nog geen jobdoelwit. Kies er samen één.", "Kies een jobdoelwit"),
        (
            {"jobdoelwit": "kok"},
            None,
            "Het traject loopt al minstens 8 weken en er is nog geen notitie. Plan een gesprek.",
            "Noteer een gesprek",
        ),
        (
            {"jobdoelwit": "kok"},
            date(2026, 9, 28),
            "Al minstens 8 weken geen notitie. De laatste is van 28 september 2026. "
            "Plan een gesprek.",
            "Noteer een gesprek",
        ),
        (
            {"jobdoelwit": "kok"},
            date(2026, 9, 29),
            "De ondersteuning stopt op 31 maart 2027 en jobmatching is nog niet gestart.",
            "Start jobmatching",
        ),
        (
            {"jobdoelwit": "kok", "fase": Fase.STAGE},
            VANDAAG,
            "Er is nog geen dag voor de uitstroom. Spreek samen een haalbare dag af.",
            "Kies een dag",
        ),
        (
            {"jobdoelwit": "kok", "fase": Fase.STAGE, "beoogde_uitstroom": date(2026, 11, 22)},
            VANDAAG,
            "De beoogde uitstroom (22 november 2026) is voorbij. Spreek een nieuwe dag af.",
            "Kies een dag",
        ),
        (
            {"jobdoelwit": "kok", "fase": Fase.STAGE, "beoogde_uitstroom": VANDAAG},
            VANDAAG,
            "Alles loopt. Hou contact met Amina.",
            "",
        ),
    ],
)
def test_the_next_step(
    begeleider: Gebruiker,
    amina: Werknemer,
    traject: dict[str, Any] | None,
    notitie: date | None,
    zin: str,
    knop: str,
) -> None:
    if traject is not None:
        TrajectFactory(werknemer=amina, **traject)
    if notitie:
        NotitieFactory(werknemer=amina, auteur=begeleider, datum=notitie)
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (zin, knop)
    assert bool(stap.url) == bool(knop)


def test_the_next_step_opens_the_form_that_it_is_about(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina, gestart_op=date(2026, 11, 2))
    kies = stap_voor(amina, begeleider).url
    assert kies == f"/werknemers/{amina.pk}/jobdoelwit/kies/"
    als(begeleider).post(kies, {"titel": "kok"})
    start = stap_voor(amina, begeleider).url
    assert start == f"/werknemers/{amina.pk}/traject/?naar=jobmatching"
    assert als(begeleider).get(start).context["form"]["fase"].value() == "jobmatching"
    traject.refresh_from_db()
    assert traject.fase == "voortraject"


def test_a_trajectory_that_just_started_needs_no_note_yet(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, jobdoelwit="kok", gestart_op=date(2026, 11, 2))
    assert stap_voor(amina, begeleider).knop == "Start jobmatching"


def test_who_does_not_read_the_log_is_not_told_that_it_is_empty(
    hr: Gebruiker, amina: Werknemer
) -> None:
    TrajectFactory(werknemer=amina, jobdoelwit="kok")
    assert stap_voor(amina, hr, leest=False).knop == "Start jobmatching"


def test_support_that_is_over_asks_for_jobmatching_too(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    amina.adviezen.update(periode=Periode(date(2024, 7, 1), date(2026, 10, 1)))
    TrajectFactory(werknemer=amina, jobdoelwit="kok", gestart_op=date(2026, 11, 2))
    assert stap_voor(amina, begeleider).zin == (
        "De ondersteuning stopte op 30 september 2026 en jobmatching is nog niet gestart."
    )


@pytest.mark.parametrize("fase", [Fase.STAGE, Fase.NAZORG])
def test_who_left_without_a_word_is_asked_about(
    begeleider: Gebruiker, amina: Werknemer, fase: Fase
) -> None:
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=fase)
    assert stap_voor(amina, begeleider) == Stap(
        "Amina is vandaag niet in dienst. Waar ging Amina naartoe? Vul het in, dan volgt de "
        "nazorg.",
        "Registreer de uitstroom",
        f"/werknemers/{amina.pk}/uitstroom/",
        mag_uitstroom_registreren,
    )


def test_before_the_first_day_nobody_left(begeleider: Gebruiker, amina: Werknemer) -> None:
    amina.contracten.update(periode=Periode(date(2026, 12, 1)))
    assert stap_voor(amina, begeleider) == Stap("Amina is vandaag niet in dienst.")


@pytest.mark.parametrize(
    ("laatste_dag", "zin", "knop"),
    [
        ("2026-11-20", "Amina is niet meer in dienst. Op 18 december 2026 vragen we", ""),
        ("2026-10-23", "Amina is 4 weken weg. Vraag hoe het gaat.", "Noteer hoe het gaat"),
    ],
)
def test_after_leaving_the_aftercare_is_next(
    begeleider: Gebruiker, amina: Werknemer, laatste_dag: str, zin: str, knop: str
) -> None:
    ging_weg(amina, date.fromisoformat(laatste_dag))
    stap = stap_voor(amina, begeleider)
    assert stap.zin.startswith(zin)
    assert stap.knop == knop


def test_after_the_last_answer_the_trajectory_is_closed(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = ging_weg(amina, date(2025, 11, 21))
    uitstroom.nazorg.filter(weken=52).update(
        resultaat=Nazorgresultaat.ZELFDE, gemeten_op=date(2026, 11, 20)
    )
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (
        "Amina is niet meer in dienst. De nazorg is klaar.",
        "Rond het traject af",
    )
    amina.trajecten.update(fase=Fase.AFGEROND)
    assert stap_voor(amina, begeleider) == Stap(
        "Amina is niet meer in dienst. Je hoeft nu niets te doen."
    )


def test_leaving_without_a_step_to_aftercare_says_so(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    ging_weg(amina, date(2026, 10, 23))
    amina.trajecten.update(fase=Fase.STAGE)
    assert stap_voor(amina, begeleider).knop == "Pas het traject aan"


def test_who_is_about_to_leave_is_not_told_to_start_again(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    """Also on the last day itself; retiring ends the trajectory before that day."""
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    UitstroomFactory(werknemer=amina, traject=traject, datum=VANDAAG)
    verwacht = Stap(
        "Amina vertrekt. De laatste dag in dienst is 23 november 2026.",
        "Kijk de overdracht na",
        f"/werknemers/{amina.pk}/overgang/",
        mag_plan_zien,
    )
    assert stap_voor(amina, begeleider) == verwacht
    amina.trajecten.update(fase=Fase.AFGEROND)
    assert stap_voor(amina, begeleider) == verwacht


def test_aftercare_of_who_is_still_at_work_asks_where_they_go(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=amina, jobdoelwit="kok", fase=Fase.NAZORG)
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (
        "Het traject staat in nazorg. Waar gaat Amina naartoe? Vul het in, dan volgt de nazorg.",
        "Registreer de uitstroom",
    )
    UitstroomFactory(werknemer=amina, traject=traject, datum=date(2023, 6, 1))
    stap = stap_voor(amina, begeleider)
    assert (stap.zin, stap.knop) == (
        "Amina is terug in dienst. Zet het traject in de fase die nu past.",
        "Pas het traject aan",
    )


def test_hr_can_do_the_step_that_hr_may_do(als: Als, hr: Gebruiker, amina: Werknemer) -> None:
    zonder = als(hr).get(adres(amina)).content.decode()
    assert "Start een traject" not in zonder
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    assert f'href="/werknemers/{amina.pk}/uitstroom/"' in als(hr).get(adres(amina)).content.decode()
