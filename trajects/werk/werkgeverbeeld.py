"""Who of the organisation was at an employer (placements, applications, hand-overs, new jobs), and
which employers a form proposes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gebruikers.models import Gebruiker
from trajects.models import Overdracht, Sollicitatie, Stage, Uitstroom, Werkgever
from werknemers.models import Werknemer

HOOGSTENS_VOORGESTELD: Final = 50


@dataclass(frozen=True, slots=True)
class Suggesties:
    """Labels of employers to choose from; not `volledig` when there are more than fit."""

    labels: tuple[str, ...] = ()
    volledig: bool = True


def stel_voor(gebruiker: Gebruiker, tekst: str = "") -> Suggesties:
    """The active employers whom this user may choose, by name; in one query."""
    actief = Werkgever.objects.zichtbaar_voor(gebruiker).actief().zoek(tekst)
    eerste = list(actief.only("naam", "gemeente")[: HOOGSTENS_VOORGESTELD + 1])
    labels = tuple(werkgever.label for werkgever in eerste[:HOOGSTENS_VOORGESTELD])
    return Suggesties(labels, len(eerste) <= HOOGSTENS_VOORGESTELD)


@dataclass(frozen=True, slots=True)
class Werkgevercontact:
    """One thing that an employee did at an employer; `dag` None: no day was agreed yet."""

    werknemer: Werknemer
    wat: str
    dag: date | None


@dataclass(frozen=True, slots=True)
class Kring:
    """The contacts that a user may see, newest first, and how many other people there are."""

    contacten: tuple[Werkgevercontact, ...]
    anderen: int


def kring_van(werkgever: Werkgever, gebruiker: Gebruiker) -> Kring:
    """In five queries; `anderen` are people outside the caseload of this user, without names."""
    contacten = list(_contacten(werkgever, gebruiker))
    contacten.sort(key=lambda contact: contact.dag or date.max, reverse=True)
    gezien = {contact.werknemer.pk for contact in contacten}
    return Kring(tuple(contacten), len(_iedereen(werkgever) - gezien))


def _contacten(werkgever: Werkgever, gebruiker: Gebruiker) -> Iterator[Werkgevercontact]:
    stages = Stage.objects.zichtbaar_voor(gebruiker).filter(werkgever=werkgever)
    for stage in stages.select_related("werknemer").defer("werknemer__insz"):
        yield Werkgevercontact(stage.werknemer, f"stage: {stage.taak}", stage.periode.van)
    sollicitaties = Sollicitatie.objects.zichtbaar_voor(gebruiker).filter(werkgever=werkgever)
    for sollicitatie in sollicitaties.select_related("werknemer").defer("werknemer__insz"):
        wat = f"sollicitatie: {sollicitatie.vacature}, {sollicitatie.get_stand_display()}"
        yield Werkgevercontact(sollicitatie.werknemer, wat, sollicitatie.datum)
    overdrachten = Overdracht.objects.zichtbaar_voor(gebruiker).filter(werkgever=werkgever)
    for overdracht in overdrachten.select_related("werknemer").defer("werknemer__insz"):
        dag = overdracht.gesprek_gehouden_op or overdracht.gesprek_gepland_op
        yield Werkgevercontact(overdracht.werknemer, "overdracht", dag)
    uitstromen = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werkgever=werkgever)
    for uitstroom in uitstromen.select_related("werknemer").defer("werknemer__insz"):
        functie = f": {uitstroom.functie}" if uitstroom.functie else ""
        yield Werkgevercontact(uitstroom.werknemer, f"nieuwe job{functie}", uitstroom.datum)


def _iedereen(werkgever: Werkgever) -> set[int]:
    """The keys of whoever had to do with it, of the whole organisation."""
    stages, *andere = (
        model.objects.filter(werkgever=werkgever).order_by().values_list("werknemer_id", flat=True)
        for model in (Stage, Sollicitatie, Overdracht, Uitstroom)
    )
    return set(stages.union(*andere))
