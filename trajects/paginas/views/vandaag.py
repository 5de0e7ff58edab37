"""The first page of every role."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gebruikers.domein.alarm import Alarm
from gebruikers.keuzes import Rol
from gebruikers.rechten import is_lid, mag_waarneming_regelen
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import nu, vandaag
from gedeeld.web import vereist
from trajects import rechten
from trajects.paginas.agenda import agenda
from trajects.paginas.dagbeeld import Dagbeeld, dagbeeld
from trajects.paginas.watwacht import wat_wacht
from trajects.signaalsoorten.soorten import mail_opgegeven
from werknemers.rechten import mag_importeren, ziet_alle_werknemers

# What stands where nothing asks for attention first.
_NIETS: Final = {
    Rol.BEGELEIDER: (
        "Niemand vraagt vandaag dringend je aandacht. Een goed moment voor een gesprek dat kan "
        "wachten."
    ),
    Rol.COORDINATOR: "Niets wacht op jou. Wat je begeleiders opvolgen, staat bij Signalen.",
    Rol.HR: "Geen contract, advies of plan vraagt vandaag je aandacht.",
    Rol.BEHEERDER: "Geen uitnodiging, mail, import of bedrag vraagt vandaag je aandacht.",
}


@require_safe
@vereist(is_lid)
def vandaag_pagina(request: Verzoek) -> HttpResponse:
    gebruiker, op = request.user, vandaag()
    beeld, wacht = dagbeeld(gebruiker, op), wat_wacht(gebruiker, op)
    context: dict[str, Any] = {
        "groet": _groet(timezone.localtime(nu())),
        "vandaag": op,
        "beeld": beeld,
        "per_soort": beeld.per_soort if ziet_alle_werknemers(gebruiker) else [],
        "agenda": agenda(gebruiker, op, zonder=beeld.gezegd),
        "nieuwe_starts": wacht.nieuwe_starts,
        "onbewaard": wacht.onbewaard,
        "wissels": wacht.wissels,
        "vervangingen": wacht.vervangingen,
        "onbegeleid": wacht.onbegeleid,
        "mag_vervanging_regelen": mag_waarneming_regelen(gebruiker),
        "alarm": _alarm(wacht.alarm, beeld),
        "cijfers": beeld.cijfers,
        "aantal_werknemers": beeld.in_dienst,
        "ziet_alles": ziet_alle_werknemers(gebruiker),
        "mag_opvolgen": rechten.mag_signalen_opvolgen(gebruiker),
        "mag_plan": rechten.mag_plan_zien(gebruiker),
        "mag_importeren": mag_importeren(gebruiker),
        "is_coordinator": gebruiker.rol == Rol.COORDINATOR,
        "mag_logboek": rechten.mag_logboek_zien(gebruiker),
        "niets": _NIETS[Rol(gebruiker.rol)],
        "terug": request.path,
    }
    return render(request, "trajects/paginas/vandaag/pagina.html", context)


def _alarm(alarm: Alarm | None, beeld: Dagbeeld) -> Alarm | None:
    """Whoever has a signal about each mail needs no other word about them."""
    soorten = {telling.soort for telling in beeld.per_soort}
    if alarm is None or mail_opgegeven.CODE not in soorten:
        return alarm
    return replace(alarm, mails=0)


def _groet(moment: datetime) -> str:
    if moment.hour < 12:
        return "Goeiemorgen"
    return "Goeiemiddag" if moment.hour < 18 else "Goeienavond"
