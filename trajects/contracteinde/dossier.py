"""What is on file about the way out of a job, and what is missing, when its end comes near."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet

from gebruikers.models import Gebruiker
from trajects.models import Deelname, Doel, Jobdoelwit, Overdracht
from trajects.openheid.contractopenheid import Openheid, lees_openheid
from werknemers.models import Arbeidsovereenkomst, Werknemer

_NIETS: Final = "nog niet genoteerd"


@dataclass(frozen=True, slots=True)
class Dossierstuk:
    """`zin` says how it stands; `waar` is the page of the employee on which it is kept."""

    wat: str
    is_er: bool
    zin: str
    waar: str


def dossier(contract: Arbeidsovereenkomst, lezer: Gebruiker, op: date) -> list[Dossierstuk]:
    """For who may see the plan, in three queries."""
    plan = _plan(contract.werknemer, lezer).get()
    return [
        *_openheid(contract, lees_openheid(contract.werknemer, lezer, op)),
        _stuk("Jobdoelwit", "plan", plan["jobdoelwit"]),
        _stuk("Doelen op weg ernaartoe", "plan", plan["doel"]),
        _stuk("Vorming", "plan", plan["vorming"]),
        _stuk("Warme overdracht", "overgang", plan["overdracht"]),
    ]


def _openheid(contract: Arbeidsovereenkomst, openheid: Openheid) -> list[Dossierstuk]:
    rij = next(rij for rij in openheid.contracten if rij.contract.pk == contract.pk)
    passage = "uitgelegd en begrepen" if rij.compleet else rij.volgende or "niet vastgelegd"
    aantal = openheid.gesprekken
    gesprekken = f"{aantal} keer genoteerd" if aantal else _NIETS
    return [
        Dossierstuk("De bijzondere passage", rij.compleet, passage, "contract"),
        Dossierstuk("Gesprek over het einddoel", bool(aantal), gesprekken, "contract"),
    ]


def _plan(werknemer: Werknemer, lezer: Gebruiker) -> "QuerySet[Werknemer, Any]":
    zelf = Werknemer.objects.zichtbaar_voor(lezer).filter(pk=werknemer.pk)
    return zelf.values(
        jobdoelwit=_er_is(Jobdoelwit, "traject__werknemer"),
        doel=_er_is(Doel, "traject__werknemer"),
        vorming=_er_is(Deelname, "werknemer"),
        overdracht=_er_is(Overdracht, "werknemer"),
    )


def _er_is(model: Any, weg: str) -> Exists:
    return Exists(model.objects.filter(**{weg: OuterRef("pk")}))


def _stuk(wat: str, waar: str, is_er: bool) -> Dossierstuk:
    return Dossierstuk(wat, is_er, "staat genoteerd" if is_er else _NIETS, waar)
