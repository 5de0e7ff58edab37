"""An attest that lapses, or lapsed, until something renews it."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import DeelnameFactory, VormingFactory
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    feiten,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    vul_in,
    waarom,
    zin,
)
from trajects.keuzes import Resultaat, Signaalstatus, Standdeelname, Vormingsthema
from trajects.models import Deelname, Signaal
from trajects.signaalsoorten.soort import Stap, Urgentie
from trajects.signaalsoorten.soorten.attest_verloopt import VERLOOPT, VERLOPEN
from trajects.signalen.signaalopvolging import handel_af
from werknemers.models import Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
TOT = date(2027, 1, 15)
TOEN = Periode.tem(date(2024, 1, 15), date(2024, 1, 15))


def deelname(wie: Werknemer, titel: str = "Voedselveiligheid", **anders: object) -> Deelname:
    """Who followed a training, three years ago unless said otherwise."""
    vorming = VormingFactory(
        organisatie=wie.organisatie,
        titel=titel,
        periode=anders.pop("periode", TOEN),
        thema=anders.pop("thema", Vormingsthema.KEUKEN),
    )
    gevolgd = {"stand": Standdeelname.AANWEZIG, "resultaat": Resultaat.GESLAAGD}
    return DeelnameFactory(werknemer=wie, vorming=vorming, **gevolgd | anders)


@pytest.fixture
def haccp(amina: Werknemer) -> Deelname:
    return deelname(amina, attest="HACCP", attest_vervalt_op=TOT)


@pytest.mark.parametrize(
    ("op", "verwacht", "urgentie"),
    [
        (date(2026, 11, 15), [], Urgentie.DAARNA),
        (date(2026, 11, 16), [(VERLOOPT, TOT)], Urgentie.DAARNA),
        (TOT, [(VERLOOPT, TOT)], Urgentie.DAARNA),
        (date(2027, 1, 16), [(VERLOPEN, TOT)], Urgentie.EERST),
        (date(2027, 2, 15), [(VERLOPEN, TOT)], Urgentie.EERST),
        (date(2027, 2, 16), [(VERLOPEN, TOT)], Urgentie.DAARNA),
        (date(2028, 6, 1), [(VERLOPEN, TOT)], Urgentie.DAARNA),
    ],
)
def test_from_sixty_days_before_and_after_it_lapsed(
    amina: Werknemer,
    haccp: Deelname,
    op: date,
    verwacht: list[tuple[str, date]],
    urgentie: Urgentie,
) -> None:
    assert signalen(amina, op) == verwacht
    assert [feit.urgentie for feit in feiten(amina, op)] == [urgentie]


@pytest.mark.parametrize(
    ("op", "zegt"),
    [
        (NU, "attest HACCP verloopt op 15 januari 2027"),
        (TOT, "attest HACCP geldt nog tot en met vandaag"),
        (date(2027, 1, 16), "attest HACCP is verlopen op 15 januari 2027"),
    ],
)
def test_what_it_says(amina: Werknemer, haccp: Deelname, op: date, zegt: str) -> None:
    assert zin(amina, op) == [zegt]


def test_what_to_do(
    amina: Werknemer, haccp: Deelname, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    assert stap(amina, begeleider) == Stap(
        "Het attest HACCP van Amina verloopt op 15 januari 2027. Zoek samen een bijscholing.",
        "Schrijf in voor een vorming",
        "inschrijving",
        amina.pk,
    )
    assert stap(amina, hr) is None


def test_who_follows_a_training_about_it_soon_waits_for_that(
    amina: Werknemer, haccp: Deelname, begeleider: Gebruiker
) -> None:
    straks = Periode.tem(date(2026, 12, 7), date(2026, 12, 7))
    deelname(amina, "Hygiëne", periode=straks, stand=Standdeelname.GEPLAND, resultaat="geen")
    assert signalen(amina) == [(VERLOOPT, TOT)]
    (feit,) = (feit for feit in feiten(amina) if feit.soort == VERLOOPT)
    assert feit.urgentie == Urgentie.LATER
    assert stap(amina, begeleider) == Stap(
        "Het attest HACCP van Amina verloopt op 15 januari 2027. "
        "Er staat een vorming gepland: vul daarna het nieuwe attest in.",
        "Bekijk de vorming",
        "plan",
        amina.pk,
        "#vorming",
    )


@pytest.mark.parametrize(
    ("titel", "attest", "tot"),
    [
        ("Hygiëne", "haccp", date(2029, 1, 15)),
        ("voedselveiligheid", "Attest van VIVO", date(2029, 1, 15)),
        ("Hygiëne", "HACCP", None),
    ],
)
def test_a_newer_attest_renews_it(
    amina: Werknemer, haccp: Deelname, titel: str, attest: str, tot: date | None
) -> None:
    onlangs = Periode.tem(date(2026, 10, 5), date(2026, 10, 5))
    deelname(amina, titel, attest=attest, attest_vervalt_op=tot, periode=onlangs)
    assert signalen(amina) == []


@pytest.mark.parametrize(
    ("titel", "attest", "tot"),
    [
        ("Eerste hulp", "EHBO", date(2029, 1, 15)),
        ("Voedselveiligheid", "", None),
        ("Hygiëne", "HACCP", date(2026, 6, 1)),
    ],
)
def test_another_attest_or_an_older_one_does_not(
    amina: Werknemer, haccp: Deelname, titel: str, attest: str, tot: date | None
) -> None:
    deelname(amina, titel, attest=attest, attest_vervalt_op=tot)
    assert signalen(amina) == [(VERLOOPT, TOT)]


def test_the_same_attest_twice_is_one_signal(amina: Werknemer, haccp: Deelname) -> None:
    deelname(amina, attest="HACCP", attest_vervalt_op=TOT)
    assert signalen(amina) == [(VERLOOPT, TOT)]


def test_the_attest_of_a_colleague_renews_nothing(amina: Werknemer, haccp: Deelname) -> None:
    DeelnameFactory(
        werknemer__organisatie=amina.organisatie, attest="HACCP", attest_vervalt_op=date(2029, 1, 1)
    )
    assert signalen(amina) == [(VERLOOPT, TOT)]


def test_a_new_attest_withdraws_it_at_once(
    als: Als, amina: Werknemer, haccp: Deelname, begeleider: Gebruiker
) -> None:
    nieuw = deelname(amina, "Hygiëne", periode=Periode.tem(date(2026, 11, 9), date(2026, 11, 9)))
    assert signalen(amina) == [(VERLOOPT, TOT)]
    velden = {"attest": "HACCP", "attest_vervalt_op": "2029-11-09"}
    vul_in(als(begeleider), "trajects:deelname", nieuw.pk, **velden)
    assert staan_open(amina) == []
    assert ingetrokken(amina) == ["Ingetrokken: het attest geldt nu tot en met 09/11/2029."]


def test_lapsed_replaces_lapsing_also_after_a_missed_week(
    amina: Werknemer, haccp: Deelname
) -> None:
    assert signalen(amina) == [(VERLOOPT, TOT)]
    for _ in range(2):
        assert signalen(amina, date(2027, 1, 22)) == [(VERLOPEN, TOT)]
    statussen = (
        Signaal.objects.filter(werknemer=amina, soort__startswith="attest")
        .order_by("pk")
        .values_list("soort", "status")
    )
    assert list(statussen) == [
        (VERLOOPT, Signaalstatus.VERVANGEN),
        (VERLOPEN, Signaalstatus.NIEUW),
    ]


def test_what_somebody_closed_is_said_again_once_it_lapsed_and_a_year_later(
    amina: Werknemer, haccp: Deelname, begeleider: Gebruiker
) -> None:
    signalen(amina)
    handel_af(
        Signaal.objects.get(soort=VERLOOPT),
        door=begeleider,
        toelichting="Werkt niet meer in de keuken.",
    )
    assert signalen(amina, date(2027, 1, 10)) == []
    assert signalen(amina, date(2027, 1, 20)) == [(VERLOPEN, TOT)]


def test_who_left_needs_none(amina: Werknemer, haccp: Deelname) -> None:
    signalen(amina)
    Arbeidsovereenkomst.objects.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 24)))
    assert signalen(amina, date(2026, 11, 24)) == []
    assert ingetrokken(amina) == ["Ingetrokken: niet in dienst."]


def test_the_page_says_why(
    als: Als, amina: Werknemer, haccp: Deelname, begeleider: Gebruiker
) -> None:
    assert "Het attest HACCP verloopt op 15 januari 2027 en er is nog geen nieuw." in waarom(
        als, begeleider, amina, "attest verloopt"
    )
    assert waarom(als, begeleider, amina, "attest verlopen").endswith(
        "geen signaal Het attest HACCP geldt tot en met 15 januari 2027."
    )
    Deelname.objects.update(attest_vervalt_op=date(2028, 1, 15))
    assert waarom(als, begeleider, amina, "attest verloopt").endswith(
        "Het attest HACCP geldt tot en met 15 januari 2028. Het signaal komt op 16 november 2027."
    )
    Deelname.objects.update(attest_vervalt_op=date(2026, 1, 15))
    assert waarom(als, begeleider, amina, "attest verloopt").endswith(
        "geen signaal Het attest HACCP is al verlopen op 15 januari 2026."
    )
    Deelname.objects.all().delete()
    assert waarom(als, begeleider, amina, "attest verlopen").endswith(
        "Er loopt vandaag geen contract, of er is geen attest met een einde."
    )
