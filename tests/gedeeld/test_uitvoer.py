"""What is ordered: slices that are made once, whole or not at all, with the rights of who asked."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import is_lid
from gedeeld.models import Auditregel, Uitvoer, Uitvoerbestand, Uitvoerdeel
from gedeeld.tijd import nu
from gedeeld.uitvoer import bundel, soorten, werk
from gedeeld.uitvoer.bestelling import HOOGSTENS_OPEN, Bestelling, Portie, bestel, in_porties
from gedeeld.uitvoer.opruiming import ruim_uitvoer_op
from gedeeld.uitvoer.soorten import (
    GemaaktBestand,
    Overgeslagen,
    Parameters,
    UitvoerGeweigerd,
    Uitvoersoort,
)
from gedeeld.uitvoer.werk import GREEP, HOOGSTENS, maak_een_deel, stil
from tests.uitvoer import maak_alles, opnieuw

Status = Uitvoer.Status


def _letters(
    gebruiker: Gebruiker, parameters: Parameters
) -> Iterator[GemaaktBestand | Overgeslagen]:
    for letter in parameters["letters"]:
        if letter == "-":
            yield Overgeslagen("een streepje")
        else:
            yield GemaaktBestand(f"{letter}.txt", "text/plain", f"{letter}{letter}".encode())


LETTERS = Uitvoersoort("letters", is_lid, _letters)


@pytest.fixture(autouse=True)
def _soorten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soorten, "_SOORTEN", {"letters": LETTERS})


def vraag(door: Gebruiker, *porties: str) -> Uitvoer:
    bestelling = Bestelling(
        LETTERS,
        titel="Letters",
        terug="/documenten/",
        bundelnaam="letters.zip",
        porties=[Portie(len(letters), {"letters": letters}) for letters in porties],
    )
    return bestel(bestelling, door=door)


def faalt(fout: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def maak(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
        yield GemaaktBestand("half.txt", "text/plain", b"half")
        raise fout

    monkeypatch.setitem(soorten._SOORTEN, "letters", Uitvoersoort("letters", is_lid, maak))


def namen(uitvoer: Uitvoer) -> list[str]:
    bestanden = Uitvoerbestand.objects.filter(deel__uitvoer=uitvoer)
    return list(bestanden.order_by("pk").values_list("naam", flat=True))


def test_an_order_goes_from_waiting_to_ready_and_says_how_far_it_is(hr: Gebruiker) -> None:
    uitvoer = vraag(hr, "ab", "c-")
    assert (uitvoer.status, uitvoer.aantal, uitvoer.gedaan()) == (Status.WACHT, 4, 0)
    assert maak_een_deel()
    assert (opnieuw(uitvoer).status, uitvoer.gedaan()) == (Status.BEZIG, 2)
    assert maak_een_deel()
    assert (opnieuw(uitvoer).status, uitvoer.gedaan()) == (Status.KLAAR, 4)
    assert not maak_een_deel()
    assert namen(uitvoer) == ["a.txt", "b.txt", "c.txt"]
    assert uitvoer.overgeslagen() == ["een streepje"]


def test_the_bundle_holds_the_files_and_says_what_is_not_in_it(hr: Gebruiker) -> None:
    uitvoer = vraag(hr, "ab", "-A")
    maak_alles()
    stukken = list(bundel.stroom_zip(opnieuw(uitvoer)))
    with ZipFile(BytesIO(b"".join(stukken))) as zip_:
        assert zip_.namelist() == ["Lees mij.txt", "a.txt", "b.txt", "A-2.txt"]
        assert zip_.read("a.txt") == b"aa"
        assert zip_.testzip() is None
        tekst = zip_.read("Lees mij.txt").decode()
    assert "3 documenten, gemaakt op 23 november 2026." in tekst
    assert "Niet in deze bundel:\r\n- een streepje" in tekst
    assert len(stukken) == 4, "It leaves while it is made."


def test_what_was_made_is_encrypted(hr: Gebruiker) -> None:
    vraag(hr, "a")
    maak_alles()
    assert b"aa" not in bytes(Uitvoerbestand.objects.get().inhoud)


def test_the_trail_says_who_asked_for_how_much_and_nothing_of_whom(hr: Gebruiker) -> None:
    uitvoer = vraag(hr, "ab")
    regel = Auditregel.objects.get(soort="uitvoer", onderwerp_id=uitvoer.pk)
    assert (regel.actie, regel.door, regel.organisatie) == ("gevraagd", hr, hr.organisatie)
    assert regel.wijzigingen["soort"] == [None, "letters"]
    assert regel.wijzigingen["aantal"] == [None, 2]
    assert "Letters" not in str(regel.wijzigingen)


def test_who_asks_for_little_does_not_wait_for_who_asked_for_much(
    hr: Gebruiker, coordinator: Gebruiker
) -> None:
    groot, klein = vraag(hr, "ab", "cd"), vraag(coordinator, "a")
    maak_een_deel()
    assert opnieuw(klein).status == Status.KLAAR
    assert opnieuw(groot).status == Status.WACHT


# --- what may not be -----------------------------------------------------------------------------


@pytest.mark.parametrize("veld", [{"rol": Rol.BEGELEIDER}, {"is_active": False}])
def test_who_lost_the_right_meanwhile_gets_nothing(hr: Gebruiker, veld: dict[str, object]) -> None:
    uitvoer = vraag(hr, "a")
    Gebruiker.objects.filter(pk=hr.pk).update(**veld)
    maak_alles()
    assert (opnieuw(uitvoer).status, namen(uitvoer)) == (Status.MISLUKT, [])
    assert uitvoer.fout.startswith("Je mag dit niet meer zien")


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (UitvoerGeweigerd("Dit kan niet."), "Dit kan niet."),
        (Http404(), "Je mag dit niet meer zien, of het bestaat niet meer."),
        (PermissionDenied(), "Je mag dit niet meer zien, of het bestaat niet meer."),
    ],
)
def test_what_cannot_be_made_ends_at_once_with_a_sentence(
    hr: Gebruiker, fout: Exception, zin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    faalt(fout, monkeypatch)
    uitvoer = vraag(hr, "a", "b")
    assert maak_alles() == 1
    assert opnieuw(uitvoer).status == Status.MISLUKT
    assert uitvoer.fout.startswith(zin)
    assert namen(uitvoer) == [], "Nothing of a slice that failed stays."


def test_an_error_is_tried_three_times_and_then_said(
    hr: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    faalt(RuntimeError("over Amina"), monkeypatch)
    uitvoer = vraag(hr, "a")
    for poging in range(HOOGSTENS):
        assert opnieuw(uitvoer).is_open
        with time_machine.travel(nu() + poging * GREEP):
            assert maak_alles() == 1
    assert opnieuw(uitvoer).status == Status.MISLUKT
    assert uitvoer.fout.startswith("Het lukte drie keer niet om dit te maken.")


def test_what_kills_its_worker_each_time_is_given_up(hr: Gebruiker) -> None:
    uitvoer = vraag(hr, "a")
    Uitvoerdeel.objects.update(pogingen=HOOGSTENS)  # it began, and nobody came to an end
    assert not maak_een_deel()
    assert opnieuw(uitvoer).status == Status.MISLUKT


def test_nobody_orders_without_end(hr: Gebruiker, coordinator: Gebruiker) -> None:
    for _ in range(HOOGSTENS_OPEN):
        vraag(hr, "a")
    with pytest.raises(ValidationError, match="Er worden al 20 documenten voor je gemaakt"):
        vraag(hr, "a")
    vraag(coordinator, "a")
    maak_alles()
    vraag(hr, "a")


# --- workers -----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_an_order_and_make_nothing_twice(
    hr: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is inside a slice while another takes the next; the last to end makes it ready."""

    def ander() -> int:
        try:
            return maak_alles()
        finally:
            connection.close()

    elders: list[int] = []

    def maak(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
        if parameters["letters"] == "a":
            with (
                time_machine.travel(nu() + 2 * GREEP, tick=True),
                ThreadPoolExecutor(1) as draad,
            ):
                elders.append(draad.submit(ander).result(timeout=30))
        yield GemaaktBestand(f"{parameters['letters']}.txt", "text/plain", b"x")

    monkeypatch.setitem(soorten._SOORTEN, "letters", Uitvoersoort("letters", is_lid, maak))
    uitvoer = vraag(hr, "a", "b", "c")
    assert maak_een_deel()
    assert elders == [2], "The other one leaves alone what is held."
    assert opnieuw(uitvoer).status == Status.KLAAR
    assert sorted(namen(uitvoer)) == ["a.txt", "b.txt", "c.txt"]
    assert set(Uitvoerdeel.objects.values_list("pogingen", flat=True)) == {1}


def test_what_began_is_left_alone_for_a_moment(hr: Gebruiker) -> None:
    uitvoer = vraag(hr, "a")
    assert werk._begin() is not None  # and its worker is gone
    assert not maak_een_deel()
    with time_machine.travel(nu() + GREEP):
        assert maak_een_deel()
    assert opnieuw(uitvoer).is_klaar


def test_an_order_that_does_not_go_on_is_found(hr: Gebruiker) -> None:
    vraag(hr, "a")
    vraag(hr, "b")
    assert stil() == 0
    with time_machine.travel(nu() + timedelta(minutes=1)):
        assert stil() == 2
        maak_een_deel()
        assert stil() == 1


# --- afterwards ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("dagen", "gewist"), [(2, 0), (3, 1)])
def test_what_was_made_goes_after_two_whole_days(hr: Gebruiker, dagen: int, gewist: int) -> None:
    uitvoer = vraag(hr, "a")
    maak_alles()
    assert str(uitvoer.bewaard_tot) == "2026-11-25"
    with time_machine.travel(nu() + timedelta(days=dagen)):
        assert ruim_uitvoer_op() == gewist
    assert Uitvoer.objects.count() == Uitvoerbestand.objects.count() == 1 - gewist


@pytest.mark.parametrize(("aantal", "groottes"), [(0, []), (1, [1]), (5, [5]), (11, [5, 5, 1])])
def test_keys_in_slices(aantal: int, groottes: list[int]) -> None:
    porties = in_porties(list(range(aantal)), "werknemers", 5)
    assert [portie.aantal for portie in porties] == groottes
    assert [pk for portie in porties for pk in portie.parameters["werknemers"]] == list(
        range(aantal)
    )


def test_the_health_check_sees_an_order_that_waits(
    hr: Gebruiker, als: Callable[[Gebruiker], object]
) -> None:
    from gedeeld.gezondheid.register import delen

    (deel,) = (deel for deel in delen() if deel.naam == "uitvoer")
    vraag(hr, "a")
    assert deel.peil().in_orde
    with time_machine.travel(nu() + timedelta(minutes=6)):
        assert not deel.peil().in_orde
        maak_alles()
        assert deel.peil().in_orde
