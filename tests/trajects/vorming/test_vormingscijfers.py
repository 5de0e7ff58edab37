"""The figures on training: each opens exactly what it counts, also when filtered and in Excel."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from lxml import html
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from regels.models import Regelparameter
from tests.fabrieken import (
    ContractFactory,
    DeelnameFactory,
    DienstFactory,
    VormingFactory,
    WerknemerFactory,
)
from trajects.keuzes import Fondsgeld, Standdeelname
from trajects.models import Deelname, Vormingsactie
from trajects.vorming.vormingscijfers import gevolgd_per_werknemer, per_werknemer, tel_geld
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
IN_2025 = Periode(date(2025, 3, 1), date(2025, 3, 4))
CIJFERS = "/vormingen/overzicht/"


@pytest.fixture
def keuken(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="Keuken")


@pytest.fixture
def amina(amina: Werknemer, keuken: Dienst) -> Werknemer:
    """In the kitchen."""
    ContractFactory(werknemer=amina, dienst=keuken)
    return amina


@pytest.fixture
def zoe(coordinator: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=coordinator.organisatie)


@pytest.fixture
def vormingen(amina: Werknemer, zoe: Werknemer) -> None:
    """Every state, formula and kind of money; Amina and Zoë followed some and missed some."""
    eigen = {"organisatie": amina.organisatie}
    keuken = VormingFactory(**eigen, periode=IN_2025, formule="intern")
    DeelnameFactory(vorming=keuken, werknemer=amina, stand="aanwezig", attest="HACCP")
    DeelnameFactory(vorming=keuken, werknemer=zoe, stand="aanwezig", uren=Decimal("3.25"))
    taal = VormingFactory(
        **eigen, formule="taal", gevraagd_op=VANDAAG, bedrag_gevraagd=Decimal("100.50")
    )
    DeelnameFactory(vorming=taal, werknemer=amina, stand="aanwezig", uren=Decimal(8))
    DeelnameFactory(vorming=taal, werknemer=zoe, stand="afwezig")
    VormingFactory(**eigen, bedrag_toegekend=Decimal(80), bedrag_betaald=Decimal(80))
    deels = VormingFactory(
        **eigen,
        periode=Periode(VANDAAG, date(2026, 11, 25)),
        gevraagd_op=VANDAAG,
        bedrag_gevraagd=Decimal(90),
        bedrag_toegekend=Decimal(60),
        bedrag_betaald=Decimal(20),
    )
    DeelnameFactory(vorming=deels, werknemer=amina)
    VormingFactory(**eigen, geannuleerd=True)
    VormingFactory(gevraagd_op=VANDAAG, bedrag_gevraagd=Decimal(5000))


def links(client: Client, adres: str) -> list[tuple[str, str]]:
    """The words of every figure on the page, and where it leads."""
    pagina = html.fromstring(client.get(adres).content)
    return [
        (" ".join(link.text_content().split()), link.get("href"))
        for link in pagina.xpath("//*[@id='cijfers']//a[starts-with(@href, '/vormingen/?')]")
    ]


def kop(client: Client, adres: str) -> str:
    (kop,) = html.fromstring(client.get(adres).content).xpath("//*[@class='lijstkop']/p")
    return " ".join(kop.text_content().split())


@pytest.mark.parametrize("filters", ["", "jaar=2026", "dienst", "werknemer", "jaar=2025&dienst"])
def test_every_figure_opens_exactly_what_it_counts(
    als: Als,
    coordinator: Gebruiker,
    vormingen: None,
    keuken: Dienst,
    amina: Werknemer,
    filters: str,
) -> None:
    client = als(coordinator)
    vraag = filters.replace("dienst", f"dienst={keuken.pk}")
    vraag = vraag.replace("werknemer", f"werknemer={amina.pk}")
    cijfers = client.get(f"{CIJFERS}?{vraag}").context
    cellen = [*cijfers["per_stand"], *cijfers["per_formule"], cijfers["geld_open"]]
    for cel in [*cellen, *cijfers["geld"]]:
        lijst = client.get(cel.url).context
        assert lijst["pagina"].paginator.count == cel.aantal, cel
        if cel.telling.bedrag is not None:
            assert lijst["geld"].bedrag == cel.telling.bedrag
    for mens in cijfers["werknemers"]:
        lijst = client.get(mens["gevolgd"]).context
        assert lijst["pagina"].paginator.count == mens["rij"].vormingen
        assert [rij.uren for rij in lijst["gevolgd"]] == [mens["rij"].uren]
        per_rij = [deelname.gevolgde_uren for _, _, deelname in lijst["rijen"]]
        assert sum(per_rij) == mens["rij"].uren
        lijst = client.get(mens["attesten"]).context
        assert lijst["pagina"].paginator.count == mens["rij"].attesten
    assert sum(cel.aantal for cel in cijfers["per_stand"]) == {
        "": 5, "jaar=2026": 4, "dienst": 3, "werknemer": 3, "jaar=2025&dienst": 1,
    }[filters]  # fmt: skip


def test_the_page_says_the_figures_and_links_them(
    als: Als, coordinator: Gebruiker, vormingen: None, amina: Werknemer
) -> None:
    client = als(coordinator)
    gevonden = dict(links(client, f"{CIJFERS}?werknemer={amina.pk}"))
    aanwezig = f"/vormingen/?werknemer={amina.pk}&deelname=aanwezig"
    assert gevonden == {
        "1 gepland": f"/vormingen/?werknemer={amina.pk}&stand=gepland",
        "1 bezig": f"/vormingen/?werknemer={amina.pk}&stand=bezig",
        "1 voorbij": f"/vormingen/?werknemer={amina.pk}&stand=voorbij",
        "2 geld open": f"/vormingen/?werknemer={amina.pk}&geld=open",
        "€ 100,50 in 1 vorming": f"/vormingen/?werknemer={amina.pk}&geld=beslissing",
        "€ 40,00 in 1 vorming": f"/vormingen/?werknemer={amina.pk}&geld=betaling",
        "€ 190,50 in 2 vormingen": f"/vormingen/?werknemer={amina.pk}&geld=gevraagd",
        "€ 60,00 in 1 vorming": f"/vormingen/?werknemer={amina.pk}&geld=toegekend",
        "€ 20,00 in 1 vorming": f"/vormingen/?werknemer={amina.pk}&geld=betaald",
        "2026: externe opleider: 1": f"/vormingen/?werknemer={amina.pk}&jaar=2026&formule=extern",
        "2026: taalondersteuning: 1": f"/vormingen/?werknemer={amina.pk}&jaar=2026&formule=taal",
        "2025: interne opleider: 1": f"/vormingen/?werknemer={amina.pk}&jaar=2025&formule=intern",
        f"2 gevolgd door {amina.naam}": aanwezig,
        f"20 uur van {amina.naam}": aanwezig,
        f"1 attesten van {amina.naam}": f"/vormingen/?werknemer={amina.pk}&deelname=attest",
    }
    assert kop(client, aanwezig) == f"2 vormingen · {amina.naam} volgde 20 uur"
    betaling = kop(client, "/vormingen/?geld=betaling")
    assert betaling == "1 vorming · € 40,00 wacht op betaling"


def test_the_page_says_which_limits_nobody_knows_until_they_are(
    als: Als, coordinator: Gebruiker
) -> None:
    client = als(coordinator)
    assert "Nog niet bekend: hoogste aantal uren" in client.get(CIJFERS).content.decode()
    Regelparameter.objects.filter(code__startswith="fonds_").update(waarde=10)
    assert "Nog niet bekend" not in client.get(CIJFERS).content.decode()


def test_a_counsellor_counts_the_own_people_and_sees_no_money(
    als: Als, begeleider: Gebruiker, vormingen: None, amina: Werknemer, zoe: Werknemer
) -> None:
    client = als(begeleider)
    context = client.get(CIJFERS).context
    assert [mens["rij"].naam for mens in context["werknemers"]] == [amina.naam]
    assert not [url for _, url in links(client, CIJFERS) if "geld" in url]
    alles = client.get("/vormingen/?geld=open").context["pagina"].paginator.count
    assert alles == 5
    vreemd = client.get(f"/vormingen/?werknemer={zoe.pk}")
    assert vreemd.context["pagina"].paginator.count == 0
    assert "bestaat niet (meer)" in vreemd.content.decode()


@pytest.mark.parametrize("vraag", ["dienst=999999", "werknemer=x", "jaar=1", "jaar=2026.5"])
def test_an_impossible_filter_counts_nothing_and_says_so(
    als: Als, coordinator: Gebruiker, vormingen: None, vraag: str
) -> None:
    client = als(coordinator)
    assert "bestaat niet (meer)" in client.get(f"{CIJFERS}?{vraag}").content.decode()
    assert client.get(f"/vormingen/?{vraag}").context["pagina"].paginator.count == 0
    antwoord = client.get(f"/vormingen/export.xlsx?{vraag}")
    assert (antwoord.status_code, antwoord.url) == (302, f"/vormingen/?{vraag}")


def test_the_spreadsheet_holds_what_the_filters_choose(
    als: Als, coordinator: Gebruiker, vormingen: None, keuken: Dienst, amina: Werknemer
) -> None:
    client = als(coordinator)

    def bladen(vraag: str) -> tuple[list[Any], list[Any], list[Any]]:
        inhoud = client.get(f"/vormingen/export.xlsx?{vraag}").content
        boek = CalamineWorkbook.from_filelike(BytesIO(inhoud))
        een, twee, drie = (boek.get_sheet_by_index(i).to_python()[1:] for i in range(3))
        return een, twee, drie

    vorming, deelnames, mensen = bladen("")
    assert (len(vorming), len(deelnames), len(mensen)) == (5, 5, 2)
    vorming, deelnames, mensen = bladen(f"dienst={keuken.pk}&jaar=2025")
    assert len(vorming) == 1
    assert [rij[0] for rij in deelnames] == [amina.naam]
    assert mensen == [[amina.naam, 1, 12, 1]]
    vorming, deelnames, mensen = bladen("deelname=afwezig")
    assert (len(vorming), len(deelnames), mensen) == (1, 1, [])


def test_a_service_counts_who_worked_there_during_the_training(
    coordinator: Gebruiker, amina: Werknemer, keuken: Dienst
) -> None:
    laatste_dag = DeelnameFactory(
        werknemer=amina, vorming__periode=Periode(date(2023, 12, 20), date(2024, 1, 2))
    )
    DeelnameFactory(werknemer=amina, vorming__periode=Periode(date(2023, 12, 20), date(2024, 1, 1)))
    assert list(Deelname.objects.bij_dienst(keuken)) == [laatste_dag]


def test_hours_and_attests_of_each_employee(amina: Werknemer) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie, uren=Decimal(12))
    DeelnameFactory(werknemer=amina, vorming=vorming, stand="aanwezig", attest="HACCP")
    DeelnameFactory(werknemer=amina, stand="aanwezig", uren=Decimal("3.5"))
    DeelnameFactory(werknemer=amina, stand=Standdeelname.AANWEZIG, vorming__uren=None)
    DeelnameFactory(werknemer=amina, stand="afwezig")
    (rij,) = per_werknemer(gevolgd_per_werknemer(Deelname.objects.all()))
    assert (rij.vormingen, rij.uren, rij.attesten) == (3, Decimal("15.5"), 1)
    assert rij.zonder_uren == 1


def test_an_amount_granted_without_its_day_waits_for_payment_only(db: None) -> None:
    VormingFactory(gevraagd_op=VANDAAG, bedrag_gevraagd=Decimal(90), bedrag_toegekend=Decimal(60))
    soorten = [Fondsgeld.OPEN, Fondsgeld.BESLISSING, Fondsgeld.BETALING]
    tellingen = tel_geld(Vormingsactie.objects.all(), soorten)
    assert [(t.aantal, t.bedrag) for t in tellingen] == [(1, None), (0, 0), (1, 60)]


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als, coordinator: Gebruiker, aantal: int, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        DeelnameFactory(
            werknemer__organisatie=coordinator.organisatie,
            vorming__bedrag_gevraagd=Decimal(90),
            stand="aanwezig",
        )
    client = als(coordinator)
    # session, user; services and employees to choose from;
    # states, money, formulas, how many employees, a page of them; what is known of the fund
    with django_assert_num_queries(10):
        client.get(CIJFERS)
    werknemer = Deelname.objects.values_list("werknemer", flat=True)[0]
    # session, user; the chosen one; money; count, page, participations, hours;
    # services and employees to choose from
    with django_assert_num_queries(10):
        client.get(f"/vormingen/?werknemer={werknemer}&geld=gevraagd&deelname=aanwezig")
