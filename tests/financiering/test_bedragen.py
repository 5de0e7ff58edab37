"""The amounts of a service: what may be written, and what two at once see."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections

from financiering.domein.bedragen import (
    Brongegevens,
    Omkaderinggegevens,
    beeindig,
    laat_volgen,
    verwijder,
    voeg_bron_toe,
    voeg_omkadering_toe,
    wijzig_bron,
    wijzig_omkadering,
)
from financiering.keuzes import Dienstblad, Wijze
from financiering.models import Klaverbladbron, Omkadering
from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd, IntussenVerwijderd
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import (
    DienstFactory,
    GebruikerFactory,
    KlaverbladbronFactory,
    OmkaderingFactory,
    OrganisatieFactory,
)
from werknemers.models import Dienst

OVERLAP = (
    "Voor deze bron staat er al een bedrag in (een deel van) die periode. "
    "Laat het vorige eerst eindigen, of geef deze bron een eigen omschrijving."
)
NIET_NEGATIEF = "Een bedrag kan niet negatief zijn."


@pytest.fixture
def dienst(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="De Lepel")


def brongegevens(**anders: Any) -> Brongegevens:
    vast = Brongegevens(
        blad=Dienstblad.LOKALE_VERGOEDING,
        omschrijving="stad",
        bedrag=Decimal("12000.00"),
        wijze=Wijze.VAST,
        eerste_dag=date(2026, 1, 1),
        laatste_dag=None,
        geindexeerd=True,
    )
    return Brongegevens(**{**vast, **anders})  # type: ignore[typeddict-item]


def omkaderinggegevens(**anders: Any) -> Omkaderinggegevens:
    vast = Omkaderinggegevens(
        bedrag_per_vte=Decimal("1500.00"),
        eerste_dag=date(2026, 1, 1),
        laatste_dag=None,
        geindexeerd=True,
    )
    return Omkaderinggegevens(**{**vast, **anders})  # type: ignore[typeddict-item]


# --- the domain ------------------------------------------------------------------------------


def test_a_leaf_is_added_and_audited(coordinator: Gebruiker, dienst: Dienst) -> None:
    bron = voeg_bron_toe(
        dienst=dienst, door=coordinator, **brongegevens(omschrijving="  stad   Gent ")
    )
    bron.refresh_from_db()
    assert str(bron) == "lokale vergoeding (stad Gent)"
    assert (bron.bedrag, bron.wijze, bron.geindexeerd) == (Decimal("12000.00"), "vast", True)
    assert bron.geldig == Periode(date(2026, 1, 1))
    regel = Auditregel.objects.get(soort="klaverbladbron")
    assert (regel.actie, regel.door, regel.organisatie_id) == (
        "toegevoegd", coordinator, dienst.organisatie_id,
    )  # fmt: skip
    assert regel.verschil["bedrag"] == [None, "12000.00"]


def test_omkadering_is_added_changed_and_audited(coordinator: Gebruiker, dienst: Dienst) -> None:
    rij = voeg_omkadering_toe(dienst=dienst, door=coordinator, **omkaderinggegevens())
    anders = omkaderinggegevens(bedrag_per_vte=Decimal("1600.00"), laatste_dag=date(2027, 12, 31))
    rij = wijzig_omkadering(rij, door=coordinator, gezien=rij.gewijzigd_op, **anders)
    rij.refresh_from_db()
    assert rij.bedrag_per_vte == Decimal("1600.00")
    assert rij.geldig == Periode(date(2026, 1, 1), date(2028, 1, 1))
    regels = Auditregel.objects.filter(soort="omkadering").order_by("pk")
    assert [regel.actie for regel in regels] == ["toegevoegd", "gewijzigd"]
    assert set(regels[1].verschil) == {"bedrag_per_vte", "geldig"}


def test_the_same_again_changes_nothing(coordinator: Gebruiker, dienst: Dienst) -> None:
    bron = voeg_bron_toe(dienst=dienst, door=coordinator, **brongegevens())
    op = bron.gewijzigd_op
    zelfde = wijzig_bron(bron, door=coordinator, gezien=op, **brongegevens())
    assert zelfde.gewijzigd_op == op
    assert Auditregel.objects.filter(soort="klaverbladbron").count() == 1


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"bedrag": Decimal("-0.01")}, NIET_NEGATIEF),
        ({"eerste_dag": date(2027, 1, 1)}, OVERLAP),
        (
            {"omschrijving": "x", "laatste_dag": date(2025, 12, 31)},
            "De laatste dag (31/12/2025) ligt voor de eerste dag (01/01/2026). "
            "Pas een van beide aan.",
        ),
        (
            {"eerste_dag": date(2025, 10, 2), "laatste_dag": date(2025, 12, 31)},
            "Zo telt dit bedrag nooit mee: in deze periode begint geen enkel kwartaal. Kies een "
            "dag vanaf 1 januari 2026.",
        ),
    ],
)
def test_what_the_database_refuses_is_a_sentence(
    coordinator: Gebruiker, dienst: Dienst, anders: dict[str, Any], zin: str
) -> None:
    voeg_bron_toe(dienst=dienst, door=coordinator, **brongegevens())
    with pytest.raises(ValidationError) as weigering:
        voeg_bron_toe(dienst=dienst, door=coordinator, **brongegevens(**anders))
    assert weigering.value.messages == [zin]
    assert Klaverbladbron.objects.count() == 1


def test_two_amounts_of_omkadering_at_the_same_time_are_refused(
    coordinator: Gebruiker, dienst: Dienst
) -> None:
    voeg_omkadering_toe(dienst=dienst, door=coordinator, **omkaderinggegevens())
    with pytest.raises(ValidationError, match="Laat de vorige eerst eindigen"):
        voeg_omkadering_toe(dienst=dienst, door=coordinator, **omkaderinggegevens())
    with pytest.raises(ValidationError, match=NIET_NEGATIEF):
        voeg_omkadering_toe(
            dienst=DienstFactory(organisatie=dienst.organisatie),
            door=coordinator,
            **omkaderinggegevens(bedrag_per_vte=Decimal(-1)),
        )


def test_another_amount_follows_the_day_after_the_first_one_ends(
    coordinator: Gebruiker, dienst: Dienst
) -> None:
    bron = voeg_bron_toe(
        dienst=dienst, door=coordinator, **brongegevens(laatste_dag=date(2028, 12, 31))
    )
    nieuw = laat_volgen(
        bron,
        door=coordinator,
        gezien=bron.gewijzigd_op,
        vanaf=date(2027, 1, 1),
        bedrag=Decimal("13000.00"),
    )
    bron.refresh_from_db()
    assert (bron.bedrag, bron.geldig) == (
        Decimal("12000.00"), Periode(date(2026, 1, 1), date(2027, 1, 1)),
    )  # fmt: skip
    assert (nieuw.bedrag, nieuw.geldig) == (
        Decimal("13000.00"), Periode(date(2027, 1, 1), date(2029, 1, 1)),
    )  # fmt: skip
    assert (nieuw.blad, nieuw.omschrijving, nieuw.geindexeerd) == (
        bron.blad, "stad", True,
    )  # fmt: skip
    acties = Auditregel.objects.filter(soort="klaverbladbron").order_by("pk")
    assert [regel.actie for regel in acties] == ["toegevoegd", "beëindigd", "toegevoegd"]


@pytest.mark.parametrize("vanaf", [date(2025, 6, 1), date(2026, 1, 1), date(2028, 1, 1)])
def test_another_amount_begins_within_the_period_of_the_first(
    coordinator: Gebruiker, dienst: Dienst, vanaf: date
) -> None:
    rij = OmkaderingFactory(dienst=dienst, geldig=Periode(date(2026, 1, 1), date(2028, 1, 1)))
    with pytest.raises(ValidationError) as weigering:
        laat_volgen(rij, door=coordinator, gezien=None, vanaf=vanaf, bedrag=Decimal(1))
    assert weigering.value.message_dict == {
        "vanaf": [
            "Het huidige bedrag geldt vanaf 1 januari 2026. "
            "Kies een dag daarna en t.e.m. 31 december 2027."
        ]
    }
    assert Omkadering.objects.get().geldig == rij.geldig


def test_an_amount_ends_on_its_last_day(coordinator: Gebruiker, dienst: Dienst) -> None:
    bron = KlaverbladbronFactory(dienst=dienst)
    beeindig(bron, door=coordinator, gezien=None, laatste_dag=date(2026, 12, 31))
    bron.refresh_from_db()
    assert bron.geldig == Periode(date(2026, 1, 1), date(2027, 1, 1))
    with pytest.raises(ValidationError, match="ligt voor de eerste dag"):
        beeindig(bron, door=coordinator, gezien=None, laatste_dag=date(2025, 12, 31))


def test_what_was_a_mistake_goes_and_is_audited(coordinator: Gebruiker, dienst: Dienst) -> None:
    bron = KlaverbladbronFactory(dienst=dienst)
    pk = bron.pk
    verwijder(bron, door=coordinator, gezien=bron.gewijzigd_op)
    assert not Klaverbladbron.objects.exists()
    regel = Auditregel.objects.get(soort="klaverbladbron")
    assert (regel.actie, regel.onderwerp_id) == ("verwijderd", pk)
    assert regel.verschil["bedrag"] == ["10000.00", None]
    with pytest.raises(IntussenVerwijderd):
        beeindig(
            Klaverbladbron(pk=pk, dienst=dienst),
            door=coordinator,
            gezien=None,
            laatste_dag=date(2027, 1, 1),
        )


def test_who_saw_an_older_version_is_told(coordinator: Gebruiker, dienst: Dienst) -> None:
    bron = KlaverbladbronFactory(dienst=dienst)
    gezien = bron.gewijzigd_op
    beeindig(bron, door=coordinator, gezien=gezien, laatste_dag=date(2026, 12, 31))
    dag = date(2026, 6, 30)
    with pytest.raises(IntussenGewijzigd):
        verwijder(bron, door=coordinator, gezien=gezien)
    with pytest.raises(IntussenGewijzigd):
        laat_volgen(bron, door=coordinator, gezien=gezien, vanaf=dag, bedrag=Decimal(1))
    assert Klaverbladbron.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_add_the_same_at_once_and_one_gets_a_sentence() -> None:
    organisatie = OrganisatieFactory()
    door, dienst = GebruikerFactory(organisatie=organisatie), DienstFactory(organisatie=organisatie)
    samen = Barrier(2)

    def voeg_toe() -> str:
        try:
            samen.wait()
            voeg_bron_toe(dienst=dienst, door=door, **brongegevens())
        except ValidationError as weigering:
            return weigering.messages[0]
        else:
            return "bewaard"
        finally:
            close_old_connections()

    with ThreadPoolExecutor(2) as draden:
        antwoorden = {taak.result() for taak in [draden.submit(voeg_toe) for _ in range(2)]}
    assert antwoorden == {"bewaard", OVERLAP}
