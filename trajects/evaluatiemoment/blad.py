"""The sheet *Sinds de vorige keer*: what the record says since the last review, word for word.

Nothing is made up: each line is what somebody wrote, or a fact as the evaluation pack words it,
with its day and where it stands.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils import timezone
from django.utils.text import capfirst

from gebruikers.models import Gebruiker
from gedeeld.weergeven import datum_voluit, met_punt
from trajects.evaluatiepakket.bron import Pakketbron, lees_bron
from trajects.evaluatiepakket.feiten import Pakketdeel, Vindplaats
from trajects.evaluatiepakket.functie import functiedeel
from trajects.evaluatiepakket.gewone_job import gewone_jobdeel
from trajects.evaluatiepakket.kunnen import competentiedeel, randvoorwaardendeel
from trajects.evaluatiepakket.ondersteuningsplan import plandeel
from trajects.evaluatiepakket.opleiding import vormingsdeel
from trajects.evaluatiepakket.steun import steundeel
from trajects.keuzes import Wie
from trajects.models import Actie, Evaluatiemoment, Notitie, Planbespreking, Traject
from werknemers.models import Werknemer

# Title, part of the pack, and which of its facts another part tells already.
_BLADDELEN: Final[
    tuple[tuple[str, Callable[[Pakketbron], Pakketdeel], tuple[Vindplaats, ...]], ...]
] = (
    ("Doelen, fase en jobdoelwit", plandeel, ()),
    ("Competenties en talenten", competentiedeel, ()),
    ("Randvoorwaarden", randvoorwaardendeel, ()),
    ("Vorming", vormingsdeel, ()),
    ("Stages, sollicitaties en openheid", gewone_jobdeel, (Vindplaats.JOBDOELWIT,)),
    ("Contracten", functiedeel, (Vindplaats.JOBDOELWIT, Vindplaats.STAGES)),
    ("Advies", steundeel, ()),
)


class Bladplaats(StrEnum):
    """Where what is not in the pack is kept."""

    LOGBOEK = "Logboek"
    PLAN_BESPROKEN = "Plan besproken"


@dataclass(frozen=True, slots=True)
class Terugblikregel:
    """`kop` is who wrote it and what it is, "" when the sentence says so itself."""

    dag: date
    tekst: str
    plaats: Vindplaats | Bladplaats
    kop: str = ""


@dataclass(frozen=True, slots=True)
class Terugblikdeel:
    titel: str
    regels: tuple[Terugblikregel, ...]


@dataclass(frozen=True, slots=True)
class Terugblik:
    """From `sinds`, the day of the review `vorige` (None: the start of the trajectory), up to and
    including `op`."""

    sinds: date
    op: date
    vorige: Evaluatiemoment | None
    alle: tuple[Terugblikdeel, ...]

    @property
    def delen(self) -> list[Terugblikdeel]:
        return [deel for deel in self.alle if deel.regels]

    @property
    def zonder_nieuws(self) -> list[str]:
        return [deel.titel.lower() for deel in self.alle if not deel.regels]


def kijk_terug(
    werknemer: Werknemer,
    traject: Traject,
    vorige: Evaluatiemoment | None,
    lezer: Gebruiker,
    op: date,
) -> Terugblik:
    """What this reader, who may evaluate, may know of the time since the last review was held. In
    a fixed number of queries."""
    sinds = (vorige and vorige.afgehandeld_op) or traject.gestart_op
    bron = lees_bron(werknemer, op)
    return Terugblik(
        sinds=sinds,
        op=op,
        vorige=vorige,
        alle=(
            Terugblikdeel("Gesprekken en notities", tuple(_notities(werknemer, lezer, sinds))),
            Terugblikdeel("Acties", tuple(_acties(werknemer, sinds, op))),
            Terugblikdeel("Plan besproken", tuple(_besprekingen(werknemer, sinds))),
            *(_deel(titel, maak(bron), bron, sinds, niet) for titel, maak, niet in _BLADDELEN),
        ),
    )


def _deel(
    titel: str, deel: Pakketdeel, bron: Pakketbron, sinds: date, niet: tuple[Vindplaats, ...]
) -> Terugblikdeel:
    """The facts of a part of the pack that are new, or that went on."""
    feiten = (
        feit
        for feit in deel.feiten
        if feit.plaats not in niet and sinds <= (feit.tot_op or feit.dag) and feit.dag <= bron.op
    )
    return Terugblikdeel(
        titel, tuple(Terugblikregel(feit.dag, feit.zin, feit.plaats) for feit in feiten)
    )


def _notities(werknemer: Werknemer, lezer: Gebruiker, sinds: date) -> Iterator[Terugblikregel]:
    """In the words of who wrote them, oldest first; confidential ones for who may read them."""
    leesbaar = Notitie.objects.zichtbaar_voor(lezer).geldend()
    alle = leesbaar.filter(werknemer=werknemer, datum__gte=sinds).select_related("auteur")
    for notitie in alle.order_by("datum", "pk"):
        geheim = ", vertrouwelijk" if notitie.vertrouwelijk else ""
        kop = capfirst(f"{notitie.get_soort_display()} door {notitie.auteur}{geheim}")
        yield Terugblikregel(notitie.datum, notitie.tekst, Bladplaats.LOGBOEK, kop)


def _acties(werknemer: Werknemer, sinds: date, op: date) -> Iterator[Terugblikregel]:
    """Done or dropped since then, and all that is still to do: what is late first."""
    alle = Actie.objects.filter(werknemer=werknemer).order_by("tegen", "pk")
    regels = [
        (dag, _actie(actie, werknemer.voornaam, op))
        for actie in alle
        if (dag := _wanneer(actie, sinds))
    ]
    for dag, tekst in sorted(regels, key=lambda regel: regel[0]):
        yield Terugblikregel(dag, tekst, Vindplaats.DOELEN)


def _wanneer(actie: Actie, sinds: date) -> date | None:
    """The day by which it stands on the sheet; None when it does not."""
    geschreven = timezone.localdate(actie.gewijzigd_op)
    if actie.is_open:
        return actie.tegen or geschreven
    dag = actie.gedaan_op or geschreven
    return dag if dag >= sinds else None


def _actie(actie: Actie, voornaam: str, op: date) -> str:
    wie = actie.wie_naam or actie.get_wie_display()
    if actie.wie == Wie.WERKNEMER:
        wie = voornaam
    if actie.is_te_laat(op):
        stand = "te laat"
    elif actie.is_open and actie.tegen:
        stand = "te doen tegen die dag"
    else:
        stand = actie.get_stand_display()
    zin = f"{actie.wat.rstrip('. ')} ({wie}): {stand}."
    return f"{zin} {met_punt(actie.resultaat)}".rstrip()


def _besprekingen(werknemer: Werknemer, sinds: date) -> Iterator[Terugblikregel]:
    alle: Iterable[Planbespreking] = werknemer.planbesprekingen.filter(besproken_op__gte=sinds)
    for bespreking in sorted(alle, key=lambda een: een.besproken_op):
        getekend = bespreking.ondertekend_op
        hoe = f", ondertekend op {datum_voluit(getekend)}" if getekend else ""
        tekst = (
            f"Plan van {datum_voluit(bespreking.versie)}: {bespreking.get_antwoord_display()}{hoe}."
        )
        yield Terugblikregel(bespreking.besproken_op, tekst, Bladplaats.PLAN_BESPROKEN)
