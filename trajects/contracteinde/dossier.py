"""What is on file about the way out of a job, and what is missing, when its end comes near."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from gebruikers.models import Gebruiker
from trajects.models import Deelname, Doel, Jobdoelwit, Overdracht
from trajects.openheid.contractopenheid import Openheid, lees_openheid
from werknemers.models import Arbeidsovereenkomst, Werknemer


@dataclass(frozen=True, slots=True)
class Dossierstuk:
    """`zin` says how it stands; `url` is where one looks at it or adds it."""

    wat: str
    is_er: bool
    zin: str
    url: str


def dossier(contract: Arbeidsovereenkomst, lezer: Gebruiker, op: date) -> list[Dossierstuk]:
    """For who may see the plan, in three queries."""
    werknemer = contract.werknemer
    plan = _plan(werknemer).get()
    return [
        *_openheid(contract, lees_openheid(werknemer, lezer, op)),
        _stuk("Jobdoelwit", "plan", werknemer, plan["jobdoelwit"]),
        _stuk("Doelen op weg ernaartoe", "plan", werknemer, plan["doel"]),
        _stuk("Vorming", "plan", werknemer, plan["vorming"]),
        _stuk("Warme overdracht", "overgang", werknemer, plan["overdracht"]),
    ]


def _openheid(contract: Arbeidsovereenkomst, openheid: Openheid) -> list[Dossierstuk]:
    url = reverse("trajects:contract", args=[contract.werknemer_id])
    rij = next(rij for rij in openheid.contracten if rij.contract.pk == contract.pk)
    passage = "uitgelegd en begrepen" if rij.compleet else rij.volgende or "niet vastgelegd"
    aantal = openheid.gesprekken
    gesprekken = f"{aantal} keer genoteerd" if aantal else "nog niet genoteerd"
    return [
        Dossierstuk("De bijzondere passage", rij.compleet, passage, url),
        Dossierstuk("Gesprek over het einddoel", bool(aantal), gesprekken, url),
    ]


def _plan(werknemer: Werknemer) -> "QuerySet[Werknemer, Any]":
    traject = {"traject__werknemer": OuterRef("pk")}
    zelf = {"werknemer": OuterRef("pk")}
    return Werknemer.objects.filter(pk=werknemer.pk).values(
        jobdoelwit=Exists(Jobdoelwit.objects.filter(**traject)),
        doel=Exists(Doel.objects.filter(**traject)),
        vorming=Exists(Deelname.objects.filter(**zelf)),
        overdracht=Exists(Overdracht.objects.filter(**zelf)),
    )


def _stuk(wat: str, plaats: str, werknemer: Werknemer, is_er: bool) -> Dossierstuk:
    zin = "staat in het plan" if is_er else "nog niet genoteerd"
    return Dossierstuk(wat, is_er, zin, reverse(f"trajects:{plaats}", args=[werknemer.pk]))
