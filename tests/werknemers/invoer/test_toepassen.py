"""Writing a file: every accepted row or none, once, and with a trail."""

import threading
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import DienstFactory, GebruikerFactory, OrganisatieFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Rijactie, Vergelijking
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Caseloadwissel,
    Dienst,
    Werknemer,
)

LEPEL = {"de lepel"}


def rijen(*gegeven: dict[str, Any]) -> tuple[GelezenRij, ...]:
    return lees_in(xlsx(tabel(*gegeven))).rijen


def test_a_new_row_becomes_a_person_with_contract_and_advice(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    uitkomst = pas_toe(
        rijen(rij(gsm="0470 12 34 56")), organisatie=organisatie, door=hr, maak_diensten=LEPEL
    )
    assert uitkomst.aantal(Rijactie.NIEUW) == 1
    amina = Werknemer.objects.get()
    assert (amina.organisatie, amina.personeelsnummer, str(amina)) == (
        organisatie,
        "W1",
        "Amina Benali",
    )
    assert (amina.insz, amina.insz_hash) == ("85073003328", zoek_insz("85073003328"))
    assert (amina.geboortedatum, amina.gsm) == (date(1985, 7, 30), "+32470123456")
    contract = Arbeidsovereenkomst.objects.get()
    assert (contract.werknemer, contract.dienst.naam, contract.periode) == (
        amina,
        "De Lepel",
        Periode(date(2025, 1, 6)),
    )
    assert (contract.tewerkstellingsbreuk, contract.bruto_maandloon) == (
        Decimal("0.8"),
        Decimal("2065.04"),
    )
    advies = Adviesperiode.objects.get()
    assert (advies.werknemer, advies.periode, advies.begeleidingsniveau) == (
        amina,
        Periode(date(2025, 1, 1), date(2030, 1, 1)),
        "laag",
    )


def test_refused_rows_do_not_keep_the_others_out(organisatie: Organisatie, hr: Gebruiker) -> None:
    uitkomst = pas_toe(
        rijen(rij(), rij(personeelsnummer="W2", insz="", bruto_maandloon=-1)),
        organisatie=organisatie,
        door=hr,
        maak_diensten=LEPEL,
    )
    assert (uitkomst.aantal(Rijactie.NIEUW), uitkomst.aantal(Rijactie.GEWEIGERD)) == (1, 1)
    assert list(Werknemer.objects.values_list("personeelsnummer", flat=True)) == ["W1"]


def test_only_what_differs_is_written(organisatie: Organisatie, hr: Gebruiker) -> None:
    pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL)
    Werknemer.objects.update(gsm="+32470999999")
    oud = Werknemer.objects.get()
    gewijzigd = rij(familienaam="Maes", einde_contract=date(2027, 6, 30))
    uitkomst = pas_toe(rijen(gewijzigd), organisatie=organisatie, door=hr)
    assert uitkomst.aantal(Rijactie.GEWIJZIGD) == 1
    amina = Werknemer.objects.get()
    assert (amina.familienaam, amina.gsm, amina.insz) == ("Maes", "+32470999999", oud.insz)
    assert amina.gewijzigd_op > oud.gewijzigd_op
    assert Arbeidsovereenkomst.objects.get().periode == Periode(date(2025, 1, 6), date(2027, 7, 1))
    assert Adviesperiode.objects.count() == 1


def test_every_change_leaves_a_trail_without_the_insz(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL)
    regels = list(Auditregel.objects.order_by("pk"))
    assert [(r.soort, r.actie) for r in regels] == [
        ("dienst", "toegevoegd"),
        ("werknemer", "toegevoegd"),
        ("arbeidsovereenkomst", "toegevoegd"),
        ("adviesperiode", "toegevoegd"),
    ]
    assert {r.door_id for r in regels} == {hr.pk}
    assert {r.organisatie_id for r in regels} == {organisatie.pk}
    assert all(r.onderwerp_id for r in regels)
    assert "85073003328" not in str([r.verschil for r in regels])
    pas_toe(rijen(rij(familienaam="Maes")), organisatie=organisatie, door=hr)
    assert Auditregel.objects.order_by("pk").last().verschil == {"familienaam": ["Benali", "Maes"]}


def test_an_import_leaves_a_row_for_everybody_who_gets_another_counsellor(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    an, lies = (
        GebruikerFactory(organisatie=organisatie, email=f"{wie}@voorbeeld.be")
        for wie in ("an.peeters", "lies.maes")
    )
    pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL)
    pas_toe(rijen(rij(begeleider=lies.email)), organisatie=organisatie, door=hr)
    pas_toe(rijen(rij(begeleider=lies.email)), organisatie=organisatie, door=hr)
    wissels = Caseloadwissel.objects.order_by("pk")
    assert [(w.van, w.naar, w.door, w.met_blad) for w in wissels] == [
        (None, an, hr, False),
        (an, lies, hr, False),
    ]


def test_the_same_rows_twice_write_nothing_the_second_time(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL)
    gezien = list(Werknemer.objects.values()), Auditregel.objects.count()
    uitkomst = pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL)
    assert uitkomst.samenvatting["ongewijzigd"] == 1
    assert (list(Werknemer.objects.values()), Auditregel.objects.count()) == gezien


def test_who_watches_may_stop_it_before_anything_is_written(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    def stop(_: Vergelijking) -> None:
        raise ValidationError("Toch niet.")

    with pytest.raises(ValidationError, match="Toch niet"):
        pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL, bewaak=stop)
    assert not Werknemer.objects.exists()
    assert not Dienst.objects.exists()


def test_one_row_that_the_database_refuses_keeps_all_out(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    """Somebody adds the same number after the comparison and before the write."""
    DienstFactory(organisatie=organisatie, naam="De Lepel")

    def kruis(_: Vergelijking) -> None:
        WerknemerFactory(organisatie=organisatie, personeelsnummer="W2")

    with pytest.raises(ValidationError, match="Dit personeelsnummer is al van iemand anders"):
        pas_toe(
            rijen(rij(), rij(personeelsnummer="W2", voornaam="Anna", insz="")),
            organisatie=organisatie,
            door=hr,
            bewaak=kruis,
        )
    assert not Werknemer.objects.exists()
    assert not Auditregel.objects.exists()


def test_another_organisation_stays_as_it_is(organisatie: Organisatie, hr: Gebruiker) -> None:
    andere = WerknemerFactory(organisatie=OrganisatieFactory(), personeelsnummer="W1")
    pas_toe(rijen(rij()), organisatie=organisatie, door=hr, maak_diensten=LEPEL)
    andere.refresh_from_db()
    assert andere.familienaam.startswith("Benali ")
    assert Werknemer.objects.filter(personeelsnummer="W1").count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_wait_for_each_other() -> None:
    """Both bring in the same file; the second sees what the first did and changes nothing."""
    organisatie = OrganisatieFactory()
    gegeven = rijen(rij())
    uitkomsten: list[dict[str, int]] = []
    beide = threading.Barrier(2)

    def voer_uit() -> None:
        beide.wait(timeout=10)
        uitkomst = pas_toe(gegeven, organisatie=organisatie, door=None, maak_diensten=LEPEL)
        uitkomsten.append(uitkomst.samenvatting)
        connection.close()

    draden = [threading.Thread(target=voer_uit) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted((u["nieuw"], u["ongewijzigd"]) for u in uitkomsten) == [(0, 1), (1, 0)]
    assert Werknemer.objects.count() == 1


def test_a_failure_inside_a_larger_transaction_leaves_it_usable(
    organisatie: Organisatie, hr: Gebruiker
) -> None:
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError):
            pas_toe(
                rijen(rij()),
                organisatie=organisatie,
                door=hr,
                maak_diensten=LEPEL,
                bewaak=lambda _: 1 / 0,
            )
        assert not Werknemer.objects.exists()
