"""A receipt laid beside today: each thing that is otherwise is named."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from financiering.domein.rekenbewijs import bewijs_van
from financiering.models import Klaverbladbron
from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.periode import Periode
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import AdviesFactory, ContractFactory, LoonopgaveFactory, WerknemerFactory
from tests.financiering.bewijshulp import VANDAAG, als_bestand, herreken, prognose
from tests.financiering.bewijsmakers import gewone_spaties
from tests.financiering.conftest import Huis
from werknemers.models import Arbeidsovereenkomst, Loonopgave


def anders(huis: Huis, bewijs: Bewijsbestand, tmp_path: Path) -> list[str]:
    uit = json.loads(herreken(als_bestand(tmp_path / "bewijs.json", bewijs), "--json"))
    assert uit["klopt"]
    zinnen = [f"{v['wat']}: toen {v['toen']}, nu {v['nu']}" for v in uit["vandaag_anders"]]
    return [gewone_spaties(zin) for zin in zinnen]


def test_each_thing_that_changed_is_named(vol: Huis, tmp_path: Path) -> None:
    bewijs = bewijs_van(prognose(vol, "volgens plan"), vol.organisatie.pk)
    ggmmi = Regelparameter.objects.filter(code="ggmmi", organisatie=None).latest("geldig")
    van = ggmmi.geldig.van
    Regelparameter.objects.filter(pk=ggmmi.pk).update(waarde=Decimal("2300.00"))
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=vol.amina)
    contracten.update(bruto_maandloon=Decimal("2500.00"))
    AdviesFactory(
        werknemer=vol.bart,
        soort="imw_2",
        besluitdatum=VANDAAG,
        periode=Periode(date(2026, 10, 1), date(2028, 10, 1)),
    )
    Klaverbladbron.objects.update(bedrag=Decimal("21000.00"))
    vol.amina.trajecten.update(beoogde_uitstroom=date(2027, 9, 30))
    gevonden = anders(vol, bewijs, tmp_path)
    label = Parametercode.GGMMI.label
    assert gevonden[0].startswith(f"{label} vanaf {van:%d/%m/%Y}: toen € 2.233,61 per maand")
    assert gevonden[0].endswith("nu € 2.300,00 per maand")
    assert (
        "het contract van werknemer 1 vanaf 01/04/2025: brutoloon: toen € 2.400,00, nu € 2.500,00"
        in gevonden
    )
    assert any(v.startswith("een nieuw advies van werknemer 2 vanaf 01/10/2026") for v in gevonden)
    assert (
        "een bedrag van dienst Klusdienst (lokale vergoeding) vanaf 01/01/2026: bedrag: "
        "toen € 20.000,00, nu € 21.000,00" in gevonden
    )
    assert "de geplande laatste dag van werknemer 1: toen 30/06/2027, nu 30/09/2027" in gevonden
    assert len(gevonden) == 5


def test_a_wage_record_that_changed_is_told_as_a_contribution(vol: Huis, tmp_path: Path) -> None:
    """€ 7,200 by contract: € 8,064 is 12 % more, € 7,920 10 %."""
    opgave = LoonopgaveFactory(
        werknemer=vol.amina,
        kwartaal=date(2026, 7, 1),
        referteloon=Decimal(8064),
        betaalde_uren=None,
    )
    bewijs = bewijs_van(prognose(vol), vol.organisatie.pk)
    Loonopgave.objects.filter(pk=opgave.pk).update(referteloon=Decimal(7920))
    assert anders(vol, bewijs, tmp_path) == [
        "werknemer 1: opgaven van het sociaal secretariaat: "
        "toen van 01/07/2026, bijdrage 12,00 %, nu van 01/07/2026, bijdrage 10,00 %"
    ]


def test_who_came_and_a_scenario_that_changed_are_named(vol: Huis, tmp_path: Path) -> None:
    uitkomst = prognose(vol, "Alles")
    bewijs = bewijs_van(uitkomst, vol.organisatie.pk)
    nieuw = WerknemerFactory(organisatie=vol.organisatie, personeelsnummer="9")
    ContractFactory(werknemer=nieuw, dienst=vol.dienst, periode=Periode(date(2026, 11, 1)))
    scenario = uitkomst.toekomst.eigen
    assert scenario is not None
    scenario.jaarindex = Decimal("1.5")
    scenario.save()
    gevonden = anders(vol, bewijs, tmp_path)
    assert "werknemer 9: toen geen contract in deze kwartalen, nu wel een contract" in gevonden
    assert "het scenario: jaarlijkse index in procent: toen 2, nu 1,5" in gevonden


def test_a_scenario_that_is_gone_is_said_and_the_receipt_still_counts(
    vol: Huis, tmp_path: Path
) -> None:
    uitkomst = prognose(vol, "Alles")
    bewijs = bewijs_van(uitkomst, vol.organisatie.pk)
    assert uitkomst.toekomst.eigen is not None
    uitkomst.toekomst.eigen.delete()
    uit = herreken(als_bestand(tmp_path / "bewijs.json", bewijs))
    assert "tot op de cent hetzelfde" in uit
    assert "Het scenario van dit bewijs is er niet meer." in uit
