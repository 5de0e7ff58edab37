"""The special passage of the organisation: every version, and a next one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import toon_formulier, vereist
from trajects.models import Contractpassage
from trajects.openheid.forms.passage import Passageformulier
from trajects.openheid.passages import laatste_passage, voeg_passage_toe
from trajects.rechten import mag_passage_beheren


@require_safe
@vereist(mag_passage_beheren)
def lijst(request: Verzoek) -> HttpResponse:
    passages = Contractpassage.objects.zichtbaar_voor(request.user)
    met_aantal = passages.met_aantal_contracten(request.user.organisatie_id)
    rijen = met_aantal.select_related("door").order_by("-versie", "-pk")
    return render(request, "trajects/openheid/passages_lijst.html", {"passages": rijen})


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_passage_beheren)
def nieuw(request: Verzoek) -> HttpResponse:
    vorige = laatste_passage(request.user.organisatie_id)
    form = Passageformulier(request.POST or None, record=vorige)
    passage = form.probeer(
        lambda: voeg_passage_toe(
            door=request.user,
            gezien=form.gezien_op,
            tekst=form.cleaned_data["tekst"],
            toelichting=form.cleaned_data["toelichting"],
            vanaf=form.cleaned_data["vanaf"],
        )
    )
    if passage is None:
        return toon_formulier(
            request, "trajects/openheid/passages_nieuw.html", form, {"vorige": vorige}
        )
    if passage == vorige:
        messages.info(request, f"De tekst is dezelfde als die van {vorige}. Die blijft gelden.")
    else:
        messages.success(request, f"{passage} is bewaard. Kies ze voortaan bij een contract.")
    return redirect("trajects:passages")
