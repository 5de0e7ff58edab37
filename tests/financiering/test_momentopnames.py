"""The key figures of each day: kept once and whole, whatever happens; and their trend."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import close_old_connections
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from financiering.domein import momentopnames
from financiering.domein.momentopnames import TAAK, bewaar_voor
from financiering.models import Kerncijfer
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Taakrun
from gedeeld.periode import Periode, plus_dagen, plus_maanden
from gedeeld.taken import nachtwacht
from tests.fabrieken import (
    ContractFactory,
    DienstFactory,
    KlaverbladbronFactory,
    OrganisatieFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import Huis
from werknemers.models import Dienst

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)


def cijfers(organisatie: Organisatie) -> list[tuple[object, ...]]:
    velden = ("dienst__naam", "op", "werknemers", "vte", "premies", "gemiddelde_premie", "saldo")
    rijen = Kerncijfer.objects.van(organisatie.pk).order_by("op", "dienst__naam")
    return list(rijen.values_list(*velden, "tekort_vanaf"))


# Amina in her seventh quarter: 20 % of 3 × 2400 × 1.25 is 1800, guidance 600 + 730; Bart nothing.
# Cost: 2 × 3 × 2400 × 1.25 × 13.92/12 and 2 × 1500 of omkadering; the city pays 20000.
KLUSDIENST = (2, Decimal("2.00"), Decimal("3130.00"), Decimal("1565.00"), Decimal("-750.00"))


def test_the_figures_of_a_day_are_those_of_its_quarter(huis: Huis) -> None:
    assert nachtwacht.doe(TAAK)
    assert cijfers(huis.organisatie) == [
        ("Klusdienst", VANDAAG, *KLUSDIENST, "2026-K4"),
        (None, VANDAAG, *KLUSDIENST, "2026-K4"),
    ]
    run = Taakrun.objects.get(taak=TAAK)
    assert (run.status, run.tellingen) == (Taakrun.Status.GESLAAGD, {"kerncijfers": 2})


def test_twice_on_a_day_keeps_the_first(huis: Huis) -> None:
    assert bewaar_voor(huis.organisatie, VANDAAG) == 2
    eerst = cijfers(huis.organisatie)
    KlaverbladbronFactory(dienst=huis.dienst, omschrijving="later", bedrag=Decimal(5000))
    DienstFactory(organisatie=huis.organisatie)
    assert bewaar_voor(huis.organisatie, VANDAAG) == 0
    assert cijfers(huis.organisatie) == eerst
    assert bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 1)) == 2


def test_who_works_in_two_services_counts_once_in_the_whole(huis: Huis) -> None:
    tweede = DienstFactory(organisatie=huis.organisatie, naam="Fietspunt")
    ContractFactory(werknemer=huis.bart, dienst=tweede, periode=Periode(date(2026, 1, 1)))
    ContractFactory(werknemer=huis.amina, dienst=tweede, periode=Periode(date(2027, 6, 1)))
    bewaar_voor(huis.organisatie, VANDAAG)
    aantallen = {dienst: werknemers for dienst, _, werknemers, *_ in cijfers(huis.organisatie)}
    assert aantallen == {"Klusdienst": 2, "Fietspunt": 1, None: 2}


def test_killed_half_way_leaves_nothing_and_the_next_run_does_all(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    heel = momentopnames._rijen

    def halverwege(*gegevens: object) -> object:
        yield next(iter(heel(*gegevens)))  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as plek:
        plek.setattr(momentopnames, "_rijen", halverwege)
        with pytest.raises(KeyboardInterrupt):
            nachtwacht.doe(TAAK)
    assert cijfers(huis.organisatie) == []
    assert Taakrun.objects.get().status == Taakrun.Status.AFGEBROKEN
    assert nachtwacht.doe(TAAK)
    assert len(cijfers(huis.organisatie)) == 2


def test_what_stops_one_organisation_does_not_stop_the_others(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuk, echt = OrganisatieFactory(), momentopnames.zonder_ingreep

    def soms(organisatie_id: int, *gegevens: object) -> object:
        if organisatie_id == stuk.pk:
            raise ArithmeticError("Jansens")
        return echt(organisatie_id, *gegevens)  # type: ignore[arg-type]

    monkeypatch.setattr(momentopnames, "zonder_ingreep", soms)
    assert nachtwacht.doe(TAAK)
    assert len(cijfers(huis.organisatie)) == 2
    run = Taakrun.objects.get()
    assert (run.status, run.tellingen) == (Taakrun.Status.MISLUKT, {"kerncijfers": 2})


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_keep_one_set() -> None:
    organisatie, samen = OrganisatieFactory(), Barrier(2)

    def werk() -> int:
        try:
            samen.wait()
            return bewaar_voor(organisatie, VANDAAG)
        finally:
            close_old_connections()

    with ThreadPoolExecutor(2) as draden:
        aantallen = [taak.result() for taak in [draden.submit(werk) for _ in range(2)]]
    assert sorted(aantallen) == [0, 1]
    assert Kerncijfer.objects.count() == 1


def test_after_a_year_the_first_measure_of_each_week_stays(huis: Huis) -> None:
    """23 November 2025 is a Sunday, so its week began on the 17th; ISO weeks begin on a Monday."""
    organisatie, grens = huis.organisatie, date(2025, 11, 23)
    for dagen in range(1, 22):
        meting(organisatie, plus_dagen(grens, -dagen), "2000")
        meting(organisatie, plus_dagen(grens, -dagen), "1000", huis.dienst)
    fietspunt = DienstFactory(organisatie=organisatie, naam="Fietspunt")
    for dag in (date(2025, 11, 20), date(2025, 11, 21), grens):
        meting(organisatie, dag, "1500", fietspunt)
    elders = OrganisatieFactory()
    for dag in (date(2025, 11, 18), date(2025, 11, 19)):
        meting(elders, dag, "1")
    assert bewaar_voor(organisatie, VANDAAG) == 2
    over = Kerncijfer.objects.van(organisatie.pk).exclude(op=VANDAAG)
    weken = [date(2025, 11, 2), date(2025, 11, 3), date(2025, 11, 10), date(2025, 11, 17)]
    for dienst, dagen_ in ((None, weken), (huis.dienst, weken)):
        assert [m.op for m in over.filter(dienst=dienst).order_by("op")] == dagen_
    assert [m.op for m in over.filter(dienst=fietspunt).order_by("op")] == [
        date(2025, 11, 20), grens,
    ]  # fmt: skip
    assert Kerncijfer.objects.van(elders.pk).count() == 2


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_figures_of_a_night_take_as_many_queries_for_one_as_for_three(
    huis: Huis, django_assert_num_queries: DjangoAssertNumQueries, aantal: int
) -> None:
    for _ in range(aantal):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie), dienst=huis.dienst
        )
    with django_assert_num_queries(19):  # with a new receipt, and its row in the trail
        bewaar_voor(huis.organisatie, VANDAAG)
    with django_assert_num_queries(15):  # not again what is foreseen of this quarter
        bewaar_voor(huis.organisatie, plus_dagen(VANDAAG, 1))


# --- the page --------------------------------------------------------------------------------


def meting(organisatie: Organisatie, op: date, premie: str, dienst: Dienst | None = None) -> None:
    Kerncijfer.objects.create(
        organisatie=organisatie,
        dienst=dienst,
        op=op,
        werknemers=12,
        vte=Decimal("10.50"),
        premies=Decimal("30000.00"),
        gemiddelde_premie=Decimal(premie),
        saldo=Decimal("-1234.50"),
        tekort_vanaf="2027-K3",
    )


def pagina(client: Client, vraag: str = "") -> html.HtmlElement:
    return html.fromstring(client.get(f"/financiering/verloop/{vraag}").content.decode())


def tekst(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_without_measures_the_page_says_when_there_will_be(
    als: Als, coordinator: Gebruiker
) -> None:
    assert "kijk morgen nog eens" in tekst(pagina(als(coordinator)))


def test_one_measure_is_a_table_and_no_chart(als: Als, coordinator: Gebruiker) -> None:
    meting(coordinator.organisatie, VANDAAG, "2000")
    blad = pagina(als(coordinator))
    assert "Er is nog maar één meting." in tekst(blad)
    assert blad.xpath("//*[contains(@class, 'grafiek')]") == []
    assert [tekst(rij) for rij in blad.xpath("//tbody/tr")] == [
        "23 november 2026 12 10,50 € 2.000,00 − € 1.234,50 vanaf 2027-K3 nog niet bewaard"
    ]


def test_few_days_each_count_and_many_count_by_month(als: Als, coordinator: Gebruiker) -> None:
    organisatie = coordinator.organisatie
    for dagen in range(3):
        meting(organisatie, plus_dagen(VANDAAG, -dagen), "2000")
    client = als(coordinator)
    assert "De gemiddelde premie per voltijdse job bleef € 2.000,00 per kwartaal." in tekst(
        pagina(client)
    )
    assert len(pagina(client).xpath("//tbody/tr")) == 3
    for maanden in range(1, 25):
        meting(organisatie, plus_maanden(VANDAAG, -maanden), str(2000 + 10 * maanden))
    blad = pagina(client)
    dagen_ = [tekst(rij) for rij in blad.xpath("//tbody/tr/th")]
    assert (len(dagen_), dagen_[0], dagen_[-1]) == (24, "23 november 2026", "23 december 2024")
    zin = (
        "Sinds december 2024 daalde de gemiddelde premie per voltijdse job van € 2.230,00 naar "
        "€ 2.000,00 per kwartaal."
    )
    assert zin in tekst(blad)
    assert len(blad.xpath("//div[@class='grafiek-breed']")) == 3
    assert {"feb", "mrt", "apr"} <= {tekst(woord) for woord in blad.xpath("//*[name()='text']")}


def test_a_service_has_a_trend_of_its_own_and_no_other_organisation_sees_it(
    als: Als, coordinator: Gebruiker, andere_organisatie: Organisatie
) -> None:
    dienst = DienstFactory(organisatie=coordinator.organisatie, naam="De Lepel")
    meting(coordinator.organisatie, VANDAAG, "2000")
    meting(coordinator.organisatie, VANDAAG, "1500", dienst)
    vreemd = DienstFactory(organisatie=andere_organisatie)
    meting(andere_organisatie, VANDAAG, "1", vreemd)
    client = als(coordinator)
    assert "€ 1.500,00" in tekst(pagina(client, f"?dienst={dienst.pk}"))
    assert "€ 1.500,00" not in tekst(pagina(client))
    for vraag in (f"?dienst={vreemd.pk}", "?dienst=²"):
        assert client.get(f"/financiering/verloop/{vraag}").status_code == 404


def test_the_course_goes_on_over_the_year_that_is_kept_by_week(
    als: Als, coordinator: Gebruiker
) -> None:
    """The last measure of each month is a day of its last week."""
    organisatie = coordinator.organisatie
    for dagen in range(1, 420):
        meting(organisatie, plus_dagen(VANDAAG, -dagen), "2000")
    bewaar_voor(organisatie, VANDAAG)
    rijen = [tekst(rij) for rij in pagina(als(coordinator)).xpath("//tbody/tr/th")]
    assert len(rijen) == 15
    assert (rijen[0], rijen[1], rijen[-1]) == (
        "23 november 2026", "31 oktober 2026", "30 september 2025",
    )  # fmt: skip


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_as_many_queries_for_one_as_for_three(
    als: Als,
    coordinator: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for dagen in range(aantal):
        DienstFactory(organisatie=coordinator.organisatie)
        meting(coordinator.organisatie, plus_dagen(VANDAAG, -dagen), "2000")
    client = als(coordinator)
    with django_assert_num_queries(4):
        client.get("/financiering/verloop/")
