"""The page of one employee."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gebruikers.verzoek import Verzoek
from gedeeld.velden import OnleesbareTekst
from gedeeld.web import vereist
from trajects.begeleiding import views as begeleiding
from trajects.kader.views.raam import (
    beeld_van,
    lees_feiten,
    over_van,
    raam_van,
    tijdlijn_van,
)
from trajects.kader.werknemerbeeld import Werknemerbeeld
from trajects.logboek.logregels import logregels, met_aanhang
from trajects.models import Notitie
from trajects.rechten import (
    mag_documenten_zien,
    mag_plan_zien,
    mag_signalen_zien,
)
from trajects.signaalsoorten.soort import Feit
from trajects.signalen.verklaring import Verklaring, signalen_erbij, verklaar
from werknemers.domein.insz import INSZ_ONLEESBAAR, toon_insz
from werknemers.rechten import mag_insz_zien, mag_werknemers_bewerken, mag_werknemers_zien

LAATSTE_NOTITIES = 3


@require_safe
@vereist(mag_werknemers_zien)
def werknemer_pagina(request: Verzoek, pk: int) -> HttpResponse:
    wie = request.user
    beeld = beeld_van(wie, pk, met_insz=True, erbij=(signalen_erbij, begeleiding.SECTIE.erbij))
    feiten = lees_feiten(beeld, wie)
    context = raam_van(beeld, wie, "werknemer", feiten) | {
        **tijdlijn_van(beeld, wie),
        "verklaringen": _verklaringen(beeld, feiten, wie),
        "logregels": _laatste_notities(beeld, wie),
        "team": begeleiding.SECTIE.voor(beeld.werknemer, wie) if mag_plan_zien(wie) else None,
        "insz": _insz(beeld, wie),
        "mag_bewerken": mag_werknemers_bewerken(wie),
        "mag_documenten": mag_documenten_zien(wie),
    }
    return render(request, "trajects/paginas/werknemer/pagina.html", context)


def _verklaringen(
    beeld: Werknemerbeeld, feiten: Sequence[Feit], gebruiker: Gebruiker
) -> list[Verklaring]:
    if not mag_signalen_zien(gebruiker):
        return []
    return verklaar(beeld.werknemer, feiten, over_van(beeld, gebruiker))


def _laatste_notities(beeld: Werknemerbeeld, gebruiker: Gebruiker) -> list[Any]:
    if not beeld.notities:
        return []
    return logregels(_laatste(gebruiker, beeld.op, beeld.werknemer.pk), gebruiker)


@per_rol
def _laatste(gebruiker: HeeftRol, op: date, werknemer: int) -> QuerySet[Notitie]:
    notities = Notitie.objects.zichtbaar_voor(gebruiker).geldend()
    return met_aanhang(notities.filter(werknemer=werknemer), gebruiker)[:LAATSTE_NOTITIES]


def _insz(beeld: Werknemerbeeld, gebruiker: Gebruiker) -> str:
    """The whole number for HR, masked for everybody else; what to do when no key opens it."""
    if isinstance(beeld.werknemer.insz, OnleesbareTekst):
        return INSZ_ONLEESBAAR
    if mag_insz_zien(gebruiker):
        return toon_insz(beeld.werknemer.insz)
    return beeld.werknemer.insz_gemaskeerd
