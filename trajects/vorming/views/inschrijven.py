"""Put one employee on a training that is still to come, from the plan."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from trajects.kader.views.inplaats import klaar, toon_in_plaats, zoek_werknemer
from trajects.rechten import mag_vorming_bewerken
from trajects.vorming.deelnemers import open_voor
from trajects.vorming.forms.deelnemers import Inschrijfformulier
from trajects.vorming.views.deelnames import SECTIE
from trajects.vorming.vormingen import schrijf_in


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_vorming_bewerken)
def inschrijven(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Inschrijfformulier(request.POST or None, vormingen=open_voor(werknemer, vandaag()))
    nieuw = form.probeer(
        lambda: schrijf_in(form.cleaned_data["vorming"], [werknemer], door=request.user)
    )
    if nieuw is None:
        titel = f"Schrijf {werknemer.voornaam} in"
        uitleg = "Je kiest uit de vormingen die nog komen of bezig zijn."
        return toon_in_plaats(
            request, werknemer, SECTIE, form, titel=titel, knop="Schrijf in", uitleg=uitleg
        )
    zin = f"{werknemer.voornaam} doet mee aan {form.cleaned_data['vorming']}."
    return klaar(request, werknemer, SECTIE, zin)
