"""What a next employer gets on paper: exactly what was shared with consent that still stands.

A part is read only when it may be shown, so that nothing else can come along by accident. The name
of the employee is contact data: without consent for that, it is not in the document either.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.weergeven import datum_voluit
from trajects.keuzes import Deelbaar, Standdeelname
from trajects.models import Jobdoelwit, Overdracht
from trajects.models.randvoorwaarde import ZONDER_DETAIL
from trajects.overdracht.toestemmingen import deelstand
from trajects.plan.randvoorwaardenbeeld import besproken_randvoorwaarden
from trajects.profiel.competentiebeeld import laatste_scores
from trajects.profiel.talentenbeeld import talenten

Regel = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Overzichtsdeel:
    """One thing that was shared: label and value, without lines when there is nothing to tell."""

    titel: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Overdrachtsoverzicht:
    """For the employer of one hand-over, on the day `op`; `naam` is empty unless it was shared."""

    overdracht: Overdracht
    op: date
    naam: str
    delen: tuple[Overzichtsdeel, ...]


def stel_overzicht_samen(overdracht: Overdracht, op: date) -> Overdrachtsoverzicht | None:
    """None when nothing was shared, or all consent was withdrawn.

    For who may see the plan; load `werknemer` with `organisatie` and `begeleider`, and `werkgever`.
    """
    gedeeld = deelstand(overdracht).op_papier
    if not gedeeld:
        return None
    delen = tuple(
        Overzichtsdeel(wat.label.capitalize(), tuple(_gevuld(_LEZERS[wat](overdracht))))
        for wat in gedeeld
    )
    naam = overdracht.werknemer.naam if Deelbaar.CONTACT in gedeeld else ""
    return Overdrachtsoverzicht(overdracht, op, naam, delen)


def _gevuld(regels: Iterable[Regel]) -> Iterator[Regel]:
    return ((label, waarde) for label, waarde in regels if waarde)


def _contact(overdracht: Overdracht) -> Iterator[Regel]:
    werknemer = overdracht.werknemer
    yield "Naam", werknemer.naam
    yield "E-mail", werknemer.email
    yield "Gsm", werknemer.gsm
    yield "Voertaal", werknemer.get_voertaal_display()


def _jobdoelwit(overdracht: Overdracht) -> Iterator[Regel]:
    doelen = Jobdoelwit.objects.actief().filter(traject__werknemer=overdracht.werknemer_id)
    doel = doelen.order_by("-van", "-pk").first()
    if doel is not None:
        yield "Jobdoelwit", doel.titel
        yield "Type werk", doel.get_soort_werk_display()
        yield "Sector", doel.get_sector_display()
        yield "Waarom", doel.waarom


def _competenties(overdracht: Overdracht) -> Iterator[Regel]:
    yield "Talenten", ", ".join(talenten(overdracht.werknemer))
    for beeld in laatste_scores(overdracht.werknemer):
        kanten = (("begeleider", beeld.begeleider), ("werknemer", beeld.werknemer))
        woorden = "; ".join(f"{wie}: {kant.woorden}" for wie, kant in kanten if kant)
        yield beeld.competentie.naam, woorden


def _vorming(overdracht: Overdracht) -> Iterator[Regel]:
    gevolgd = overdracht.werknemer.deelnames.filter(stand=Standdeelname.AANWEZIG)
    for deelname in gevolgd.select_related("vorming").order_by("vorming__periode", "pk"):
        attest = f", attest: {deelname.attest}" if deelname.attest else ""
        tot = deelname.attest_vervalt_op
        geldig = f", geldig t.e.m. {datum_voluit(tot)}" if tot else ""
        yield deelname.vorming.titel, f"{deelname.vorming.periode}{attest}{geldig}"


def _stages(overdracht: Overdracht) -> Iterator[Regel]:
    for stage in overdracht.werknemer.stages.select_related("werkgever").order_by("periode", "pk"):
        evaluatie = f". {stage.evaluatie}" if stage.evaluatie else ""
        yield stage.werkgever.naam, f"{stage.periode}: {stage.taak}{evaluatie}"


def _randvoorwaarden(overdracht: Overdracht) -> Iterator[Regel]:
    """What was agreed about them; health stays with us, whatever was agreed to."""
    for voorwaarde in besproken_randvoorwaarden(overdracht.werknemer):
        if voorwaarde.thema not in ZONDER_DETAIL:
            yield voorwaarde.get_thema_display().capitalize(), voorwaarde.toelichting


def _begeleiding(overdracht: Overdracht) -> Iterator[Regel]:
    yield "Afspraken", overdracht.afspraken
    if (begeleider := overdracht.werknemer.begeleider) is not None:
        yield "Begeleider tot nu", f"{begeleider.volledige_naam}, {begeleider.email}"


_LEZERS: Final[Mapping[Deelbaar, Callable[[Overdracht], Iterator[Regel]]]] = {
    Deelbaar.CONTACT: _contact,
    Deelbaar.JOBDOELWIT: _jobdoelwit,
    Deelbaar.COMPETENTIES: _competenties,
    Deelbaar.VORMING: _vorming,
    Deelbaar.STAGES: _stages,
    Deelbaar.RANDVOORWAARDEN: _randvoorwaarden,
    Deelbaar.BEGELEIDING: _begeleiding,
}
