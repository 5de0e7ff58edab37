"""Who guides an employee: the counsellor, who stands in, the qualified guide, the coach."""

from typing import Any, Final

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from gebruikers.domein.waarnemingen import vervangingen_van
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from trajects.begeleiding.begeleiderswissels import draagt_over
from trajects.begeleiding.begeleidingsteam import leg_team_vast
from trajects.begeleiding.forms.begeleidingsteam import Teamformulier
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Begeleiderswissel, Begeleidingsteam
from trajects.rechten import mag_logboek_zien, mag_plan_bewerken
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    wissels = Begeleiderswissel.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    lijst = list(wissels.select_related("van", "naar"))
    return {
        "team": _team(werknemer),
        "vervangingen": vervangingen_van(werknemer.begeleider, vandaag()),
        "wissels": lijst,
        "wacht": any(wissel.bevestigd_op is None for wissel in lijst),
        "is_weg": is_vertrokken(werknemer.contracten.all(), vandaag()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
        "mag_overdragen": draagt_over(gebruiker, werknemer),
        "mag_blad": mag_logboek_zien(gebruiker),
    }


SECTIE: Final = Sectie("team", "Begeleiding", "trajects:werknemer", _lees, "begeleiding")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    team = _team(werknemer)
    form = Teamformulier(request.POST or None, record=team)
    bewaard = form.probeer(
        lambda: leg_team_vast(
            werknemer=werknemer,
            team=team,
            door=request.user,
            gezien=form.gezien_op,
            **form.gegevens(),
        )
    )
    if bewaard is None:
        titel = "Wie begeleidt op de werkvloer?"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, "De begeleiding is bewaard.")


def _team(werknemer: Werknemer) -> Begeleidingsteam | None:
    """From the employee, whom the page has loaded with it."""
    return getattr(werknemer, "begeleidingsteam", None)
