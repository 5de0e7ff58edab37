"""The year after leaving, as a section of the last stretch."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from trajects.kader.nazorgbeeld import nazorgbeeld
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.keuzes import Fase
from trajects.models import Nazorgmoment, Uitstroom
from trajects.rechten import mag_plan_bewerken
from trajects.uitstroom.forms.nazorg import Nazorgformulier
from trajects.uitstroom.nazorg import leg_nazorg_vast
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """The aftercare of the last outflow, and what was heard after earlier ones."""
    zichtbaar = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    alle = list(zichtbaar.select_related("werknemer").prefetch_related("nazorg"))
    op = vandaag()
    beeld = nazorgbeeld(alle[0], op, werknemer.contracten.all()) if alle else None
    in_nazorg = any(traject.fase == Fase.NAZORG for traject in werknemer.trajecten.all())
    return {
        "beeld": beeld,
        "eerdere": [
            (uitstroom, [moment for moment in uitstroom.nazorg.all() if not moment.is_open])
            for uitstroom in alle[1:]
        ],
        "kan_afronden": bool(beeld and beeld.is_klaar and in_nazorg),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("nazorg", "Nazorg", "trajects:overgang", _lees, "uitstroom")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    momenten = Nazorgmoment.objects.zichtbaar_voor(request.user)
    moment = get_object_or_404(momenten.select_related("uitstroom__werknemer"), pk=pk)
    werknemer = zoek_werknemer(request, moment.uitstroom.werknemer_id)
    form = Nazorgformulier(request.POST or None, record=moment)
    bewaard = form.probeer(
        lambda: leg_nazorg_vast(
            moment,
            door=request.user,
            gezien=form.gezien_op,
            **{veld: form.cleaned_data[veld] for veld in form.VELDEN},
        )
    )
    if bewaard is None:
        titel = f"Nazorg na {moment.weken} weken: hoe gaat het met {werknemer.voornaam}?"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, "De nazorg is bewaard.", alles=True)
