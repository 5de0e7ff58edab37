"""The demo: believable on any day, made once, for nobody real."""

import csv
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
import time_machine
from django.apps import apps
from django.core.management.base import CommandError
from django.test import Client
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from demo.datums import loopbaan
from demo.gegevens import Demowerknemer, lees_werknemers
from demo.logins import DEMO, DEMO_LOGINS, DEMO_ORGANISATIES, DEMO_TWEE, DEMO_WACHTWOORD
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models import Taakrun, UitgaandeMail
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.taken.nachtwacht import NACHTTAAK
from gedeeld.tijd import vandaag
from regels.keuzes import SoortAdvies
from tests.demo.conftest import laad, op_dagen
from tests.fabrieken import OrganisatieFactory
from trajects.kader.horizon import horizon_van
from trajects.keuzes import Fase, Horizon, Signaalstatus, SoortNotitie
from trajects.models import Notitie, Signaal, Traject
from trajects.signaalsoorten.soort import Urgentie
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

VOORBEELDEN = Path(__file__).parents[1] / "voorbeelden"
LASTIGE_DAGEN = ("2026-03-31", "2026-11-23", "2027-01-01", "2027-12-31", "2028-02-29")


def iedereen() -> list[Demowerknemer]:
    return [persoon for code in DEMO_ORGANISATIES for persoon in lees_werknemers(code)]


def tellingen() -> dict[str, int]:
    apps_met_gegevens = ("gedeeld", "gebruikers", "werknemers", "trajects", "financiering")
    return {
        model.__name__: model._base_manager.count()
        for app in apps_met_gegevens
        for model in apps.get_app_config(app).get_models()
    }


def dagen() -> Iterator[date]:
    """Every eleventh day of four years, and the awkward ones."""
    yield from (plus_dagen(date(2026, 1, 5), 11 * n) for n in range(133))
    yield from map(date.fromisoformat, LASTIGE_DAGEN)


@pytest.mark.django_db
@op_dagen(*LASTIGE_DAGEN)
def test_on_every_day_there_is_everything_to_see(demo: str, request: pytest.FixtureRequest) -> None:
    assert vandaag().isoformat() == request.node.callspec.params["demo"]
    organisatie = Organisatie.objects.get(code=DEMO)
    eigen = {"werknemer__organisatie": organisatie}
    for model, veld, keuzes in (
        (Signaal, "status", Signaalstatus),
        (Traject, "fase", Fase),
        (Notitie, "soort", SoortNotitie),
        (Adviesperiode, "soort", SoortAdvies),
    ):
        gebruikt = model._base_manager.filter(**eigen).values_list(veld, flat=True)
        assert set(gebruikt) == set(keuzes.values), veld
    in_dienst = Werknemer.objects.filter(organisatie=organisatie).in_dienst_op(vandaag())
    steun = in_dienst.met_ondersteuning(vandaag()).values_list("steun", "steun_tot")
    assert {horizon_van(*rij, vandaag()) for rij in steun} == set(Horizon)
    assert Waarneming.objects.op(vandaag()).filter(begeleider__organisatie=organisatie).count() == 1
    _controleer_de_nacht()


def _controleer_de_nacht() -> None:
    """The job ran, mailed what is new today to whom it concerns, and finds nothing more to do."""
    run = Taakrun.objects.get()
    assert (run.taak, run.status) == (NACHTTAAK, Taakrun.Status.GESLAAGD)
    nieuw = Signaal.objects.filter(
        ontstaan_op=vandaag(), urgentie__lt=Urgentie.ZACHT, voor__contains=[Rol.BEGELEIDER]
    )
    begeleiders = set(nieuw.values_list("werknemer__begeleider__email", flat=True)) - {None}
    assert begeleiders
    # Kinds for the office; who stands in.
    kantoor = Gebruiker.objects.filter(rol__in=[Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER])
    ook = {*kantoor.values_list("email", flat=True), "lies.maes@voorbeeld.be"}
    post = set(UitgaandeMail.objects.values_list("aan", flat=True))
    assert begeleiders <= post <= begeleiders | ook
    aantal = UitgaandeMail.objects.count()
    uitkomst = bepaal_signalen(op=vandaag())
    assert uitkomst.tellingen == {"nieuw": 0, "ingetrokken": 0, "vervangen": 0, "gewekt": 0}
    assert UitgaandeMail.objects.count() == aantal


@pytest.mark.django_db
def test_the_demo_is_loaded_once_and_everybody_can_log_in(demo: str) -> None:
    assert "De demogegevens staan klaar." in demo
    eerst = tellingen()
    assert eerst["Werknemer"] == len(iedereen()) == 113
    nogmaals = laad()
    assert "De demogegevens stonden al klaar: er is niets veranderd." in nogmaals
    assert tellingen() == eerst
    for login in DEMO_LOGINS:
        assert login.email in demo
        assert login.email in nogmaals
        assert Client().login(username=login.email, password=DEMO_WACHTWOORD), login.email
        gebruiker = Gebruiker.objects.select_related("organisatie").get(email=login.email)
        assert (gebruiker.volledige_naam, gebruiker.rol) == (login.naam, login.rol)
        assert str(gebruiker.organisatie) == login.organisatie_naam
    assert DEMO_WACHTWOORD in nogmaals


def test_a_missed_night_is_caught_up(zonder_demo: None) -> None:
    OrganisatieFactory(code=DEMO)
    with time_machine.travel(datetime(2026, 11, 20, 9, 0, tzinfo=UTC)):
        bepaal_signalen(op=vandaag())
    assert "ingehaald" in laad()
    assert Taakrun.objects.filter(taak=NACHTTAAK).count() == 2
    assert "ingehaald" not in laad()


@pytest.mark.django_db
def test_who_is_in_it_and_who_sees_what(demo: str) -> None:
    nele = Gebruiker.objects.get(email="nele.jacobs@voorbeeld.be")
    zichtbaar = Werknemer.objects.zichtbaar_voor(nele)
    nummers = {persoon.nummer for persoon in lees_werknemers(DEMO_TWEE)}
    assert set(zichtbaar.values_list("personeelsnummer", flat=True)) == nummers
    auteurs = Notitie.objects.zichtbaar_voor(nele).values_list("auteur__organisatie__code")
    assert set(auteurs) == {(DEMO_TWEE,)}
    an = Gebruiker.objects.get(email="an.peeters@voorbeeld.be")
    assert not Signaal.objects.zichtbaar_voor(an).filter(werknemer__in=zichtbaar).exists()

    assert Notitie.objects.filter(vertrouwelijk=True).count() == 3
    verbeterd = Notitie.objects.get(vervangt__isnull=False)
    assert verbeterd.vervangt is not None
    assert "zestig eters. Ze" in verbeterd.vervangt.tekst
    assert "tachtig eters" in verbeterd.tekst

    kurt = Arbeidsovereenkomst.objects.filter(werknemer__personeelsnummer="L017").op(vandaag())
    diensten = set(kurt.values_list("dienst__naam", flat=True))
    assert diensten == {"Klusdienst Noord", "Fietspunt Station"}
    stefan = Werknemer.objects.get(insz_hash=None)
    assert (stefan.personeelsnummer, stefan.begeleider) == ("L076", None)
    nazorg = Traject.objects.filter(fase=Fase.NAZORG).values_list("werknemer__personeelsnummer")
    assert {nummer for (nummer,) in nazorg} == {"L013", "L053", "L073", "L139"}


def test_in_production_it_does_not_exist(settings: Settings, zonder_demo: None) -> None:
    settings.PRODUCTIE = True
    with pytest.raises(CommandError, match="alleen in de demo of in een test") as weigering:
        laad()
    assert weigering.value.returncode == 1
    assert not Organisatie.objects.exists()


def test_the_same_day_gives_the_same_people() -> None:
    def leven(persoon: Demowerknemer) -> object:
        return loopbaan(persoon, vandaag(), Random(persoon.nummer))

    assert [leven(persoon) for persoon in iedereen()] == [leven(persoon) for persoon in iedereen()]


def test_every_life_holds_together_on_every_day() -> None:
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
        assert einde <= plus_maanden(op, max(Organisatie().drempels)), wie
        assert einde < op or plus_dagen(op, persoon.signaal.dagen) <= einde, wie


def test_nobody_is_in_an_example_file_already() -> None:
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
