"""Organisations full of people in two services and people who move, against a calculation of its
own: services, leaves, employees and totals, to the cent."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from financiering.domein.rekenmodel.bijdrage import Loonbijdrage, Regime
from financiering.domein.rekenmodel.exact import Dienstdeel
from financiering.domein.rekenmodel.klaverblad import (
    DIENSTBLADEN,
    OMKADERING,
    PERSOONSBLADEN,
    Klaverblad,
)
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from gedeeld.periode import Periode, plus_dagen
from tests.financiering.bouwstenen import APRIL, JULI, K4, VARIABEL, advies, maak_tarieven
from tests.financiering.nagerekend import PERSOON, Deel, Dienst, reken_na, totaal

DIENSTEN: Final = ("Klus", "Poets", "Strijk")
KWARTALEN: Final = 6

breuken = st.decimals(Decimal("0.000001"), Decimal(1), places=6) | st.sampled_from(
    [Decimal(deel) for deel in ("1", "0.8", "0.75", "0.5", "0.333333")]
)
lonen = st.decimals(Decimal(0), Decimal("4500.00"), places=2)
dagen = st.dates(date(2026, 8, 1), date(2028, 3, 1))


@st.composite
def werk(draw: st.DrawFn) -> tuple[Contract, ...]:
    """In two services side by side, from one to the next on a day, or both with holes."""
    een, twee = draw(st.permutations(DIENSTEN))[:2]
    soort = draw(st.sampled_from(["beide", "wissel", "vrij"]))
    dag = draw(dagen)
    if soort == "beide":
        perioden = [Periode(date(2026, 1, 1)), Periode(dag)]
    elif soort == "wissel":
        perioden = [Periode(date(2026, 1, 1), dag), Periode(dag)]
    else:
        perioden = [
            Periode(van, plus_dagen(van, lengte))
            for van, lengte in draw(
                st.lists(st.tuples(dagen, st.integers(1, 500)), min_size=2, max_size=3)
            )
        ]
    return tuple(
        Contract(dienst, periode, draw(breuken), draw(lonen))
        for dienst, periode in zip((een, twee, een), perioden, strict=False)
    )


@st.composite
def steun(draw: st.DrawFn) -> tuple[Advies, ...]:
    soort = draw(st.sampled_from(["geen", "imw", "lde", "lde en imw"]))
    dag = draw(dagen)
    overgang = Advies(Periode(date(2026, 1, 1), dag), lde=True)
    imw = advies(
        K4 + draw(st.integers(-6, 3)),
        ((3, 55), (3, draw(st.sampled_from([20, 35, 75])))),
        draw(st.sampled_from(["", *VARIABEL])),
    )
    return {"geen": (), "imw": (imw,), "lde": (overgang,), "lde en imw": (overgang, imw)}[soort]


@st.composite
def bedragen(draw: st.DrawFn) -> tuple[Dienstbedrag, ...]:
    soorten = st.sampled_from([*(str(blad) for blad in DIENSTBLADEN), OMKADERING])
    return tuple(
        Dienstbedrag(
            draw(st.sampled_from(DIENSTEN)),
            draw(soorten),
            draw(st.decimals(Decimal(0), Decimal("60000.00"), places=2)),
            Periode(draw(st.sampled_from([date(2026, 1, 1), date(2027, 2, 11)]))),
            draw(st.booleans()),
            draw(st.booleans()),
        )
        for _ in range(draw(st.integers(1, 5)))
    )


@st.composite
def opgaven(draw: st.DrawFn) -> tuple[Loonbijdrage, ...]:
    """Nearly everybody has none."""
    kwartalen = draw(st.just(set[int]()) | st.sets(st.integers(-3, 4), max_size=2))
    return tuple(
        Loonbijdrage((K4 + nr).eerste_dag, Fraction(draw(st.integers(0, 400_000)), 10**6))
        for nr in sorted(kwartalen)
    )


def wisselt(dag: date) -> Regime:
    """Other limits in the middle of a quarter, then an own percentage for a year."""
    if dag < date(2027, 2, 1):
        return Regime(APRIL)
    if date(2027, 6, 1) <= dag < date(2028, 3, 1):
        return Regime(JULI, Decimal("0.2713"))
    return Regime(JULI)


def eigen(_: date) -> Regime:
    return Regime(JULI, Decimal("0.2713"))


@st.composite
def standen(draw: st.DrawFn) -> Stand:
    mensen = tuple(
        Persoon(str(nr), f"Werknemer {nr}", draw(werk()), draw(steun()), draw(opgaven()))
        for nr in range(draw(st.integers(1, 5)))
    )
    return Stand(DIENSTEN, mensen, draw(bedragen()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    standen(),
    st.sampled_from([Decimal(0), Decimal("0.02"), Decimal("0.0137")]),
    st.sampled_from([wisselt, eigen]),
)
def test_every_figure_is_that_of_an_independent_calculation(
    stand: Stand, index: Decimal, regimes: Callable[[date], Regime]
) -> None:
    tarieven = maak_tarieven(
        aantal=KWARTALEN, index=index, regimes=regimes, lde_vergoeding=Decimal("3456.78")
    )
    prognose = maak_prognose(stand, tarieven)
    for plaats, tarief in enumerate(tarieven.kwartalen):
        verwacht = reken_na(stand.personen, stand.bedragen, tarief)
        for naam in DIENSTEN:
            dienst = verwacht.get(naam, Dienst())
            vergelijk_dienst(prognose.diensten[naam], dienst, plaats)
            vergelijk_mensen(prognose, naam, dienst, plaats)
        alles = {soort: totaal(verwacht, soort) for soort in (*DIENSTBLADEN, *PERSOONSBLADEN)}
        assert {b: int(prognose.totaal.bladen[b][plaats]) for b in alles} == alles
        assert prognose.totaal.loonkost[plaats] == totaal(verwacht, "loonkost")
        assert prognose.totaal.omkadering[plaats] == totaal(verwacht, OMKADERING)


def vergelijk_dienst(klaverblad: Klaverblad, dienst: Dienst, plaats: int) -> None:
    assert Fraction(int(klaverblad.vte[plaats]), VTE) == dienst.vte
    for blad in PERSOONSBLADEN:
        assert klaverblad.bladen[blad][plaats] == dienst.som(blad)
    for blad in DIENSTBLADEN:
        assert klaverblad.bladen[blad][plaats] == dienst.bedragen.get(blad, 0)
    assert klaverblad.loonkost[plaats] == dienst.som("loonkost")
    assert klaverblad.omkadering[plaats] == dienst.bedragen.get(OMKADERING, 0)


def vergelijk_mensen(prognose: Prognose, naam: str, dienst: Dienst, plaats: int) -> None:
    """Each employee of the service: in the tables, with shares, and as it is explained."""
    for rij in prognose.verdeling.rijen(naam).tolist():
        deel = dienst.mensen.get(prognose.personen.sleutels[rij], Deel())
        blad = prognose.aandelen.in_dienst(rij, naam)
        assert Fraction(int(blad.vte[plaats]), VTE) == deel.vte
        eigen = {soort: int(blad.bladen[soort][plaats]) for soort in PERSOONSBLADEN}
        eigen["loonkost"] = int(blad.loonkost[plaats])
        assert eigen == {soort: deel.centen.get(soort, 0) for soort in PERSOON}
        gedeeld = {soort: int(blad.bladen[soort][plaats]) for soort in DIENSTBLADEN}
        gedeeld[OMKADERING] = int(blad.omkadering[plaats])
        assert gedeeld == {soort: deel.aandeel.get(soort, 0) for soort in gedeeld}
        uitleg = prognose.rekening(rij, plaats).per_dienst
        assert (naam in uitleg) == bool(deel.vte)
        if naam in uitleg:
            assert uitleg[naam] == Dienstdeel(deel.vte, *(deel.centen[soort] for soort in PERSOON))
    if dienst.vte:
        for soort, centen in dienst.bedragen.items():
            assert sum(deel.aandeel[soort] for deel in dienst.mensen.values()) == centen
