"""The list of employees, and the same list as a spreadsheet."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.web import toon, vereist, wil_fragment
from gebruikers.verzoek import Verzoek
from trajects.domein.caseload import SORTERINGEN, met_einde
from trajects.exports.werknemers_xlsx import SOORT_BESTAND, schrijf_werknemers
from trajects.filters import WerknemerFilter
from trajects.rechten import mag_plan_zien
from werknemers.rechten import mag_werknemers_bewerken, mag_werknemers_zien, ziet_alle_werknemers

PER_PAGINA = 25


@require_safe
@vereist(mag_werknemers_zien)
def lijst(request: Verzoek) -> HttpResponse:
    keuze = WerknemerFilter(request)
    pagina = Paginator(keuze.mensen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "filter": keuze,
        "pagina": pagina,
        "rijen": met_einde(pagina, keuze.dag),
        "peildatum": None if keuze.dag == vandaag() else keuze.dag,
        "sorteren": {naam: _sorteerlink(keuze, naam) for naam in SORTERINGEN},
        "mag_bewerken": mag_werknemers_bewerken(request.user),
        "mag_plan": mag_plan_zien(request.user),
        "ziet_alle": ziet_alle_werknemers(request.user),
    }
    antwoord = toon(request, "trajects/werknemers.html", context, deel="lijst")
    if wil_fragment(request):
        return push_url(antwoord, keuze.adres("trajects:werknemers", pagina.number))
    return antwoord


@require_safe
@vereist(mag_werknemers_zien)
def lijst_xlsx(request: Verzoek) -> HttpResponse:
    keuze = WerknemerFilter(request)
    if not keuze.form.is_valid():
        return redirect(f"{reverse('trajects:werknemers')}?{request.GET.urlencode()}")
    inhoud = schrijf_werknemers(keuze.mensen, keuze.dag, met_plan=mag_plan_zien(request.user))
    naam = f"werknemers-{keuze.dag:%Y-%m-%d}.xlsx"
    kop = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return HttpResponse(inhoud, content_type=SOORT_BESTAND, headers=kop)


def _sorteerlink(keuze: WerknemerFilter, naam: str) -> dict[str, str]:
    """Where a click on the head of a column leads, and how it is sorted now (for aria-sort)."""
    richting = {naam: "ascending", f"-{naam}": "descending"}.get(keuze.sortering, "")
    volgende = f"-{naam}" if richting == "ascending" else naam
    return {"vraag": keuze.vraag(sorteer=volgende), "richting": richting}
