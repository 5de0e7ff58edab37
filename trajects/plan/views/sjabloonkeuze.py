"""A plan begins with a template: choose one, see what it comes to, put it into the plan."""

from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, vereist
from gedeeld.weergeven import meervoud
from trajects.kader.views.inplaats import klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Traject
from trajects.plan.forms.sjabloonkeuze import Sjabloonkeuze
from trajects.plan.passende_sjablonen import past_bij, sjablonen_voor
from trajects.plan.planvoorstel import Ankers, Planvoorstel, ankers_van, stel_voor
from trajects.plan.sjablonen import pas_toe
from trajects.plan.views.doelen import SECTIE, zoek_lopend
from trajects.rechten import mag_plan_bewerken
from werknemers.models import Werknemer

_ERBIJ: Final = "trajects/plan/erbij_sjabloon.html"


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def kies(request: Verzoek, pk: int) -> HttpResponse:
    """Without `bekijk`, and when this choice was shown before, it goes into the plan."""
    werknemer = zoek_werknemer(request, pk)
    traject, ankers = zoek_lopend(request, werknemer), ankers_van(werknemer, vandaag())
    sjablonen = past_bij(sjablonen_voor(werknemer.organisatie_id), ankers)
    form = Sjabloonkeuze(request.POST or None, sjablonen=sjablonen)
    keuze = form.keuze
    if keuze and form.is_bekeken and "bekijk" not in request.POST:
        aantal = form.probeer(lambda: pas_toe(traject=traject, door=request.user, **keuze))
        if aantal is not None:
            return klaar(request, werknemer, SECTIE, _toegepast(aantal))
    return _toon(request, werknemer, form, _lees(form, traject, ankers))


def _lees(form: Sjabloonkeuze, traject: Traject, ankers: Ankers) -> Planvoorstel | None:
    keuze = form.keuze
    if keuze is None:
        return None
    return stel_voor(keuze["sjabloon"], traject, ankers, op=vandaag(), sla_over=keuze["sla_over"])


def _toon(
    request: Verzoek, werknemer: Werknemer, form: Sjabloonkeuze, plan: Planvoorstel | None
) -> HttpResponse:
    aantal = len(plan.nieuw) if plan else 0
    wat = meervoud(aantal, "actie", "acties") if aantal else "dit"
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        form,
        titel="Begin met een plan",
        knop=f"Zet {wat} in het plan",
        erbij=_ERBIJ,
        plan=plan,
    )


def _toegepast(aantal: int) -> str:
    if not aantal:
        return "Er kwam niets bij: wat in dit plan staat, staat er al of is voorbij."
    return f"{meervoud(aantal, 'actie staat', 'acties staan')} in het plan."
