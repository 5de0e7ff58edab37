"""What is on file about the way out of a job, and what is missing, when its end comes near."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q

from gebruikers.models import Gebruiker
from trajects.keuzes import Standactie, Standdeelname
from trajects.models import (
    Actie,
    Deelname,
    Doel,
    Jobdoelwit,
    Overdracht,
    Planbespreking,
    Toestemming,
    Uitstroom,
)
from trajects.openheid.contractopenheid import Contractopenheid, Openheid
from werknemers.domein.ondersteuning import Ondersteuning
from werknemers.models import Werknemer

_NIETS: Final = "nog niet genoteerd"
_TRAJECT: Final = "traject__werknemer"


@dataclass(frozen=True, slots=True)
class Dossierstuk:
    """`zin` says how it stands; `waar` is the page of the employee on which it is kept."""

    wat: str
    is_er: bool
    zin: str
    waar: str


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """What there is of an employee, by a word for each thing."""

    jobdoelwit: bool
    doel: bool
    actie: bool
    bespreking: bool
    vorming: bool
    overdracht: bool
    toestemming: bool
    gesprek: bool
    uitstroom: bool
    motief: bool


def lees_vastgelegd(werknemer: Werknemer, lezer: Gebruiker) -> Vastgelegd:
    """For who may see the plan, in one query."""
    zelf = Werknemer.objects.zichtbaar_voor(lezer).filter(pk=werknemer.pk)
    gevolgd = Q(vorming__geannuleerd=False) & ~Q(stand=Standdeelname.AFWEZIG)
    return Vastgelegd(
        **zelf.values(
            jobdoelwit=_er_is(Jobdoelwit, _TRAJECT),
            doel=_er_is(Doel, _TRAJECT),
            actie=_er_is(Actie, "werknemer", ~Q(stand=Standactie.VERVALLEN)),
            bespreking=_er_is(Planbespreking, "werknemer"),
            vorming=_er_is(Deelname, "werknemer", gevolgd),
            overdracht=_er_is(Overdracht, "werknemer"),
            toestemming=_er_is(Toestemming, "overdracht__werknemer", Q(ingetrokken_op=None)),
            gesprek=_er_is(Overdracht, "werknemer", Q(gesprek_gehouden_op__isnull=False)),
            uitstroom=_er_is(Uitstroom, "werknemer"),
            motief=_er_is(Uitstroom, "werknemer", ~Q(motief="")),
        ).get()
    )


def dossier(
    steun: Ondersteuning,
    rij: Contractopenheid,
    openheid: Openheid,
    er_is: Vastgelegd,
    *,
    werkgever_zegt_op: bool,
) -> list[Dossierstuk]:
    """What shows that the way out was open from the start; the motive of an employer only when it
    is the employer who gave notice."""
    stukken = [
        Dossierstuk("Einde van de ondersteuning", bool(steun.laatste_dag), steun.in_woorden,
                    "contract"),
        *_openheid(rij, openheid),
        _stuk("Jobdoelwit", "plan", er_is.jobdoelwit),
        _stuk("Doelen op weg ernaartoe", "plan", er_is.doel),
        _stuk("Acties die jullie samen deden of planden", "plan", er_is.actie),
        _stuk("Doorstroomplan besproken", "plan", er_is.bespreking),
        _stuk("Vorming", "plan", er_is.vorming),
        _stuk("Warme overdracht", "overgang", er_is.overdracht),
        _stuk("Toestemming om te delen", "overgang", er_is.toestemming),
    ]  # fmt: skip
    if werkgever_zegt_op:
        stukken.append(_stuk("Motief van de werkgever, bij de uitstroom", "overgang", er_is.motief))
    return stukken


def _openheid(rij: Contractopenheid, openheid: Openheid) -> Iterator[Dossierstuk]:
    """Of what may lie before others: a confidential note shows nobody anything."""
    passage = "uitgelegd en begrepen" if rij.compleet else rij.volgende or "niet vastgelegd"
    yield Dossierstuk("De bijzondere passage", rij.compleet, passage, "contract")
    aantal = openheid.deelbaar
    gesprekken = f"{aantal} keer genoteerd" if aantal else _NIETS
    yield Dossierstuk("Gesprek over het einddoel", bool(aantal), gesprekken, "contract")


def _er_is(model: Any, weg: str, ook: Q | None = None) -> Exists:
    return Exists(model.objects.filter(ook or Q(), **{weg: OuterRef("pk")}))


def _stuk(wat: str, waar: str, is_er: bool) -> Dossierstuk:
    return Dossierstuk(wat, is_er, "staat genoteerd" if is_er else _NIETS, waar)
