"""The receipt of a plan: which advice and packages its dates follow from, and what differs now."""

import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from financiering.models import Rekenbewijs
from gebruikers.models import Gebruiker
from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.periode import Periode
from regels.models import StartpakketSchijf
from tests.fabrieken import AdviesFactory, WerknemerFactory
from tests.trajects.plan_pdf.test_plan import tekst
from tests.uitvoer import haal, maak_alles
from trajects.plan_pdf.exports import maak_plan
from trajects.plan_pdf.planbewijs import lees_plan, leg_plan_naast_vandaag
from trajects.plan_pdf.planinhoud import Planinhoud, stel_plan_samen
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
pytestmark = pytest.mark.amina(in_dienst=True, met_steun=True)


def plan(werknemer: Werknemer, op: date = VANDAAG) -> Planinhoud:
    return stel_plan_samen(werknemer, op=op, met_teksten=False)


def test_the_code_stands_on_the_paper_and_the_receipt_is_kept_once(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    code = plan(amina).bewijs.code
    client, adres = als(hr), reverse("trajects:plan_pdf", args=[amina.pk])
    assert f"Bewijs {code}:" in " ".join(tekst(haal(client, adres).content))
    client.post(adres)
    maak_alles()
    rij = Rekenbewijs.objects.get()
    assert (rij.code, rij.soort, rij.organisatie) == (code, "plan", amina.organisatie)


def test_a_plan_without_advice_computed_nothing(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    kaal = WerknemerFactory(organisatie=amina.organisatie)
    inhoud = haal(als(hr), reverse("trajects:plan_pdf", args=[kaal.pk])).content
    assert "Bewijs" not in " ".join(tekst(inhoud))
    assert not Rekenbewijs.objects.exists()


def test_what_comes_out_is_what_the_plan_shows(amina: Werknemer) -> None:
    inhoud = plan(amina)
    invoer = lees_plan(inhoud.bewijs)
    assert [advies.schijven for advies in invoer.adviezen] == [
        verloop.schijven for _, verloop in inhoud.adviezen
    ]
    assert inhoud.ondersteuning.keten is not None
    (keten,) = inhoud.bewijs.uitkomst_data["ondersteuning"]
    assert Periode(*map(date.fromisoformat, keten)) == inhoud.ondersteuning.keten


def test_the_same_advice_has_the_same_code_on_another_day(amina: Werknemer) -> None:
    assert plan(amina).bewijs.code == plan(amina, date(2027, 3, 1)).bewijs.code


def test_a_receipt_of_a_plan_names_nobody(amina: Werknemer) -> None:
    bestand = plan(amina).bewijs.als_bestand().decode()
    for iets in (amina.voornaam, amina.familienaam, amina.personeelsnummer):
        assert iets not in bestand


def test_advice_and_packages_that_changed_are_named(amina: Werknemer, tmp_path: Path) -> None:
    bewijs = plan(amina).bewijs
    assert leg_plan_naast_vandaag(bewijs).anders == ()
    advies = amina.adviezen.get()
    StartpakketSchijf.objects.filter(
        startpakket__soort=advies.soort, startpakket__standaard=True, eerste_kwartaal=1
    ).update(percentage=45)
    AdviesFactory(
        werknemer=amina,
        soort="imw_2",
        besluitdatum=advies.periode.tot,
        periode=Periode(advies.periode.tot, date(2031, 1, 1)),
    )
    pad = tmp_path / "bewijs.json"
    pad.write_bytes(bewijs.als_bestand())
    uit = StringIO()
    call_command("herreken", str(pad), stdout=uit)
    assert "tot op de cent hetzelfde" in uit.getvalue()
    assert "40 % (01/01/2024 t.e.m. 31/03/2025)" in uit.getvalue()
    assert "nu besluit van 14/02/2024; 01/01/2024 t.e.m. 31/12/2028; 45 %" in uit.getvalue()
    assert "IMW 2 jaar vanaf 01/01/2029: toen er niet, nu 01/01/2029 t.e.m." in uit.getvalue()


def test_other_dates_than_the_receipt_says_end_with_one(amina: Werknemer, tmp_path: Path) -> None:
    goed = plan(amina).bewijs
    uitkomst = goed.uitkomst_data | {"ondersteuning": [["2024-01-01", "2030-01-01"]]}
    fout = Bewijsbestand(
        goed.soort, goed.dag, "0.2.0", goed.regelset, goed.invoer, json.dumps(uitkomst).encode()
    )
    pad = tmp_path / "bewijs.json"
    pad.write_bytes(fout.als_bestand())
    with pytest.raises(CommandError) as geweigerd:
        call_command("herreken", str(pad), stdout=StringIO())
    assert geweigerd.value.returncode == 1


def test_the_page_of_a_kept_plan_says_which_advice_counted(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    client = als(hr)
    haal(client, reverse("trajects:plan_pdf", args=[amina.pk]))
    rij = Rekenbewijs.objects.get()
    pagina = client.get(reverse("financiering:bewijs", args=[rij.code])).content.decode()
    assert "IMW 5 jaar vanaf 01/01/2024" in pagina
    assert "Niets: vandaag tellen we met precies hetzelfde." in pagina


def test_the_paper_is_made_of_the_same_bytes(amina: Werknemer) -> None:
    assert maak_plan(plan(amina)) == maak_plan(plan(amina))
