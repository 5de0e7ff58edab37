"""Closing a trajectory writes down what was done in it."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    DeelnameFactory,
    DoelFactory,
    JobdoelwitFactory,
    SollicitatieFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    VormingFactory,
    WerkgeverFactory,
)
from trajects.keuzes import Fase, Standactie, Standdeelname, Standdoel
from trajects.models import Traject
from trajects.traject.fasen import wissel_fase
from trajects.traject.samenvatting import vat_samen
from werknemers.models import Werknemer

START = date(2026, 2, 2)


@pytest.fixture
def traject(amina: Werknemer) -> Traject:
    return TrajectFactory(werknemer=amina, gestart_op=START)


def test_of_a_trajectory_in_which_nothing_happened_only_the_start_is_told(traject: Traject) -> None:
    assert vat_samen(traject) == "Gestart op 2 februari 2026."


def test_goals_are_told_with_what_was_done_for_them(amina: Werknemer, traject: Traject) -> None:
    koken = DoelFactory(
        traject=traject, titel="Zelf koken", stand=Standdoel.BEREIKT, resultaat="Kookt voor dertig"
    )
    rijbewijs = DoelFactory(
        traject=traject, titel="Een rijbewijs?", stand=Standdoel.LOSGELATEN, resultaat="Te duur."
    )
    DoelFactory(traject=traject, titel="Beter Nederlands")

    def actie(wat: str, **velden: object) -> None:
        ActieFactory(werknemer=amina, traject=traject, wat=wat, **velden)

    gedaan = {"stand": Standactie.GEDAAN, "gedaan_op": date(2026, 5, 4)}
    actie("Soep maken", doel=koken, resultaat="Met Fatma", **gedaan)
    actie("Theorie leren", doel=rijbewijs, stand=Standactie.VERVALLEN)
    actie("Praktijk plannen", doel=rijbewijs)
    actie("Kinderopvang zoeken", **gedaan)
    actie("Het attest opvragen")
    assert vat_samen(traject).splitlines() == [
        "Gestart op 2 februari 2026.",
        "Doel bereikt: Zelf koken. Kookt voor dertig.",
        "– Soep maken (4 mei 2026). Met Fatma.",
        "Doel losgelaten: Een rijbewijs? Te duur.",
        "Doel niet bereikt: Beter Nederlands.",
        "Ook gedaan:",
        "– Kinderopvang zoeken (4 mei 2026).",
        "1 actie niet meer gedaan.",
        "1 losse actie blijft te doen.",
    ]


def test_the_way_to_the_next_job_is_told(amina: Werknemer, traject: Traject) -> None:
    linde = WerkgeverFactory(organisatie=amina.organisatie, naam="De Linde")
    JobdoelwitFactory(
        traject=traject, titel="poetshulp", van=START, tot=date(2026, 4, 1),
        reden_van_wijziging="Liever koken",
    )  # fmt: skip
    JobdoelwitFactory(traject=traject, titel="keukenhulp", van=date(2026, 4, 1))
    haccp = VormingFactory(
        organisatie=amina.organisatie, titel="HACCP",
        periode=Periode.tem(date(2026, 6, 1), date(2026, 6, 3)),
    )  # fmt: skip
    DeelnameFactory(
        vorming=haccp, werknemer=amina, stand=Standdeelname.AANWEZIG, attest="HACCP basis"
    )
    gemist = VormingFactory(organisatie=amina.organisatie, titel="Gemist")
    DeelnameFactory(vorming=gemist, werknemer=amina, stand=Standdeelname.AFWEZIG)
    for periode in ((date(2026, 8, 3), date(2026, 8, 14)), (date(2025, 1, 6), date(2025, 1, 10))):
        StageFactory(werknemer=amina, werkgever=linde, taak="keuken", periode=Periode.tem(*periode))
    SollicitatieFactory(werknemer=amina, datum=date(2026, 9, 1))
    SollicitatieFactory(werknemer=amina, datum=date(2025, 9, 1))
    UitstroomFactory(
        werknemer=amina, datum=date(2026, 10, 30), bestemming="regulier", werkgever=linde,
        functie="keukenhulp",
    )  # fmt: skip
    assert vat_samen(traject).splitlines() == [
        "Gestart op 2 februari 2026.",
        "Jobdoelwit vanaf 2 februari 2026: poetshulp. Veranderd: Liever koken.",
        "Jobdoelwit vanaf 1 april 2026: keukenhulp.",
        "Vorming gevolgd: HACCP (1 juni 2026, attest: HACCP basis).",
        "Stage bij De Linde, 03/08/2026 t.e.m. 14/08/2026: keuken.",
        "1 keer gesolliciteerd.",
        "Uit dienst op 30 oktober 2026, reguliere economie: keukenhulp bij De Linde.",
    ]


def test_closing_writes_it_down_once(
    begeleider: Gebruiker, amina: Werknemer, traject: Traject
) -> None:
    doel = DoelFactory(traject=traject, titel="Zelf koken")
    ActieFactory(werknemer=amina, traject=traject, doel=doel)
    gesloten = wissel_fase(
        traject, door=begeleider, gezien=None, naar=Fase.AFGEROND, reden="Aan het werk."
    )
    assert gesloten.samenvatting.splitlines()[-2:] == [
        "Doel niet bereikt: Zelf koken.",
        "1 actie niet meer gedaan.",
    ]
