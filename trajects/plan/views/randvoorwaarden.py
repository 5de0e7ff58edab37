"""The preconditions on the plan: all themes, each to change in place."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.web import METHODES, vereist
from trajects.kader.views.inplaats import Sectie, zoek_werknemer
from trajects.kader.views.onderdeel import verwerk
from trajects.keuzes import RANDVOORWAARDEN, Thema
from trajects.plan.forms.randvoorwaarde import Randvoorwaardeformulier
from trajects.plan.randvoorwaarden import zet_randvoorwaarde
from trajects.plan.randvoorwaardenbeeld import lees_themas, randvoorwaarde_van
from trajects.rechten import mag_plan_bewerken
from werknemers.models import Werknemer

_ZONDER_DETAIL: Final = (
    "Over gezondheid schrijven we niets op, alleen of er aandacht nodig is. Wat iemand heeft, is "
    "privé en hoort niet in een plan."
)


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {"themas": lees_themas(werknemer), "mag_bewerken": mag_plan_bewerken(gebruiker)}


SECTIE: Final = Sectie("randvoorwaarden", "Randvoorwaarden", "trajects:plan", _lees, "plan")


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int, thema: str) -> HttpResponse:
    """How one theme stands now."""
    werknemer = zoek_werknemer(request, pk)
    if thema not in RANDVOORWAARDEN:
        raise Http404
    record = randvoorwaarde_van(werknemer, Thema(thema))
    form = Randvoorwaardeformulier(request.POST or None, record=record)
    naam = record.get_thema_display().capitalize()
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: zet_randvoorwaarde(
            werknemer=werknemer,
            thema=Thema(thema),
            door=request.user,
            gezien=form.gezien_op,
            **form.gegevens(),
        ),
        titel=naam,
        uitleg=_ZONDER_DETAIL if record.zonder_detail else "",
        melding=lambda nu: f"{naam}: {nu.get_stand_display()}. Dat is bewaard.",
    )
