"""The forecast before and after a decision differs by exactly what the decision changes."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client

from financiering.domein.laden import laad_werknemer
from financiering.domein.prognoses import zonder_ingreep
from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.rekenmodel.prognose import maak_prognose
from financiering.domein.rekenmodel.scenario import (
    Evaluatieuitkomst,
    Verlenging,
    verleng,
    zoals_ze_eindigt,
)
from financiering.domein.scenario_in_woorden import inhoud_van
from financiering.domein.scenarios import eigen_toekomst
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from financiering.domein.verlengbaarheid import verlengbaarheid
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import Parametercode, SoortAdvies
from regels.models import Regelparameter
from tests.fabrieken import ScenarioFactory, ScenarioverlengingFactory
from tests.financiering.conftest import Huis
from tests.werknemers.test_gebeurtenissen import gegevens
from werknemers.domein.adviesdagen.verlengbaar import GESTOPT
from werknemers.domein.gebeurtenissen import noteer_gebeurtenis, verwijder_gebeurtenis
from werknemers.domein.schijven import Schijf
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Werknemer

K4 = Kwartaal(2026, 4)
TIJDVAK = Tarieftijdvak(K4, 6)
EINDE = date(2030, 3, 31)


@pytest.fixture
def amina(huis: Huis) -> Werknemer:
    """Five years from 1 April 2025: 40 % until June 2026, 30 % until March 2027, then 20 %."""
    huis.amina.adviezen.update(
        soort=SoortAdvies.IMW_5, periode=Periode(date(2025, 4, 1), date(2030, 4, 1))
    )
    return huis.amina


def stuur_bij(huis: Huis, amina: Werknemer, vanaf: date, **anders: Any) -> Adviesgebeurtenis:
    velden = {
        "gevraagd_op": date(2026, 10, 5),
        "besluitdatum": date(2026, 11, 16),
        "uitkomst": Stapuitkomst.TOEGEKEND,
        "geldt_vanaf": vanaf,
        "begeleidingsniveau": Begeleidingsniveau.HOOG,
        "schijven": [Schijf(Periode.tem(vanaf, EINDE), 60)],
    }
    return noteer_gebeurtenis(
        werknemer=amina,
        soort=Adviesstap.BIJSTURING,
        advies=amina.adviezen.get(),
        tegen=None,
        door=huis.coordinator,
        **gegevens(**(velden | anders)),
    )


def rekeningen(huis: Huis, amina: Werknemer) -> list[Kwartaalrekening]:
    gelezen = laad_werknemer(huis.organisatie.pk, TIJDVAK, amina.pk)
    (wie,) = gelezen.stand.personen
    return [reken_uit(wie, t) for t in maak_tarieven(gelezen.verloop, TIJDVAK).kwartalen]


def stand(huis: Huis, amina: Werknemer) -> list[tuple[int, Fraction, Fraction]]:
    """Percentage, flat and variable part of the guidance premium, by quarter."""
    return [(r.percentage, r.vast, r.variabel) for r in rekeningen(huis, amina)]


VOOR = [(30, 600, 730)] * 2 + [(20, 600, 730)] * 4


@pytest.mark.parametrize(
    ("vanaf", "meteen", "na"),
    [
        (date(2027, 1, 1), 0, VOOR[:1] + [(60, 600, 1280)] * 5),
        (date(2027, 2, 15), 0, VOOR[:2] + [(60, 600, 1280)] * 4),
        (date(2027, 2, 15), 1, VOOR[:1] + [(60, 600, 1280)] * 5),
    ],
)
def test_a_decision_counts_from_its_quarter_on(
    huis: Huis, amina: Werknemer, vanaf: date, meteen: int, na: list[tuple[int, int, int]]
) -> None:
    Regelparameter.objects.filter(code=Parametercode.BIJSTURING_TELT_METEEN).update(waarde=meteen)
    assert stand(huis, amina) == VOOR
    wat = stuur_bij(huis, amina, vanaf)
    assert stand(huis, amina) == na
    verwijder_gebeurtenis(wat, door=huis.coordinator)
    assert stand(huis, amina) == VOOR


@pytest.mark.parametrize("keten", [0, 1])
def test_the_flat_part_counts_on_over_a_decision(huis: Huis, amina: Werknemer, keten: int) -> None:
    Regelparameter.objects.filter(code=Parametercode.BEGELEIDING_TELT_KETEN).update(waarde=keten)
    stuur_bij(huis, amina, date(2026, 4, 1))
    assert [rekening.telling for rekening in rekeningen(huis, amina)] == [7, 8, 9, 10, 11, 12]
    assert [rekening.nummer for rekening in rekeningen(huis, amina)] == [7, 8, 9, 10, 11, 12]


def test_tables_and_fractions_agree_after_a_decision(huis: Huis, amina: Werknemer) -> None:
    stuur_bij(huis, amina, date(2027, 2, 15))
    gelezen = laad_werknemer(huis.organisatie.pk, TIJDVAK, amina.pk)
    prognose = maak_prognose(gelezen.stand, maak_tarieven(gelezen.verloop, TIJDVAK))
    exact = rekeningen(huis, amina)
    assert prognose.bladen[Blad.LOONPREMIE][0].tolist() == [centen(r.loonpremie) for r in exact]
    assert prognose.bladen[Blad.BEGELEIDINGSPREMIE][0].tolist() == [
        centen(r.begeleidingspremie) for r in exact
    ]


def test_support_that_is_stopped_pays_nothing_after_it(huis: Huis, amina: Werknemer) -> None:
    stuur_bij(
        huis, amina, date(2027, 1, 1),
        uitkomst=Stapuitkomst.GESTOPT, laatste_dag=date(2027, 3, 31),
    )  # fmt: skip
    assert stand(huis, amina) == VOOR[:2] + [(0, 0, 0)] * 4
    uitkomst = zonder_ingreep(huis.organisatie.pk, 6, K4.eerste_dag)
    assert uitkomst.prognose.bladen[Blad.LOONPREMIE][0].tolist()[2:] == [0] * 4


def test_support_that_was_stopped_is_not_extended(huis: Huis, amina: Werknemer) -> None:
    """As the strip of its days says."""
    op = date(2026, 11, 23)
    assert verlengbaarheid(amina, op).kan
    stuur_bij(
        huis, amina, date(2027, 1, 1),
        uitkomst=Stapuitkomst.GESTOPT, laatste_dag=date(2027, 3, 31),
    )  # fmt: skip
    assert verlengbaarheid(amina, op).waarom_niet == GESTOPT
    gelezen = laad_werknemer(huis.organisatie.pk, TIJDVAK, amina.pk)
    (wie,) = gelezen.stand.personen
    assert zoals_ze_eindigt(wie.adviezen, op) == ()
    assert verleng(wie, Verlenging(Evaluatieuitkomst.ZELFDE, 20)) == wie


def test_an_extension_chosen_before_the_stop_says_that_it_does_not_count(
    huis: Huis, amina: Werknemer
) -> None:
    scenario = ScenarioFactory(organisatie=huis.organisatie)
    ScenarioverlengingFactory(scenario=scenario, werknemer=amina)

    def zinnen() -> tuple[str, ...]:
        gelezen = laad_werknemer(huis.organisatie.pk, TIJDVAK, amina.pk)
        (regel,) = inhoud_van(eigen_toekomst(scenario), gelezen).werknemers
        return regel.zinnen

    gekozen = "verlengd, zelfde percentage: 20 %"
    assert zinnen() == (gekozen,)
    stuur_bij(
        huis, amina, date(2027, 1, 1),
        uitkomst=Stapuitkomst.GESTOPT, laatste_dag=date(2027, 3, 31),
    )  # fmt: skip
    assert zinnen() == (f"{gekozen} (telt niet mee: dit advies kan niet meer verlengd worden)",)


def test_why_names_the_decision_and_the_quarter_it_counts_from(
    client: Client, huis: Huis, amina: Werknemer
) -> None:
    stuur_bij(huis, amina, date(2027, 2, 15))
    client.force_login(huis.coordinator)
    adres = f"/financiering/werknemers/{amina.pk}/2027-K2/"
    uitleg = client.get(adres).context["waarom"].loonpremie
    assert dict(uitleg.invoer)["Beslissing van 16 november 2026"] == (
        "geldt vanaf 15 februari 2027, telt in de berekening vanaf 1 april 2027"
    )
    ervoor = client.get(f"/financiering/werknemers/{amina.pk}/2027-K1/").context["waarom"]
    assert "Beslissing van 16 november 2026" not in dict(ervoor.loonpremie.invoer)


def test_an_extension_pays_from_its_own_day_once_the_objection_is_won(
    huis: Huis, amina: Werknemer
) -> None:
    """Refused it changes no euro; what is won later inside it changes it from that day on."""
    lang = Tarieftijdvak(K4, 20)

    def toen() -> list[tuple[int, Fraction, Fraction]]:
        gelezen = laad_werknemer(huis.organisatie.pk, lang, amina.pk)
        (wie,) = gelezen.stand.personen
        alle = [reken_uit(wie, t) for t in maak_tarieven(gelezen.verloop, lang).kwartalen]
        return [(r.percentage, r.vast, r.variabel) for r in alle]

    def noteer(soort: Adviesstap, tegen: Adviesgebeurtenis | None, **wat: Any) -> Any:
        return noteer_gebeurtenis(
            werknemer=amina, soort=soort, advies=advies, tegen=tegen, door=huis.coordinator,
            **gegevens(**wat),
        )  # fmt: skip

    def wint(vanaf: date, percentage: int, niveau: Begeleidingsniveau) -> dict[str, Any]:
        return {
            "uitkomst": Stapuitkomst.TOEGEKEND,
            "geldt_vanaf": vanaf,
            "begeleidingsniveau": niveau,
            "adviessoort": SoortAdvies.IMW_NA_EVALUATIE,
            "schijven": [Schijf(Periode.tem(vanaf, date(2035, 3, 31)), percentage)],
        }

    advies, voor = amina.adviezen.get(), toen()
    assert voor[13:] == [(20, 600, 730)] + [(0, 0, 0)] * 6
    gevraagd = {"gevraagd_op": date(2026, 10, 5), "besluitdatum": date(2026, 11, 2)}
    nee = noteer(Adviesstap.VERLENGING, None, **gevraagd, uitkomst=Stapuitkomst.GEWEIGERD)
    assert toen() == voor
    dagen = {"gevraagd_op": date(2026, 11, 9), "besluitdatum": date(2026, 11, 20)}
    bezwaar = noteer(
        Adviesstap.BEZWAAR, nee, **dagen, **wint(date(2030, 4, 1), 25, Begeleidingsniveau.LAAG)
    )
    assert toen() == voor[:14] + [(25, 600, 430)] * 6
    advies = bezwaar.vervolgadvies
    noteer(
        Adviesstap.BIJSTURING, None,
        gevraagd_op=date(2026, 11, 21), besluitdatum=date(2026, 11, 22),
        **wint(date(2031, 1, 1), 45, Begeleidingsniveau.HOOG),
    )  # fmt: skip
    assert toen() == voor[:14] + [(25, 600, 430)] * 3 + [(45, 600, 1280)] * 3
