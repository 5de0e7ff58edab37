"""Where somebody stands in the support: the rule on one employee and on many is one rule."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from gebruikers.models import Organisatie
from gedeeld.periode import Periode, plus_dagen
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, WerknemerFactory
from werknemers.domein.ondersteuning import Ondersteuning, bepaal, leg_uit
from werknemers.keuzes import Steun
from werknemers.models import Adviesperiode, Werknemer

BEGIN = date(2026, 11, 20)


def _reeksen() -> Iterator[list[Periode]]:
    """Every row of up to three advices of one or two days, with gaps of none, one or two days."""
    for aantal in range(4):
        for maten in product((1, 2), (0, 1, 2), repeat=aantal):
            reeks, van = [], BEGIN
            for lengte, gat in zip(maten[::2], maten[1::2], strict=True):
                tot = plus_dagen(van, lengte)
                reeks.append(Periode(van, tot))
                van = plus_dagen(tot, gat)
            yield reeks


def _zaai(organisatie: Organisatie) -> None:
    adviezen = []
    for nummer, reeks in enumerate(_reeksen()):
        wie = WerknemerFactory(organisatie=organisatie, personeelsnummer=f"R{nummer}")
        adviezen += [
            Adviesperiode(
                werknemer=wie,
                soort=SoortAdvies.LDE_OVERGANG,
                besluitdatum=BEGIN,
                periode=periode,
            )
            for periode in reeks
        ]
    Adviesperiode.objects.bulk_create(adviezen)


def test_the_rule_on_one_and_on_many_is_the_same(organisatie: Organisatie) -> None:
    """Gaps, chains, adjacency, future only and expired, on every day around them."""
    _zaai(organisatie)
    gezien = set()
    for afstand in range(-2, 14):
        op = plus_dagen(BEGIN, afstand)
        rijen = Werknemer.objects.met_ondersteuning(op).prefetch_related("adviezen")
        for rij in rijen.order_by("pk"):
            stand = bepaal(rij.adviezen.all(), op)
            slot = stand.slotadvies.pk if stand.slotadvies else None
            tot = stand.keten.tot if stand.keten else None
            assert (rij.steun, rij.slotadvies_id, rij.steun_tot) == (stand.steun, slot, tot)
            gezien.add(stand.steun)
    assert gezien == set(Steun)
    assert Werknemer.objects.count() > 200


def _stand(op: date, *perioden: tuple[date, date]) -> Ondersteuning:
    """The support on a day from advices given as first and last day."""
    adviezen = [
        Adviesperiode(
            pk=nummer,
            soort=SoortAdvies.LDE_OVERGANG,
            besluitdatum=van,
            periode=Periode.tem(van, laatste),
        )
        for nummer, (van, laatste) in enumerate(perioden, start=1)
    ]
    return bepaal(reversed(adviezen), op)


EEN = (date(2024, 1, 1), date(2025, 12, 31))
AANSLUITEND = (date(2026, 1, 1), date(2030, 12, 31))
LATER = (date(2026, 4, 1), date(2028, 3, 31))


@pytest.mark.parametrize(
    ("op", "perioden", "steun", "laatste_dag", "slot"),
    [
        (date(2026, 1, 1), (), Steun.GEEN, None, None),
        (date(2023, 12, 31), (EEN,), Steun.NOG_NIET, None, None),
        (date(2024, 1, 1), (EEN,), Steun.LOOPT, date(2025, 12, 31), 1),
        (date(2025, 12, 31), (EEN,), Steun.LOOPT, date(2025, 12, 31), 1),
        (date(2026, 1, 1), (EEN,), Steun.VERLOPEN, date(2025, 12, 31), 1),
        # an extension moves the end as soon as it is known
        (date(2024, 6, 1), (EEN, AANSLUITEND), Steun.LOOPT, date(2030, 12, 31), 2),
        (date(2026, 1, 1), (EEN, AANSLUITEND), Steun.LOOPT, date(2030, 12, 31), 2),
        # a gap breaks the chain: until the next one begins, the support is over
        (date(2025, 6, 1), (EEN, LATER), Steun.LOOPT, date(2025, 12, 31), 1),
        (date(2026, 2, 1), (EEN, LATER), Steun.VERLOPEN, date(2025, 12, 31), 1),
        (date(2026, 4, 1), (EEN, LATER), Steun.LOOPT, date(2028, 3, 31), 2),
        (date(2029, 1, 1), (EEN, LATER), Steun.VERLOPEN, date(2028, 3, 31), 2),
    ],
)
def test_the_definition(
    op: date,
    perioden: tuple[tuple[date, date], ...],
    steun: Steun,
    laatste_dag: date | None,
    slot: int | None,
) -> None:
    stand = _stand(op, *perioden)
    assert (stand.steun, stand.laatste_dag) == (steun, laatste_dag)
    assert (stand.slotadvies.pk if stand.slotadvies else None) == slot


@pytest.mark.parametrize(
    ("op", "woorden"),
    [
        (date(2023, 11, 1), "nog niet gestart, begint op 1 januari 2024"),
        (date(2025, 5, 31), "nog 7 maanden, t.e.m. 31 december 2025"),
        (date(2025, 12, 31), "vandaag is de laatste dag, t.e.m. 31 december 2025"),
        (date(2026, 3, 1), "2 maanden voorbij, t.e.m. 31 december 2025"),
    ],
)
def test_in_words(op: date, woorden: str) -> None:
    assert _stand(op, EEN).in_woorden == woorden


def test_who_has_no_advice_yet() -> None:
    assert _stand(BEGIN).in_woorden == "nog geen advies"


def test_the_explanation_names_every_link(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2024, 2, 14))
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2026, 2, 3))
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2031, 1, 6))
    uitleg = leg_uit(list(werknemer.adviezen.all()), date(2026, 11, 23))
    assert uitleg.antwoord == "nog 13 maanden, t.e.m. 31 december 2027"
    assert uitleg.invoer == (
        ("IMW 2 jaar, besluit van 14 februari 2024", "01/01/2024 t.e.m. 31/12/2025"),
        ("IMW 2 jaar, besluit van 3 februari 2026", "01/01/2026 t.e.m. 31/12/2027"),
    )


def test_the_gap_to_the_next_advice_is_said(organisatie: Organisatie) -> None:
    werknemer = WerknemerFactory(organisatie=organisatie)
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2025, 2, 14))
    AdviesFactory(werknemer=werknemer, twee_jaar=True, besluitdatum=date(2027, 4, 6))
    stand = bepaal(werknemer.adviezen.all(), date(2026, 11, 23))
    assert stand.onderbreking == (
        "Daarna is er geen ondersteuning van 1 januari 2027 t.e.m. 31 maart 2027: het volgende "
        "advies begint op 1 april 2027."
    )
    assert bepaal(werknemer.adviezen.all(), date(2027, 4, 2)).onderbreking == ""


def test_the_source_is_named_only_where_it_is_true(organisatie: Organisatie) -> None:
    """An extension begins when the one before it ends, whatever the quarter of its decision."""
    bron = "loopt vanaf het kwartaal van het besluit (vlaanderen.be, individueel maatwerk)."
    verlengd = WerknemerFactory(organisatie=organisatie)
    AdviesFactory(werknemer=verlengd, twee_jaar=True, besluitdatum=date(2025, 2, 14))
    op = date(2026, 11, 23)
    assert leg_uit(verlengd.adviezen.all(), op).bron == f"De termijn {bron}"
    AdviesFactory(
        werknemer=verlengd,
        twee_jaar=True,
        besluitdatum=date(2026, 8, 5),
        periode=Periode(date(2027, 1, 1), date(2029, 1, 1)),
    )
    uitleg = leg_uit(verlengd.adviezen.all(), op)
    assert uitleg.bron == f"De termijn van het advies van 14 februari 2025 {bron}"
    overgang = AdviesFactory(
        werknemer__organisatie=organisatie,
        soort=SoortAdvies.LDE_OVERGANG,
        periode=Periode(date(2023, 7, 1), date(2027, 1, 1)),
    )
    assert leg_uit([overgang], op).bron == ""
