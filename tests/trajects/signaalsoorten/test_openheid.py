"""The end goal of the job, explained from the first day on; and the passage of each contract."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import ContractFactory, NotitieFactory, PassageFactory
from tests.trajects.signaalsoorten.loopt import in_dienst, vertrek
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    open_van,
    van_soort,
    vul_in,
    waarom,
    waarom_weg,
)
from trajects.keuzes import Thema
from trajects.signaalsoorten.soorten import openheid, passage
from werknemers.models import Werknemer

BEGIN = date(2026, 11, 9)
BEIDE = (openheid.CODE, passage.CODE)


def test_going_through_the_passage_withdraws_both_at_once(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    contract = in_dienst(amina, begin=BEGIN, uitgelegd=False)
    versie = PassageFactory(organisatie=amina.organisatie)
    assert [van_soort(amina, soort) for soort in BEIDE] == [[BEGIN], [BEGIN]]
    vul_in(
        als(begeleider),
        "trajects:openheid",
        contract.pk,
        passage=versie.pk,
        uitgelegd_op=NU.isoformat(),
        uitgelegd_door="An Peeters",
        taal="nl",
    )
    assert [open_van(amina, soort) for soort in BEIDE] == [[], []]
    assert [waarom_weg(amina, soort) for soort in BEIDE] == [
        ["Ingetrokken: het einddoel is uitgelegd."],
        ["Ingetrokken: de passage is overlopen."],
    ]


def test_a_talk_about_the_end_goal_is_enough_for_the_counsellor(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    in_dienst(amina, begin=BEGIN, uitgelegd=False)
    assert van_soort(amina, openheid.CODE) == [BEGIN]
    als(begeleider).post(
        "/notities/nieuw/",
        {
            "werknemer": amina.pk,
            "soort": "gesprek",
            "datum": NU.isoformat(),
            "tekst": "We spraken over waar de job toe leidt.",
            "themas": [Thema.EINDDOEL],
        },
    )
    assert amina.notities.count() == 1
    assert open_van(amina, openheid.CODE) == []
    assert van_soort(amina, passage.CODE) == [BEGIN]


def test_who_signs_again_is_told_about_the_new_contract(amina: Werknemer) -> None:
    """The explanation of an earlier contract says nothing of this one."""
    in_dienst(amina)
    vertrek(amina, date(2026, 9, 30))
    in_dienst(amina, begin=BEGIN, uitgelegd=False)
    assert [van_soort(amina, soort) for soort in BEIDE] == [[BEGIN], [BEGIN]]


def test_a_second_contract_beside_the_first(amina: Werknemer) -> None:
    in_dienst(amina)
    ContractFactory(werknemer=amina, periode=Periode(BEGIN))
    assert [van_soort(amina, soort) for soort in BEIDE] == [[], [BEGIN]]


@pytest.mark.parametrize("soort", BEIDE)
def test_after_a_year_it_is_withdrawn_for_that_reason(amina: Werknemer, soort: str) -> None:
    in_dienst(amina, begin=BEGIN, uitgelegd=False)
    assert van_soort(amina, soort, date(2027, 11, 8)) == [BEGIN]
    assert van_soort(amina, soort, date(2027, 11, 9)) == []
    assert waarom_weg(amina, soort) == ["Ingetrokken: het contract begon op 09/11/2026."]


def test_before_the_first_day_there_is_no_signal(amina: Werknemer) -> None:
    in_dienst(amina, begin=plus_dagen(NU, 1), uitgelegd=False)
    assert [van_soort(amina, soort) for soort in BEIDE] == [[], []]


def test_the_page_says_why(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    in_dienst(amina, begin=BEGIN, uitgelegd=False)
    naam = "einddoel niet uitgelegd"
    assert (
        "Het contract begon op 9 november 2026 en er is nog niet genoteerd dat het einddoel van "
        "de job is uitgelegd." in waarom(als, begeleider, amina, naam)
    )
    amina.contracten.update(periode=Periode(date(2026, 11, 16)))
    assert waarom(als, begeleider, amina, naam).endswith(
        "Het contract begon pas. Het signaal komt op 30 november 2026."
    )
    NotitieFactory(werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL])
    assert waarom(als, begeleider, amina, naam).endswith(
        "Het einddoel is uitgelegd, of er loopt geen contract."
    )
