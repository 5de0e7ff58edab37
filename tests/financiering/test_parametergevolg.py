"""Which figures move when a value of a parameter changes."""

from datetime import date
from decimal import Decimal

import pytest

from financiering.domein.laden import laad_gegevens
from financiering.domein.parameterwijziging import proef, voer_door
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.domein.parameterketen import Parameterwijziging
from regels.domein.parameters import laad_parameterverloop
from regels.keuzes import Parametercode
from regels.models import Bron
from tests.fabrieken import ContractFactory, RegelparameterFactory, WerknemerFactory
from tests.financiering.conftest import Huis
from tests.financiering.parameterhulp import VANDAAG, anders, wijziging

pytestmark = pytest.mark.django_db


def landelijk(code: Parametercode, van: date, waarde: str) -> Parameterwijziging:
    bron = Bron.objects.get(code="securex-ggmmi")
    return Parameterwijziging(code, van, None, Decimal(waarde), bron=bron)


def prognose_nu(huis: Huis, aantal: int = 14) -> Prognose:
    """Over every quarter since the measure began, from what is stored now."""
    tijdvak = Tarieftijdvak(Kwartaal(2023, 3), aantal)
    gegevens = laad_gegevens(huis.organisatie.pk, tijdvak)
    verloop = laad_parameterverloop(huis.organisatie.pk)
    return maak_prognose(gegevens.stand, maak_tarieven(verloop, tijdvak))


GEVALLEN = [
    # The wage cost of both, the premium of Amina, from the month in which it begins.
    (Parametercode.BIJDRAGE, date(2026, 8, 15), "30", {"Amina", "Bart"}, {"2026-K3", "2026-K4"}),
    # Counts from the first day of a month on: after 1 September it moves nothing in K3.
    (Parametercode.BIJDRAGE, date(2026, 9, 2), "30", {"Amina", "Bart"}, {"2026-K4"}),
    (Parametercode.LOONMAANDEN, date(2026, 10, 1), "12", {"Amina", "Bart"}, {"2026-K4"}),
    (Parametercode.LOONMAANDEN, date(2026, 12, 2), "12", set(), set()),
    (Parametercode.BIJDRAGE, date(2026, 10, 1), "25", set(), set()),
    (Parametercode.NAZORG_1, date(2025, 1, 1), "5", set(), set()),
    # The payment statement names the indexed amount; only Amina has guidance.
    (Parametercode.BEGELEIDING_LATER, date(2026, 10, 1), "650", {"Amina"}, {"2026-K4"}),
    (Parametercode.GGMMI, date(2026, 10, 1), "1000", {"Amina"}, {"2026-K4"}),
    # Nobody here is in the transition.
    (Parametercode.LDE_VERGOEDING, date(2024, 1, 1), "2000", set(), set()),
]


@pytest.mark.parametrize(("code", "van", "waarde", "wie", "kwartalen"), GEVALLEN)
def test_exactly_the_figures_that_move_are_shown(
    huis: Huis, baas: Gebruiker, code: Parametercode, van: date, waarde: str, wie: set[str],
    kwartalen: set[str],
) -> None:  # fmt: skip
    voor, wat = prognose_nu(huis), wijziging(huis, code, van, waarde)
    getoond = proef(wat, VANDAAG)
    voer_door(wijziging=wat, door=baas, gezien=None, bevestigd=getoond.kenmerk, op=VANDAAG)
    (gevolg,) = getoond.gevolgen
    cijfers = {(cijfer.naam, str(cijfer.kwartaal)) for cijfer in gevolg.cijfers}
    assert cijfers == anders(voor, prognose_nu(huis))
    namen = {huis.amina.naam: "Amina", huis.bart.naam: "Bart"}
    assert {namen[naam] for naam, _ in cijfers} == wie
    assert {kwartaal for _, kwartaal in cijfers} == kwartalen


def test_how_much_moves_is_counted_by_hand(huis: Huis) -> None:
    """2,400 a month × 3 × 13.92/12: 25 % becomes 30 %; the premium of Amina is 20 % of the wage."""
    getoond = proef(wijziging(huis, Parametercode.BIJDRAGE, date(2026, 10, 1), "30"), VANDAAG)
    (gevolg,) = getoond.bewegend
    amina, bart = gevolg.per_werknemer
    assert (amina.premies.nu, amina.premies.dan) == (Decimal("3130.00"), Decimal("3202.00"))
    assert (bart.premies.verschil, bart.loonkost.verschil) == (0, Decimal("417.60"))
    assert (amina.wat, bart.wat) == ("premie en loonkost", "loonkost")
    (kwartaal,) = gevolg.per_kwartaal
    assert (kwartaal.naam, kwartaal.werknemers) == ("2026-K4", 2)
    assert kwartaal.loonkost.dan == 2 * Decimal("10857.60")


def test_a_national_value_moves_who_has_no_own_one(huis: Huis) -> None:
    ander = ContractFactory(periode=Periode(date(2026, 1, 1)), bruto_maandloon=Decimal(2000))
    code = Parametercode.LOONMAANDEN
    RegelparameterFactory(
        organisatie=huis.organisatie, code=code, waarde=13, geldig=Periode(date(2023, 7, 1))
    )
    getoond = proef(landelijk(code, date(2026, 1, 1), "14"), VANDAAG)
    (gevolg,) = getoond.bewegend
    assert gevolg.organisatie == ander.werknemer.organisatie
    assert gevolg.kwartalen_in_woorden == "4 kwartalen, van 2026-K1 t.e.m. 2026-K4"


def test_a_value_in_the_middle_moves_only_its_own_quarters(huis: Huis) -> None:
    """The minimum wage of December is followed by that of January."""
    vroeger = landelijk(Parametercode.BEGELEIDING_LATER, date(2026, 7, 1), "700")
    (gevolg,) = proef(vroeger, VANDAAG).bewegend
    assert [str(k) for k in gevolg.geheel.kwartalen] == ["2026-K3", "2026-K4"]
    assert [groep.naam for groep in gevolg.per_werknemer] == [huis.amina.naam]
    laag = landelijk(Parametercode.GGMMI, date(2025, 12, 1), "100")
    (gevolg,) = proef(laag, VANDAAG).bewegend
    assert [str(k) for k in gevolg.geheel.kwartalen] == ["2025-K4"]


def test_before_anything_was_known_no_figure_can_move(huis: Huis) -> None:
    ContractFactory(
        werknemer=WerknemerFactory(organisatie=huis.organisatie),
        dienst=huis.dienst,
        periode=Periode(date(2010, 1, 1)),
    )
    (gevolg,) = proef(
        wijziging(huis, Parametercode.LOONMAANDEN, date(2015, 1, 1), "13"), VANDAAG
    ).gevolgen
    assert str(gevolg.geheel.kwartalen[0]) == "2023-K3"
