"""What happens to an advice is kept beside it: asked, decided, refused, objected to."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, WerknemerFactory
from werknemers.domein.adviezen import verwijder_advies, wijzig_advies
from werknemers.domein.gebeurteniseisen import Gebeurtenisgegevens
from werknemers.domein.gebeurtenissen import (
    noteer_gebeurtenis,
    verwijder_gebeurtenis,
    wijzig_gebeurtenis,
)
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.premies import laad_startpakketten, verloop_van
from werknemers.domein.schijven import Schijf, bijstellingen, niveau_op, niveaus
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

LAATSTE_DAG = date(2030, 12, 31)
Noteer = Callable[..., Adviesgebeurtenis]


@pytest.fixture
def werknemer(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie)


@pytest.fixture
def advies(werknemer: Werknemer) -> Adviesperiode:
    """Five years from 1 January 2026: 40 % until March 2027, then 30 %, and 20 % from 2028."""
    return AdviesFactory(
        werknemer=werknemer,
        besluitdatum=date(2026, 2, 10),
        begeleidingsniveau=Begeleidingsniveau.MIDDEN,
    )


def gegevens(**anders: Any) -> Gebeurtenisgegevens:
    leeg: dict[str, Any] = dict.fromkeys(Gebeurtenisgegevens.__annotations__)
    leeg |= {"uitkomst": "", "begeleidingsniveau": "", "adviessoort": "", "schijven": ()}
    return Gebeurtenisgegevens(**{**leeg, "nagekeken": True, **anders})


@pytest.fixture
def noteer(werknemer: Werknemer, advies: Adviesperiode, coordinator: Gebruiker) -> Noteer:
    def noteer(soort: str, *, tegen: Adviesgebeurtenis | None = None, **wat: Any) -> Any:
        return noteer_gebeurtenis(
            werknemer=werknemer,
            soort=soort,
            advies=advies,
            tegen=tegen,
            door=coordinator,
            **gegevens(**wat),
        )

    return noteer


def bijgestuurd(vanaf: date, *percentages: tuple[int, date], **anders: Any) -> dict[str, Any]:
    """A decision that holds from a day, with percentages each up to and including a day."""
    schijven, van = [], vanaf
    for percentage, laatste in percentages:
        schijven.append(Schijf(Periode.tem(van, laatste), percentage))
        van = schijven[-1].periode.tot or van
    return {
        "gevraagd_op": date(2027, 1, 12),
        "besluitdatum": date(2027, 3, 2),
        "kennis_op": date(2027, 3, 5),
        "uitkomst": Stapuitkomst.TOEGEKEND,
        "geldt_vanaf": vanaf,
        "begeleidingsniveau": Begeleidingsniveau.HOOG,
        "schijven": schijven,
        **anders,
    }


def stappen(advies: Adviesperiode) -> list[tuple[int, str]]:
    nu = Adviesperiode.objects.prefetch_related("schijven").get(pk=advies.pk)
    schijven = verloop_van(nu, laad_startpakketten()).schijven
    return [(schijf.percentage, str(schijf.periode)) for schijf in schijven]


def test_an_adjustment_counts_from_its_day_and_what_was_before_stays(
    noteer: Noteer, advies: Adviesperiode
) -> None:
    begin = stappen(advies)
    assert begin == [
        (40, "01/01/2026 t.e.m. 31/03/2027"),
        (30, "01/04/2027 t.e.m. 31/12/2027"),
        (20, "01/01/2028 t.e.m. 31/12/2030"),
    ]
    wat = noteer(
        Adviesstap.BIJSTURING,
        **bijgestuurd(date(2027, 5, 1), (60, date(2028, 12, 31)), (40, LAATSTE_DAG)),
    )
    assert stappen(advies) == [
        (40, "01/01/2026 t.e.m. 31/03/2027"),
        (30, "01/04/2027 t.e.m. 30/04/2027"),
        (60, "01/05/2027 t.e.m. 31/12/2028"),
        (40, "01/01/2029 t.e.m. 31/12/2030"),
    ]
    advies.refresh_from_db()
    assert niveau_op(advies, date(2027, 4, 30)) == Begeleidingsniveau.MIDDEN
    assert niveau_op(advies, date(2027, 5, 1)) == Begeleidingsniveau.HOOG
    assert (advies.soort, advies.besluitdatum) == (SoortAdvies.IMW_5, date(2026, 2, 10))
    assert wat.geldt_vanaf == date(2027, 5, 1)


def test_what_is_removed_leaves_no_step(
    noteer: Noteer, advies: Adviesperiode, coordinator: Gebruiker
) -> None:
    begin = stappen(advies)
    wat = noteer(Adviesstap.BIJSTURING, **bijgestuurd(date(2027, 4, 1), (60, LAATSTE_DAG)))
    verwijder_gebeurtenis(wat, door=coordinator)
    assert stappen(advies) == begin
    regel = Auditregel.objects.get(actie="verwijderd")
    assert regel.verschil["schijven"] == [["60 % 01/04/2027 t.e.m. 31/12/2030"], None]


def test_what_was_decided_later_goes_first_from_its_own_day(
    noteer: Noteer, advies: Adviesperiode
) -> None:
    """An objection that is won counts from the day of the decision that it was about."""
    lager = noteer(
        Adviesstap.EVALUATIE,
        **bijgestuurd(date(2027, 7, 1), (20, LAATSTE_DAG), uitkomst=Stapuitkomst.LAGER),
    )
    noteer(
        Adviesstap.BEZWAAR,
        tegen=lager,
        **bijgestuurd(
            date(2027, 7, 1),
            (45, LAATSTE_DAG),
            gevraagd_op=date(2027, 3, 20),
            besluitdatum=date(2027, 6, 4),
            kennis_op=date(2027, 6, 8),
        ),
    )
    assert stappen(advies)[2:] == [(45, "01/07/2027 t.e.m. 31/12/2030")]


def test_a_package_that_is_stopped_ends_the_support_and_an_objection_gives_it_back(
    noteer: Noteer, advies: Adviesperiode, werknemer: Werknemer
) -> None:
    gestopt = noteer(
        Adviesstap.EVALUATIE,
        gevraagd_op=date(2027, 1, 12),
        besluitdatum=date(2027, 3, 2),
        uitkomst=Stapuitkomst.GESTOPT,
        laatste_dag=date(2027, 6, 30),
    )
    assert bepaal(werknemer.adviezen.all(), date(2027, 4, 1)).laatste_dag == date(2027, 6, 30)
    assert stappen(advies)[-1] == (30, "01/04/2027 t.e.m. 30/06/2027")
    bezwaar = noteer(Adviesstap.BEZWAAR, tegen=gestopt, gevraagd_op=date(2027, 4, 1))
    assert bepaal(werknemer.adviezen.all(), date(2027, 4, 1)).laatste_dag == date(2027, 6, 30)
    weer = bijgestuurd(
        date(2027, 7, 1), (30, LAATSTE_DAG),
        gevraagd_op=date(2027, 4, 1), besluitdatum=date(2027, 6, 4), kennis_op=None,
    )  # fmt: skip
    wijzig_gebeurtenis(bezwaar, door=_iemand(werknemer), **gegevens(**weer))
    assert bepaal(werknemer.adviezen.all(), date(2027, 4, 1)).laatste_dag == LAATSTE_DAG
    assert stappen(advies)[1:] == [
        (30, "01/04/2027 t.e.m. 30/06/2027"),
        (30, "01/07/2027 t.e.m. 31/12/2030"),
    ]


def verlengd(**anders: Any) -> dict[str, Any]:
    return bijgestuurd(
        date(2031, 1, 1),
        (35, date(2033, 12, 31)),
        gevraagd_op=date(2029, 2, 1),
        besluitdatum=date(2029, 4, 3),
        kennis_op=date(2029, 4, 6),
        adviessoort=SoortAdvies.IMW_NA_EVALUATIE,
        **anders,
    )


def test_an_extension_has_its_own_steps_and_moves_the_end(
    noteer: Noteer, werknemer: Werknemer
) -> None:
    wat = noteer(Adviesstap.VERLENGING, gevraagd_op=date(2029, 2, 1))
    assert bepaal(werknemer.adviezen.all(), date(2029, 3, 1)).laatste_dag == LAATSTE_DAG
    wijzig_gebeurtenis(wat, door=_iemand(werknemer), **gegevens(**verlengd()))
    wat.refresh_from_db()
    assert wat.vervolgadvies is not None
    assert stappen(wat.vervolgadvies) == [(35, "01/01/2031 t.e.m. 31/12/2033")]
    assert bepaal(werknemer.adviezen.all(), date(2029, 3, 1)).laatste_dag == date(2033, 12, 31)


def test_a_refused_extension_changes_nothing_until_the_objection_is_won(
    noteer: Noteer, werknemer: Werknemer
) -> None:
    geweigerd = noteer(
        Adviesstap.VERLENGING,
        gevraagd_op=date(2029, 2, 1),
        besluitdatum=date(2029, 4, 3),
        kennis_op=date(2029, 4, 6),
        uitkomst=Stapuitkomst.GEWEIGERD,
    )
    assert bepaal(werknemer.adviezen.all(), date(2029, 5, 1)).laatste_dag == LAATSTE_DAG
    wint = verlengd() | {"gevraagd_op": date(2029, 5, 2), "besluitdatum": date(2029, 8, 1)}
    bezwaar = noteer(Adviesstap.BEZWAAR, tegen=geweigerd, **(wint | {"kennis_op": None}))
    assert bezwaar.vervolgadvies is not None
    assert bepaal(werknemer.adviezen.all(), date(2029, 5, 1)).laatste_dag == date(2033, 12, 31)
    geweigerd.refresh_from_db()
    assert geweigerd.uitkomst == Stapuitkomst.GEWEIGERD


def test_the_advice_that_began_by_a_decision_goes_before_the_decision(
    noteer: Noteer, werknemer: Werknemer
) -> None:
    wat = noteer(Adviesstap.VERLENGING, **verlengd())
    with pytest.raises(ValidationError, match="Verwijder eerst dat advies"):
        verwijder_gebeurtenis(wat, door=_iemand(werknemer))
    anders = verlengd() | {"uitkomst": Stapuitkomst.GEWEIGERD}
    with pytest.raises(ValidationError, match="Verwijder eerst dat advies"):
        wijzig_gebeurtenis(wat, door=_iemand(werknemer), **gegevens(**anders))
    assert wat.vervolgadvies is not None
    verwijder_advies(wat.vervolgadvies, door=_iemand(werknemer))
    verwijder_gebeurtenis(wat, door=_iemand(werknemer))
    assert not Adviesgebeurtenis.objects.exists()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"besluitdatum": None}, "besluitdatum"),
        ({"besluitdatum": date(2027, 1, 11)}, "besluitdatum"),
        ({"kennis_op": date(2027, 3, 1)}, "kennis_op"),
        ({"geldt_vanaf": None}, "geldt_vanaf"),
        ({"geldt_vanaf": date(2031, 1, 1)}, "geldt_vanaf"),
        ({"begeleidingsniveau": ""}, "begeleidingsniveau"),
        ({"schijven": ()}, "schijven"),
        ({"schijven": [Schijf(Periode(date(2027, 5, 1), date(2028, 1, 1)), 60)]}, "schijven"),
        ({"uitkomst": Stapuitkomst.GESTOPT}, "laatste_dag"),
        (
            {"uitkomst": Stapuitkomst.GESTOPT, "laatste_dag": date(2027, 6, 29)},
            "laatste_dag",
        ),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    noteer: Noteer, anders: dict[str, Any], veld: str
) -> None:
    goed = bijgestuurd(date(2027, 5, 1), (60, LAATSTE_DAG))
    with pytest.raises(ValidationError) as weigering:
        noteer(Adviesstap.BIJSTURING, **(goed | anders))
    assert list(weigering.value.message_dict) == [veld]
    assert not Adviesgebeurtenis.objects.exists()


def test_a_day_that_is_still_to_come_is_asked_about(noteer: Noteer) -> None:
    goed = bijgestuurd(date(2027, 5, 1), (60, LAATSTE_DAG))
    with pytest.raises(ValidationError) as weigering:
        noteer(Adviesstap.BIJSTURING, **(goed | {"nagekeken": False}))
    assert len(weigering.value.message_dict["nagekeken"]) == 3


def test_an_advice_with_a_decision_keeps_its_kind_and_days(
    noteer: Noteer, advies: Adviesperiode, coordinator: Gebruiker
) -> None:
    noteer(Adviesstap.BIJSTURING, **bijgestuurd(date(2027, 5, 1), (60, LAATSTE_DAG)))
    zelfde: dict[str, Any] = {
        "soort": SoortAdvies.IMW_5,
        "besluitdatum": date(2026, 2, 12),
        "begin": None,
        "laatste_dag": None,
        "begeleidingsniveau": Begeleidingsniveau.LAAG,
        "schijven": (),
    }
    wijzig_advies(advies, door=coordinator, **zelfde)
    assert stappen(advies)[-1] == (60, "01/05/2027 t.e.m. 31/12/2030")
    with pytest.raises(ValidationError, match="beslissing"):
        wijzig_advies(advies, door=coordinator, **(zelfde | {"soort": SoortAdvies.IMW_2}))
    with pytest.raises(ValidationError, match="beslissing"):
        wijzig_advies(advies, door=coordinator, **(zelfde | {"begin": date(2026, 4, 1)}))


def test_a_stopped_advice_stays_stopped_when_it_is_saved_again(
    noteer: Noteer, advies: Adviesperiode, coordinator: Gebruiker
) -> None:
    noteer(
        Adviesstap.EVALUATIE,
        gevraagd_op=date(2027, 1, 12),
        besluitdatum=date(2027, 3, 2),
        uitkomst=Stapuitkomst.GESTOPT,
        laatste_dag=date(2027, 6, 30),
    )
    na = wijzig_advies(
        advies,
        door=coordinator,
        soort=SoortAdvies.IMW_5,
        besluitdatum=date(2026, 2, 12),
        begin=None,
        laatste_dag=None,
        begeleidingsniveau=Begeleidingsniveau.LAAG,
        schijven=(),
    )
    assert na.periode.laatste_dag == date(2027, 6, 30)


def test_the_levels_of_an_advice_are_parts_that_differ(
    noteer: Noteer, advies: Adviesperiode
) -> None:
    for vanaf, niveau, besluit in (
        (date(2027, 5, 1), Begeleidingsniveau.HOOG, date(2027, 3, 2)),
        (date(2028, 1, 1), Begeleidingsniveau.HOOG, date(2027, 11, 2)),
        (date(2029, 1, 1), Begeleidingsniveau.LAAG, date(2028, 11, 2)),
    ):
        wat = bijgestuurd(vanaf, (60, LAATSTE_DAG), begeleidingsniveau=niveau)
        anders = {"gevraagd_op": besluit, "besluitdatum": besluit, "kennis_op": None}
        noteer(Adviesstap.BIJSTURING, **(wat | anders))
    besluiten = bijstellingen(Adviesperiode.objects.get(pk=advies.pk))
    assert [
        (str(periode), niveau)
        for periode, niveau in niveaus(Begeleidingsniveau.MIDDEN, besluiten, advies.periode)
    ] == [
        ("01/01/2026 t.e.m. 30/04/2027", "midden"),
        ("01/05/2027 t.e.m. 31/12/2028", "hoog"),
        ("01/01/2029 t.e.m. 31/12/2030", "laag"),
    ]


def _iemand(werknemer: Werknemer) -> Gebruiker:
    gebruiker = Gebruiker.objects.filter(organisatie=werknemer.organisatie).first()
    assert gebruiker is not None
    return gebruiker
