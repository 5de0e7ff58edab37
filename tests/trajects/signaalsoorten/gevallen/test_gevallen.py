"""(facts, day, role) → (signals, step), for every kind of signal.

From its first day on and not before, for who gets it and nobody else, gone as soon as somebody
acted, and the same when the nights of a week were missed.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

import pytest

from gebruikers.keuzes import Rol
from gebruikers.models import Organisatie
from gedeeld.periode import plus_dagen
from tests.dagen import op_de_dag
from tests.fabrieken import GebruikerFactory
from tests.trajects.signaalsoorten.gevallen.geval import Geval, Toneel
from tests.trajects.signaalsoorten.gevallen.tabel import GEVALLEN
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.models.signaal import SignaalQuerySet
from trajects.signaalsoorten.register import SIGNAALREGELS, regel_van, soort_van
from trajects.signaalsoorten.soort import Over, Stap, Urgentie
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.signaaltekst import feit_van

# As a night leaves it: kind, subject, day, first day, urgency.
Stand = tuple[str, int, date | None, date | None, int]
VOOR_NIEMAND: Final[dict[Rol, str | None]] = dict.fromkeys(Rol)


@pytest.fixture(params=GEVALLEN, ids=lambda geval: geval.code)
def geval(request: pytest.FixtureRequest) -> Iterator[Geval]:
    """One scene, on its first day."""
    gevraagd: Geval = request.param
    with op_de_dag(gevraagd.vanaf):
        yield gevraagd


@pytest.fixture
def onderwerp(geval: Geval, toneel: Toneel) -> int:
    """The key of what the scene is about, once its facts are there."""
    return geval.feiten(toneel)


@pytest.fixture
def signalen(geval: Geval, toneel: Toneel, onderwerp: int) -> SignaalQuerySet:
    """All that its rule ever said of them in this organisation, whatever the subject."""
    regel = regel_van(geval.code)
    wie = toneel.wie if regel.over_mensen else None
    soorten = [soort.code for soort in regel.soorten]
    eigen = Signaal.objects.filter(organisatie=toneel.wie.organisatie)
    return eigen.filter(werknemer=wie, soort__in=soorten)


def test_every_kind_has_a_scene() -> None:
    soorten = [soort.code for regel in SIGNAALREGELS for soort in regel.soorten]
    assert sorted(geval.code for geval in GEVALLEN) == sorted(soorten)


def test_from_its_first_day_and_not_before(
    geval: Geval, onderwerp: int, signalen: SignaalQuerySet
) -> None:
    _nacht(geval, -1)
    assert _soorten(signalen) == ([geval.ervoor] if geval.ervoor else [])
    stand = (geval.code, onderwerp, geval.dag, geval.vanaf, geval.urgentie)
    for _ in range(2):
        _nacht(geval)
        assert _open(signalen) == [stand]


def test_for_who_gets_it_with_the_step_of_each(
    geval: Geval, toneel: Toneel, signalen: SignaalQuerySet, andere_organisatie: Organisatie
) -> None:
    _nacht(geval)
    signaal = signalen.open().get()
    zien = {rol for rol in Rol if signaal in Signaal.objects.zichtbaar_voor(toneel.van(rol))}
    assert zien == set(geval.stappen)
    # What is only good to do stands on Vandaag alone.
    in_inbox = set() if geval.urgentie == Urgentie.ZACHT else zien
    assert {rol for rol in Rol if signaal in _inbox(toneel, rol)} == in_inbox
    opent = {rol: _opent(signaal, geval, rol) for rol in Rol}
    assert opent == {**VOOR_NIEMAND, **geval.stappen, **geval.ook_stap}
    for rol in geval.stappen:
        elders = GebruikerFactory(organisatie=andere_organisatie, rol=rol)
        assert signaal not in Signaal.objects.zichtbaar_voor(elders)


def test_it_is_withdrawn_as_soon_as_somebody_acted(
    geval: Geval, toneel: Toneel, signalen: SignaalQuerySet
) -> None:
    _nacht(geval)
    signaal = signalen.open().get()
    geval.doe(toneel)
    if geval.weg_na_nacht:
        _nacht(geval)
    gesloten = (Signaalstatus.INGETROKKEN, f"Ingetrokken: {geval.reden}.", geval.vanaf)
    assert _hoe_het_sloot(signaal) == gesloten
    for dagen in (0, 1):
        _nacht(geval, dagen)
        assert _hoe_het_sloot(signaal) == gesloten
        assert not signalen.open().exists()


def test_a_missed_week_is_caught_up(
    geval: Geval, onderwerp: int, signalen: SignaalQuerySet
) -> None:
    _nacht(geval, -1)
    sinds = plus_dagen(geval.vanaf, 7) if geval.sinds_die_nacht else geval.vanaf
    for _ in range(2):
        _nacht(geval, 7)
        assert [stand[:4] for stand in _open(signalen)] == [
            (geval.code, onderwerp, geval.dag, sinds)
        ]
    assert signalen.filter(soort=geval.code).count() == 1


def _nacht(geval: Geval, dagen: int = 0) -> None:
    """The part of a night that is about this kind, so many days after its first day; all of it
    together is in `test_twee_nachten`."""
    bepaal_signalen(op=plus_dagen(geval.vanaf, dagen), regels=[regel_van(geval.code)])


def _soorten(signalen: SignaalQuerySet) -> list[str]:
    return list(signalen.open().values_list("soort", flat=True))


def _open(signalen: SignaalQuerySet) -> list[Stand]:
    return list(signalen.open().values_list("soort", "onderwerp", "dag", "sinds", "urgentie"))


def _hoe_het_sloot(signaal: Signaal) -> tuple[str, str, date | None]:
    signaal.refresh_from_db()
    return signaal.status, signaal.toelichting, signaal.afgesloten_op


def _inbox(toneel: Toneel, rol: Rol) -> list[Signaal]:
    """What stands in the inbox of this role."""
    antwoord = toneel.als(toneel.van(rol)).get("/signalen/")
    return [rij.signaal for _, rijen in antwoord.context["groepen"] for rij in rijen]


def _opent(signaal: Signaal, geval: Geval, rol: Rol) -> str | None:
    """What the step of the kind opens for this role, its sentence when nothing, None when the kind
    has nothing to tell this role."""
    soort = soort_van(geval.code)
    if rol not in soort.voor | soort.ook_stap_voor:
        return None
    voornaam = signaal.werknemer.voornaam if signaal.werknemer else ""
    stap = soort.stap(feit_van(signaal), Over(voornaam, geval.vanaf, rol)) or Stap("")
    return stap.view or stap.zin
