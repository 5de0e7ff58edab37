"""One term, two advices in a quarter: an LDE transition until 15 November 2026, and the IMW advice
that was decided on 20 November counts its quarters from 1 October and supports from the 16th."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from financiering.domein.betaald import vergelijk_kwartaal
from financiering.domein.prognoses import Prognoseuitkomst, zonder_ingreep
from financiering.domein.rekenmodel.exact import Kwartaalrekening
from financiering.domein.rekenmodel.klaverblad import Blad
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import Parametercode, SoortAdvies, Zekerheid
from regels.models import Bron, Regelparameter
from tests.financiering.betaalhulp import betaal
from tests.financiering.conftest import Huis
from tests.uitvoer import haal
from trajects.models import Signaal
from trajects.signaalsoorten.soorten.einde_ondersteuning import VERLOPEN
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.domein.adviezen import voeg_advies_toe
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.termijn import botsen
from werknemers.keuzes import Begeleidingsniveau, Steun
from werknemers.models import Adviesperiode, Werknemer

LDE, IMW = str(SoortAdvies.LDE_OVERGANG), str(SoortAdvies.IMW_5)
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def overgang(huis: Huis) -> Werknemer:
    """Amina's only advice is the transition; € 3,000 a quarter for a full-time job."""
    huis.amina.adviezen.update(soort=LDE, periode=Periode(date(2023, 7, 1), date(2026, 11, 16)))
    Regelparameter.objects.create(
        code=Parametercode.LDE_VERGOEDING,
        organisatie=huis.organisatie,
        waarde=Decimal(3000),
        geldig=Periode(date(2026, 1, 1)),
        bron=Bron.objects.get(code="eigen-keuze"),
        zekerheid=Zekerheid.E,
    )
    return huis.amina


def besluit(huis: Huis, dag: date = date(2026, 11, 20)) -> Adviesperiode:
    return voeg_advies_toe(
        werknemer=huis.amina,
        door=huis.coordinator,
        soort=IMW,
        besluitdatum=dag,
        begin=None,
        laatste_dag=None,
        begeleidingsniveau=Begeleidingsniveau.MIDDEN,
        schijven=(),
    )


def uitkomst(huis: Huis) -> Prognoseuitkomst:
    return zonder_ingreep(huis.organisatie.pk, 8, VANDAAG)


def rekening(uit: Prognoseuitkomst, wie: Werknemer) -> Kwartaalrekening:
    return uit.prognose.rekening(uit.prognose.personen.rij_van[str(wie.pk)], 0)


def test_the_term_counts_from_the_quarter_and_the_chain_has_no_gap(
    huis: Huis, overgang: Werknemer
) -> None:
    advies = besluit(huis)
    assert advies.periode == Periode(date(2026, 10, 1), date(2031, 10, 1))
    stand = bepaal(overgang.adviezen.all(), VANDAAG)
    assert stand.steun == Steun.LOOPT
    assert stand.keten == Periode(date(2023, 7, 1), date(2031, 10, 1))
    assert stand.slotadvies == advies
    zelf = Werknemer.objects.met_ondersteuning(VANDAAG).get(pk=overgang.pk)
    assert zelf.steun_tot == date(2031, 10, 1)  # type: ignore[attr-defined]


def test_no_signal_says_that_the_support_ended(huis: Huis, overgang: Werknemer) -> None:
    bepaal_signalen(op=VANDAAG)
    assert Signaal.objects.filter(werknemer=overgang, soort=VERLOPEN).exists()
    besluit(huis)
    bepaal_signalen(op=VANDAAG)
    assert not Signaal.objects.open().filter(werknemer=overgang, soort=VERLOPEN).exists()


def test_the_quarter_counts_the_compensation_and_then_the_premiums(
    huis: Huis, overgang: Werknemer
) -> None:
    """October and 15 of 30 days bring in the compensation; 15 days and December the premiums."""
    besluit(huis)
    uit = uitkomst(huis)
    exact = rekening(uit, overgang)
    assert exact.nummer == 1
    assert exact.lde_vergoeding == Fraction(3000) * Fraction(3, 2) / 3
    assert exact.referteloon == Fraction("1.5") * 2400 * Fraction("1.25")
    assert exact.loonkost == Fraction(3) * 2400 * Fraction("1.16") * Fraction("1.25")
    assert exact.loonpremie == Fraction(exact.percentage, 100) * 4500
    assert exact.begeleidingspremie == 1200 + Fraction(730) / 2
    rij = uit.prognose.personen.rij_van[str(overgang.pk)]
    bladen = {blad: int(tabel[rij, 0]) for blad, tabel in uit.prognose.bladen.items()}
    assert bladen == {
        Blad.LOONPREMIE: exact.percentage * 4500,
        Blad.BEGELEIDINGSPREMIE: 156500,
        Blad.LDE_VERGOEDING: 150000,
    }
    # From the next quarter on as anybody in quarter 2 of an advice.
    volgende = uit.prognose.rekening(rij, 1)
    assert (volgende.nummer, volgende.referteloon) == (2, 9000)


def test_why_says_which_days_do_not_count(huis: Huis, overgang: Werknemer, client: Client) -> None:
    besluit(huis)
    client.force_login(huis.coordinator)
    waarom = client.get(f"/financiering/werknemers/{overgang.pk}/2026-K4/").context["waarom"]
    telt_niet = {
        "Telt niet mee: de dagen van de LDE-overgang": "1 juli 2023 t.e.m. 15 november 2026"
    }
    assert telt_niet.items() <= dict(waarom.loonpremie.invoer).items()
    assert telt_niet.items() <= dict(waarom.begeleidingspremie.invoer).items()
    assert [str(maand.referteloon) for maand in waarom.maanden] == ["0.00", "1500.00", "3000.00"]


def test_a_bookkeeper_can_redo_the_quarter(huis: Huis, overgang: Werknemer, client: Client) -> None:
    besluit(huis)
    client.force_login(huis.coordinator)
    inhoud = haal(client, reverse("financiering:prognose_xlsx"), werknemer=overgang.pk).content
    vel = CalamineWorkbook.from_filelike(BytesIO(inhoud)).get_sheet_by_name("Narekenen").to_python()
    (eerste,) = [rij for rij in vel if rij[0] == "2026-K4" and str(rij[1]) == "2026-10-01"][-1:]
    assert eerste[3] == 4500


@pytest.mark.parametrize(
    ("van", "lde", "botst"),
    [
        (Kwartaal(2026, 4), (date(2023, 7, 1), date(2026, 11, 16)), False),
        (Kwartaal(2026, 4), (date(2023, 7, 1), date(2026, 10, 1)), False),
        (Kwartaal(2026, 4), (date(2023, 7, 1), date(2027, 1, 1)), False),
        (Kwartaal(2026, 4), (date(2023, 7, 1), date(2027, 1, 2)), True),
        (Kwartaal(2026, 3), (date(2023, 7, 1), date(2026, 11, 16)), True),
        (Kwartaal(2026, 4), (date(2026, 10, 1), date(2026, 11, 16)), True),
        (Kwartaal(2026, 4), (date(2028, 1, 1), date(2028, 2, 1)), True),
    ],
)
def test_the_database_and_the_rule_say_the_same(
    huis: Huis, van: Kwartaal, lde: tuple[date, date], botst: bool
) -> None:
    """An advice of five years from that quarter on, beside that transition."""
    imw = Periode(van.eerste_dag, (van + 20).eerste_dag)
    assert botsen((IMW, imw), (LDE, Periode(*lde))) == botst
    assert botsen((LDE, Periode(*lde)), (IMW, imw)) == botst
    huis.amina.adviezen.update(soort=LDE, periode=Periode(*lde))
    if not botst:
        assert besluit(huis, imw.van).periode == imw
        return
    with pytest.raises(ValidationError, match="Er loopt al een ander advies"):
        besluit(huis, imw.van)


def test_what_was_paid_for_that_quarter_is_explained_to_the_cent(
    huis: Huis, overgang: Werknemer
) -> None:
    """€ 1.565,00 was foreseen, of the days after the transition; 0.4 instead of 0.5 takes € 73."""
    besluit(huis)
    betaal(huis, "1;1490,00;;0,4", Kwartaal(2026, 4), blad="begeleidingspremie")
    (regel,) = vergelijk_kwartaal(huis.coordinator, Kwartaal(2026, 4)).regels
    assert regel.voorzien == Decimal("1565.00")
    assert [(str(deel.reden), deel.bedrag) for deel in regel.redenen] == [
        ("gewerkte_tijd", Decimal("-73.00")),
        ("onbekend", Decimal("-2.00")),
    ]
