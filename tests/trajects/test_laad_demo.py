"""The demo: believable on any day, made once, for nobody real."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from doorstroom.gedeeld.models import Taakrun, UitgaandeMail
from doorstroom.gedeeld.periode import plus_dagen
from doorstroom.gedeeld.tijd import vandaag
from gebruikers.demo import DEMO, DEMO_LOGINS, DEMO_ORGANISATIES, DEMO_TWEE, DEMO_WACHTWOORD
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from regels.keuzes import SoortAdvies
from trajects.demo.datums import loopbaan
from trajects.demo.gegevens import Demowerknemer, lees_werknemers
from trajects.domein.bepaal_signalen import TAAK, bepaal_signalen
from trajects.domein.drempels import bereikte_drempel
from trajects.domein.horizon import horizon_van
from trajects.keuzes import Fase, Horizon, Signaalstatus, SoortNotitie, SoortSignaal
from trajects.models import Notitie, Signaal, Traject
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

VOORBEELDEN = Path(__file__).parents[1] / "voorbeelden"
LASTIGE_DAGEN = ("2026-03-31", "2026-11-23", "2027-01-01", "2027-12-31", "2028-02-29")


def laad() -> str:
    uit = io.StringIO()
    call_command("laad_demo", stdout=uit)
    return uit.getvalue()


def iedereen() -> list[Demowerknemer]:
    return [persoon for code in DEMO_ORGANISATIES for persoon in lees_werknemers(code)]


def tellingen() -> dict[str, int]:
    modellen = [
        m
        for app in ("gedeeld", "gebruikers", "werknemers", "trajects")
        for m in apps.get_app_config(app).get_models()
    ]
    return {model.__name__: model._base_manager.count() for model in modellen}


def dagen() -> Iterator[date]:
    """Every eleventh day of four years, and the awkward ones."""
    yield from (plus_dagen(date(2026, 1, 5), 11 * n) for n in range(133))
    yield from map(date.fromisoformat, LASTIGE_DAGEN)


@pytest.mark.django_db
def test_de_demo_is_er_en_blijft_zoals_ze_is() -> None:
    uitvoer = laad()
    assert "De demogegevens staan klaar." in uitvoer
    eerst = tellingen()
    assert eerst["Werknemer"] == len(iedereen()) == 71
    nogmaals = laad()
    assert "De demogegevens stonden al klaar: er is niets veranderd." in nogmaals
    assert tellingen() == eerst
    for tekst in (uitvoer, nogmaals):
        assert all(login.email in tekst for login in DEMO_LOGINS)
        assert all(code in tekst for code in DEMO_ORGANISATIES)
        assert DEMO_WACHTWOORD in tekst


@pytest.mark.django_db
@pytest.mark.parametrize(
    "dag", [pytest.param(dag, marks=pytest.mark.vandaag(dag), id=dag) for dag in LASTIGE_DAGEN]
)
def test_op_elke_dag_is_alles_te_zien(dag: str) -> None:
    laad()
    assert vandaag().isoformat() == dag
    demo = Organisatie.objects.get(code=DEMO)
    eigen = {"werknemer__organisatie": demo}
    signalen = Signaal.objects.filter(**eigen)
    assert set(signalen.values_list("soort", flat=True)) == set(SoortSignaal)
    assert set(signalen.values_list("status", flat=True)) == set(Signaalstatus)
    assert set(Traject.objects.filter(**eigen).values_list("fase", flat=True)) == set(Fase)
    assert set(Notitie.objects.filter(**eigen).values_list("soort", flat=True)) == set(SoortNotitie)
    assert set(Adviesperiode.objects.filter(**eigen).values_list("soort", flat=True)) == set(
        SoortAdvies
    )
    in_dienst = Werknemer.objects.filter(organisatie=demo).in_dienst_op(vandaag())
    steun = in_dienst.met_ondersteuning(vandaag()).values_list("steun", "steun_tot")
    assert {horizon_van(*rij, vandaag()) for rij in steun} == set(Horizon)
    assert not Traject.objects.filter(gestart_op__gt=vandaag()).exists()
    assert Waarneming.objects.op(vandaag()).filter(begeleider__organisatie=demo).count() == 1


@pytest.mark.django_db
@pytest.mark.vandaag("2027-01-01")
def test_de_nachtelijke_taak_vindt_niets_meer_te_doen() -> None:
    laad()
    run = Taakrun.objects.get()
    assert (run.taak, run.status) == (TAAK, Taakrun.Status.GESLAAGD)
    post = UitgaandeMail.objects.count()
    uitkomst = bepaal_signalen(op=vandaag())
    assert uitkomst.tellingen == {"nieuw": 0, "ingetrokken": 0, "vervangen": 0, "gewekt": 0}
    assert UitgaandeMail.objects.count() == post


@pytest.mark.django_db
def test_alleen_wat_vandaag_nieuw_is_wordt_gemaild() -> None:
    laad()
    vandaag_nieuw = Signaal.objects.filter(ontstaan_op=vandaag())
    assert vandaag_nieuw.count() == 2
    assert set(UitgaandeMail.objects.values_list("aan", flat=True)) == set(
        vandaag_nieuw.values_list("werknemer__begeleider__email", flat=True)
    )


@pytest.mark.django_db
def test_iedereen_kan_zich_aanmelden() -> None:
    laad()
    for login in DEMO_LOGINS:
        client = Client()
        assert client.login(username=login.email, password=DEMO_WACHTWOORD), login.email
        gebruiker = Gebruiker.objects.get(email=login.email)
        assert (gebruiker.volledige_naam, gebruiker.rol) == (login.naam, login.rol)
        assert gebruiker.organisatie is not None
        assert (gebruiker.organisatie.code, str(gebruiker.organisatie)) == (
            login.organisatie,
            login.organisatie_naam,
        )


@pytest.mark.django_db
def test_de_tweede_organisatie_staat_apart() -> None:
    laad()
    nele = Gebruiker.objects.get(email="nele.jacobs@voorbeeld.be")
    zichtbaar = Werknemer.objects.zichtbaar_voor(nele)
    assert set(zichtbaar.values_list("personeelsnummer", flat=True)) == {
        persoon.nummer for persoon in lees_werknemers(DEMO_TWEE)
    }
    auteurs = Notitie.objects.zichtbaar_voor(nele).values_list(
        "auteur__organisatie__code", flat=True
    )
    assert set(auteurs) == {DEMO_TWEE}
    an = Gebruiker.objects.get(email="an.peeters@voorbeeld.be")
    assert not Signaal.objects.zichtbaar_voor(an).filter(werknemer__in=zichtbaar).exists()


@pytest.mark.django_db
def test_het_logboek_heeft_vertrouwelijke_en_verbeterde_notities() -> None:
    laad()
    assert Notitie.objects.filter(vertrouwelijk=True).count() == 3
    verbeterd = Notitie.objects.get(vervangt__isnull=False)
    assert verbeterd.vervangt is not None
    assert "zestig eters. Ze" in verbeterd.vervangt.tekst
    assert "tachtig eters" in verbeterd.tekst


@pytest.mark.django_db
def test_twee_diensten_en_wie_nog_geen_insz_heeft() -> None:
    laad()
    kurt = Werknemer.objects.get(personeelsnummer="L017")
    lopend = Arbeidsovereenkomst.objects.filter(werknemer=kurt).op(vandaag())
    assert set(lopend.values_list("dienst__naam", flat=True)) == {
        "Klusdienst Noord",
        "Fietspunt Station",
    }
    assert Werknemer.objects.get(insz_hash=None).personeelsnummer == "L076"


@pytest.mark.django_db
def test_in_productie_bestaat_ze_niet(settings: Settings) -> None:
    settings.PRODUCTIE = True
    with pytest.raises(CommandError, match="alleen in de demo of in een test") as weigering:
        laad()
    assert weigering.value.returncode == 1
    assert not Organisatie.objects.exists()


def test_dezelfde_dag_geeft_dezelfde_mensen() -> None:
    def leven(persoon: Demowerknemer) -> object:
        return loopbaan(persoon, vandaag(), Random(persoon.nummer))

    assert [leven(persoon) for persoon in iedereen()] == [leven(persoon) for persoon in iedereen()]


def test_elk_leven_klopt_op_elke_dag() -> None:
    for op in dagen():
        for persoon in iedereen():
            _controleer(persoon, op)


def _controleer(persoon: Demowerknemer, op: date) -> None:
    leven = loopbaan(persoon, op, Random(persoon.nummer))
    wie = (persoon.nummer, op)
    assert leven.eerste_dag <= op, wie
    assert all(plan.ingevoerd_op <= op for plan in leven.adviezen), wie
    assert all(plan.gegevens["besluitdatum"] >= leven.eerste_dag for plan in leven.adviezen), wie
    notities = [plus_dagen(op, -notitie.dagen) for notitie in persoon.notities]
    assert min(notities) >= leven.eerste_dag, wie
    if leven.laatste_dag is not None:
        assert leven.eerste_dag < leven.laatste_dag, wie
    einde = leven.einde_steun
    if persoon.signaal is not None:
        assert einde is not None
        drempel = bereikte_drempel(einde, op, Organisatie().drempels)
        assert drempel is not None, wie
        assert drempel == 0 or plus_dagen(op, persoon.signaal.dagen) <= einde, wie


def test_niemand_staat_al_in_een_voorbeeldbestand() -> None:
    eigen = {re.sub(r"\D", "", persoon.insz) for persoon in iedereen() if persoon.insz}
    assert len(eigen) == len(iedereen()) - 1
    assert all(cijfers[6:9] in map(str, range(990, 998)) for cijfers in eigen)
    cellen = set(_cellen())
    assert {"W1001", "W2001", "W3001"} < cellen
    assert not {persoon.nummer for persoon in iedereen()} & cellen
    assert not eigen & {re.sub(r"\D", "", cel) for cel in cellen}


def _cellen() -> Iterator[str]:
    for bestand in VOORBEELDEN.glob("*.xlsx"):
        boek = CalamineWorkbook.from_path(bestand)
        for blad in boek.sheet_names:
            for rij in boek.get_sheet_by_name(blad).to_python():
                yield from map(str, rij)
    for bestand in VOORBEELDEN.glob("*.csv"):
        with bestand.open(encoding="cp1252", newline="") as inhoud:
            for rij in csv.reader(inhoud, delimiter=";"):
                yield from rij
