"""An import in the browser: every step once, nothing without the user, nothing left half done."""

import threading
from collections.abc import Callable
from datetime import date
from unittest.mock import ANY

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.aangeraakt import bijgewerkt
from gedeeld.models import Auditregel
from gedeeld.versleuteling import ontsleutel_bytes
from tests.fabrieken import DienstFactory, GebruikerFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.invoer.hernemen import lijkt_verloren
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.opdracht import (
    aanvaard_diensten,
    bevestig,
    ruim_op,
    start_import,
)
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.domein.invoer.voortgang import percentage
from werknemers.models import Dienst, Importopdracht, Werknemer

Status = Importopdracht.Status
INHOUD = xlsx(tabel(rij(), rij(personeelsnummer="W2", insz="", bruto_maandloon=-1)))


def start(door: Gebruiker, inhoud: bytes = INHOUD) -> Importopdracht:
    return start_import(bestandsnaam="foto.xlsx", inhoud=inhoud, door=door)


def nagekeken(door: Gebruiker, inhoud: bytes = INHOUD) -> Importopdracht:
    """Read, with its services accepted, waiting for the user."""
    opdracht = start(door, inhoud)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    aanvaard_diensten(opdracht, namen=["De Lepel"], door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def bevestigd(door: Gebruiker) -> Importopdracht:
    opdracht = nagekeken(door)
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=door)
    return opdracht


def test_from_file_to_employees(hr: Gebruiker) -> None:
    opdracht = start(hr)
    assert (opdracht.status, opdracht.organisatie, opdracht.door) == (
        Status.WACHT,
        hr.organisatie,
        hr,
    )
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN
    assert opdracht.uitkomst["voorgestelde_diensten"] == ["De Lepel"]
    assert opdracht.uitkomst["samenvatting"]["geweigerd"] == 2
    assert aanvaard_diensten(opdracht, namen=["De Lepel"], door=hr)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.uitkomst["samenvatting"]["nieuw"] == 1
    assert not Dienst.objects.exists()
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)
    assert not Werknemer.objects.exists()
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.bevestigd_door) == (Status.KLAAR, hr)
    assert opdracht.ingebracht_op is not None
    assert Werknemer.objects.get().personeelsnummer == "W1"
    assert Dienst.objects.get().naam == "De Lepel"
    assert percentage(opdracht.pk) == 100


def test_the_file_is_kept_encrypted(hr: Gebruiker) -> None:
    opdracht = start(hr)
    opdracht.refresh_from_db()
    bewaard = bytes(opdracht.inhoud)
    assert bewaard[:2] != INHOUD[:2]
    assert ontsleutel_bytes(bewaard) == INHOUD


def test_the_kept_outcome_holds_no_insz(hr: Gebruiker) -> None:
    opdracht = nagekeken(hr)
    assert "85073003328" not in str(opdracht.uitkomst)
    assert "85.07.30" not in str(opdracht.uitkomst)


def test_what_plainly_is_no_spreadsheet_is_not_kept(hr: Gebruiker) -> None:
    with pytest.raises(BestandGeweigerd, match="PDF"):
        start(hr, b"%PDF-1.7")
    assert not Importopdracht.objects.exists()


def test_a_broken_file_is_refused_with_its_sentence(hr: Gebruiker) -> None:
    opdracht = start(hr, INHOUD[:-200])
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.GEWEIGERD
    assert opdracht.weigering.startswith("Het bestand is beschadigd")


def test_a_double_click_confirms_once(hr: Gebruiker) -> None:
    opdracht = nagekeken(hr)
    gezien = opdracht.vingerafdruk
    assert bevestig(opdracht, gezien=gezien, door=hr)
    assert not bevestig(opdracht, gezien=gezien, door=hr)
    opdracht.refresh_from_db()
    assert not bevestig(opdracht, gezien=gezien, door=hr)
    assert Auditregel.objects.filter(actie="bevestigd").count() == 1


def test_a_task_that_rings_twice_writes_once(hr: Gebruiker) -> None:
    opdracht = bevestigd(hr)
    breng_in(opdracht.pk)
    gezien = Auditregel.objects.count()
    breng_in(opdracht.pk)
    kijk_na(opdracht.pk)
    assert Auditregel.objects.count() == gezien
    assert Werknemer.objects.count() == 1


def test_a_task_that_rings_too_early_or_for_nothing_does_nothing(hr: Gebruiker) -> None:
    opdracht = nagekeken(hr)
    breng_in(opdracht.pk)
    breng_in(opdracht.pk + 1)
    kijk_na(opdracht.pk + 1)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN
    assert not Werknemer.objects.exists()


def test_a_confirmation_of_another_outcome_is_refused(hr: Gebruiker) -> None:
    opdracht = nagekeken(hr)
    with pytest.raises(ValidationError, match="intussen veranderd"):
        bevestig(opdracht, gezien="iets anders", door=hr)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN


def test_what_waits_for_somebody_again_is_known_to_who_watches(hr: Gebruiker) -> None:
    opdracht = bevestigd(hr)
    WerknemerFactory(organisatie=hr.organisatie, personeelsnummer="W1", familienaam="Anders")
    with transaction.atomic(), bijgewerkt() as geraakt:
        breng_in(opdracht.pk)
        assert "werknemers.Importopdracht.status" in geraakt.wat[opdracht.organisatie_id]


def test_what_changed_since_the_preview_is_shown_before_it_is_written(hr: Gebruiker) -> None:
    opdracht = bevestigd(hr)
    WerknemerFactory(organisatie=hr.organisatie, personeelsnummer="W1", familienaam="Anders")
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.veranderd) == (Status.NAKIJKEN, True)
    assert opdracht.uitkomst["samenvatting"]["gewijzigd"] == 1
    assert Werknemer.objects.get().familienaam == "Anders"
    assert not Dienst.objects.exists()
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)
    breng_in(opdracht.pk)
    assert Werknemer.objects.get().familienaam == "Benali"


def test_a_change_elsewhere_does_not_disturb(hr: Gebruiker) -> None:
    opdracht = bevestigd(hr)
    WerknemerFactory(organisatie=hr.organisatie, personeelsnummer="W99")
    WerknemerFactory(personeelsnummer="W1")
    breng_in(opdracht.pk)
    opdracht.refresh_from_db()
    assert opdracht.status == Status.KLAAR


def test_who_confirms_stands_in_the_trail(hr: Gebruiker) -> None:
    collega = GebruikerFactory(organisatie=hr.organisatie, rol=Rol.BEHEERDER)
    opdracht = nagekeken(hr)
    bevestig(opdracht, gezien=opdracht.vingerafdruk, door=collega)
    breng_in(opdracht.pk)
    regels = Auditregel.objects.filter(soort="importopdracht").order_by("pk")
    assert list(regels.values_list("actie", "door")) == [
        ("opgeladen", hr.pk),
        ("diensten aanvaard", hr.pk),
        ("bevestigd", collega.pk),
        ("ingebracht", collega.pk),
    ]
    opgeladen, aanvaard, _, ingebracht = (regel.verschil for regel in regels)
    assert opgeladen["bestandsnaam"] == [None, "foto.xlsx"]
    assert opgeladen["inhoud"] == ["●●●", "●●●"]
    assert aanvaard["te_maken_diensten"] == [[], ["de lepel"]]
    assert ingebracht == {
        "samenvatting": [
            None,
            {"nieuw": 1, "gewijzigd": 0, "ongewijzigd": 0, "geweigerd": 1, "leeg": 0},
        ]
    }
    assert Auditregel.objects.get(soort="werknemer").door_id == collega.pk


def test_services_are_accepted_only_while_the_user_looks(hr: Gebruiker) -> None:
    opdracht = bevestigd(hr)
    assert not aanvaard_diensten(opdracht, namen=["Fietspunt"], door=hr)
    opdracht.refresh_from_db()
    assert opdracht.te_maken_diensten == ["de lepel"]


def test_a_lost_task_may_be_asked_for_again(hr: Gebruiker) -> None:
    opdracht = start(hr)
    assert not lijkt_verloren(opdracht)
    with time_machine.travel("2026-11-23T10:03:00+01:00"):
        assert lijkt_verloren(opdracht)
        kijk_na(opdracht.pk)
        opdracht.refresh_from_db()
        assert not lijkt_verloren(opdracht)


def test_after_thirty_days_the_file_and_the_rows_are_gone(hr: Gebruiker) -> None:
    klaar = bevestigd(hr)
    breng_in(klaar.pk)
    wachtend = start(hr)
    with time_machine.travel(date(2026, 12, 23)):
        vers = start(hr)
        assert ruim_op() == 0
    with time_machine.travel(date(2026, 12, 24)):
        assert ruim_op() == 2
        assert ruim_op() == 0
    gebleven = dict.fromkeys((klaar.pk, wachtend.pk), (b"", None)) | {vers.pk: (ANY, None)}
    assert {
        o.pk: (bytes(o.inhoud) if o.pk != vers.pk else ANY, o.uitkomst)
        for o in Importopdracht.objects.order_by("pk")
    } == gebleven
    klaar.refresh_from_db()
    wachtend.refresh_from_db()
    assert (klaar.status, wachtend.status) == (Status.KLAAR, Status.GEWEIGERD)
    assert wachtend.weigering == "Dit bestand is na 30 dagen gewist. Kies het opnieuw."


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_write_once() -> None:
    door = GebruikerFactory(rol=Rol.HR)
    DienstFactory(organisatie=door.organisatie, naam="De Lepel", sleutel="de lepel")
    opdracht = start(door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    bevestig(opdracht, gezien=opdracht.vingerafdruk, door=door)
    beide = threading.Barrier(2)

    def werker(klus: Callable[[int], None]) -> None:
        beide.wait(timeout=10)
        klus(opdracht.pk)
        connection.close()

    draden = [threading.Thread(target=werker, args=(breng_in,)) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert Werknemer.objects.count() == 1
    assert Auditregel.objects.filter(actie="ingebracht").count() == 1
