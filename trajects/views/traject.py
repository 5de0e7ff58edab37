"""The plan of one employee: the running trajectory, to start and to move along."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from doorstroom.gedeeld.web import als_sleutel, vereist
from gebruikers.verzoek import Verzoek
from trajects.domein.trajecten import start_traject, wijzig_traject
from trajects.domein.werknemerbeeld import Werknemerbeeld
from trajects.forms.traject import TrajectFormulier
from trajects.models import Traject
from trajects.rechten import mag_plan_bewerken, mag_plan_zien
from trajects.views.raam import raam_van
from trajects.views.werknemer import beeld_van


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_zien)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    mag_bewerken = mag_plan_bewerken(request.user)
    if request.method == "POST" and not mag_bewerken:
        raise PermissionDenied
    beeld = beeld_van(request.user, pk)
    traject = _traject(request, beeld)
    form = TrajectFormulier(request.POST or None, record=traject)
    if request.method == "POST" and (bewaard := _bewaar(request, beeld, traject, form)):
        messages.success(request, _bericht(traject, bewaard))
        return redirect("trajects:traject", pk)
    context = raam_van(beeld, request.user, "plan") | {
        "form": form,
        "traject": traject,
        "vorige": [t for t in beeld.werknemer.trajecten.all() if not t.loopt and t != traject],
        "mag_bewerken": mag_bewerken,
    }
    status = 422 if form.errors or form.botsing else 200
    return render(request, "trajects/traject.html", context, status=status)


def _traject(request: Verzoek, beeld: Werknemerbeeld) -> Traject | None:
    """The trajectory that the sent form was about, also when it ended since; else the running one.

    A change of a trajectory that somebody just closed must not start a new one.
    """
    genoemd = als_sleutel(request.POST.get("traject", ""))
    if genoemd is not None:
        return get_object_or_404(beeld.werknemer.trajecten, pk=genoemd)
    return None if request.method == "POST" else beeld.traject


def _bewaar(
    request: Verzoek, beeld: Werknemerbeeld, traject: Traject | None, form: TrajectFormulier
) -> Traject | None:
    def schrijf() -> Traject:
        gegevens: dict[str, Any] = form.cleaned_data
        if traject is None:
            return start_traject(werknemer=beeld.werknemer, door=request.user, **gegevens)
        gegevens.pop("gezien", None)
        return wijzig_traject(traject, door=request.user, gezien=form.gezien_op, **gegevens)

    return form.probeer(schrijf)


def _bericht(vorig: Traject | None, bewaard: Traject) -> str:
    if vorig is None:
        return "Het traject is gestart."
    if bewaard.loopt:
        return "Het plan is bewaard."
    return "Het traject is afgesloten. Je kunt een nieuw traject starten."
