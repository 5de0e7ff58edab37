"""The sheet *Sinds de vorige keer*: what the record says since the last review, word for word.

Nothing is made up: each line is what somebody wrote, or a fact as the evaluation pack words it,
with its day and where it stands.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.text import capfirst

from gebruikers.models import Gebruiker
from gedeeld.adressen import adres_van
from gedeeld.weergeven import datum_voluit, met_punt
from trajects.evaluatiepakket.adressen import pad_naar
from trajects.evaluatiepakket.bron import Pakketbron, lees_bron
from trajects.evaluatiepakket.feiten import Pakketdeel, Pakketfeit, Vindplaats
from trajects.evaluatiepakket.functie import functiedeel
from trajects.evaluatiepakket.gewone_job import gewone_jobdeel
from trajects.evaluatiepakket.kunnen import competentiedeel, randvoorwaardendeel
from trajects.evaluatiepakket.ondersteuningsplan import plandeel
from trajects.evaluatiepakket.opleiding import vormingsdeel
from trajects.evaluatiepakket.steun import steundeel
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


@dataclass(frozen=True, slots=True)
class Bladregel:
    """`kop` is who wrote it and what it is, "" when the sentence says so itself."""

    dag: date
    tekst: str
    waar: str
    pad: str
    kop: str = ""


@dataclass(frozen=True, slots=True)
class Bladdeel:
    titel: str
    regels: tuple[Bladregel, ...]


@dataclass(frozen=True, slots=True)
class Terugblik:
    """From `sinds`, the day of the review `vorige` (None: the start of the trajectory), up to and
    including `op`."""

    sinds: date
    op: date
    vorige: Evaluatiemoment | None
    alle: tuple[Bladdeel, ...]

    @property
    def delen(self) -> list[Bladdeel]:
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
            Bladdeel("Gesprekken en notities", tuple(_notities(werknemer, lezer, sinds))),
            Bladdeel("Acties", tuple(_acties(werknemer, sinds, op))),
            Bladdeel("Plan besproken", tuple(_besprekingen(werknemer, sinds))),
            *(_deel(titel, maak(bron), bron, sinds, niet) for titel, maak, niet in _BLADDELEN),
        ),
    )


def _deel(
    titel: str, deel: Pakketdeel, bron: Pakketbron, sinds: date, niet: tuple[Vindplaats, ...]
) -> Bladdeel:
    """The facts of a part of the pack that are new, or that went on."""
    feiten = (
        feit
        for feit in deel.feiten
        if feit.plaats not in niet and sinds <= (feit.tot_op or feit.dag) and feit.dag <= bron.op
    )
    return Bladdeel(titel, tuple(_regel(feit, bron.werknemer) for feit in feiten))


def _regel(feit: Pakketfeit, werknemer: Werknemer) -> Bladregel:
    return Bladregel(feit.dag, feit.zin, feit.plaats.value, pad_naar(feit.plaats, werknemer))


def _notities(werknemer: Werknemer, lezer: Gebruiker, sinds: date) -> Iterator[Bladregel]:
    """In the words of who wrote them, oldest first; confidential ones for who may read them."""
    leesbaar = Notitie.objects.zichtbaar_voor(lezer).geldend()
    alle = leesbaar.filter(werknemer=werknemer, datum__gte=sinds).select_related("auteur")
    for notitie in alle.order_by("datum", "pk"):
        geheim = ", vertrouwelijk" if notitie.vertrouwelijk else ""
        kop = capfirst(f"{notitie.get_soort_display()} door {notitie.auteur}{geheim}")
        pad = adres_van("trajects:logboek", werknemer.pk)
        yield Bladregel(notitie.datum, notitie.tekst, "Logboek", pad, kop)


def _acties(werknemer: Werknemer, sinds: date, op: date) -> Iterator[Bladregel]:
    """Done or dropped since then, and all that is still to do: what is late first."""
    alle = Actie.objects.filter(werknemer=werknemer).order_by("tegen", "pk")
    pad = pad_naar(Vindplaats.DOELEN, werknemer)
    regels = [(dag, _actie(actie, op)) for actie in alle if (dag := _wanneer(actie, sinds))]
    for dag, tekst in sorted(regels, key=lambda regel: regel[0]):
        yield Bladregel(dag, tekst, Vindplaats.DOELEN.value, pad)


def _wanneer(actie: Actie, sinds: date) -> date | None:
    """The day by which it stands on the sheet; None when it does not."""
    geschreven = timezone.localdate(actie.gewijzigd_op)
    if actie.is_open:
        return actie.tegen or geschreven
    dag = actie.gedaan_op or geschreven
    return dag if dag >= sinds else None


def _actie(actie: Actie, op: date) -> str:
    wie = actie.wie_naam or actie.get_wie_display()
    if actie.is_te_laat(op):
        stand = "te laat"
    elif actie.is_open and actie.tegen:
        stand = "te doen tegen die dag"
    else:
        stand = actie.get_stand_display()
    zin = f"{met_punt(actie.wat)} ({wie}: {stand}.)"
    return f"{zin} {met_punt(actie.resultaat)}".rstrip()


def _besprekingen(werknemer: Werknemer, sinds: date) -> Iterator[Bladregel]:
    alle: Iterable[Planbespreking] = werknemer.planbesprekingen.filter(besproken_op__gte=sinds)
    pad = f"{adres_van('trajects:plan', werknemer.pk)}#planbesprekingen"
    for bespreking in sorted(alle, key=lambda een: een.besproken_op):
        getekend = bespreking.ondertekend_op
        hoe = f", ondertekend op {datum_voluit(getekend)}" if getekend else ""
        tekst = (
            f"Plan van {datum_voluit(bespreking.versie)}: {bespreking.get_antwoord_display()}{hoe}."
        )
        yield Bladregel(bespreking.besproken_op, tekst, "Plan besproken", pad)
