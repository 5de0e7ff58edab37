"""The organisation itself: what it is called, and when it wants signals."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from doorstroom.gedeeld.web import vereist
from gebruikers.domein.organisaties import stel_drempels_in, wijzig_organisatie
from gebruikers.forms import DrempelsFormulier, OrganisatieFormulier
from gebruikers.models import Organisatie
from gebruikers.rechten import mag_drempels_kiezen, mag_organisatie_bewerken
from gebruikers.verzoek import Verzoek


def _eigen(request: Verzoek) -> Organisatie:
    return get_object_or_404(Organisatie.objects.order_by("pk"), pk=request.user.organisatie_id)


def _pagina(
    request: Verzoek,
    organisatie: Organisatie,
    *,
    form: OrganisatieFormulier | None = None,
    drempels: DrempelsFormulier | None = None,
) -> HttpResponse:
    """Both forms; the one that was refused keeps what was typed."""
    context = {
        "organisatie": organisatie,
        "mag_bewerken": mag_organisatie_bewerken(request.user),
        "form": form or OrganisatieFormulier(initial=OrganisatieFormulier.begin(organisatie)),
        "drempels_form": drempels
        or DrempelsFormulier(initial=DrempelsFormulier.begin(organisatie)),
    }
    status = 422 if form or drempels else 200
    return render(request, "gebruikers/organisatie.html", context, status=status)


@require_safe
@vereist(mag_drempels_kiezen)
def bekijk(request: Verzoek) -> HttpResponse:
    return _pagina(request, _eigen(request))


@require_POST
@vereist(mag_organisatie_bewerken)
def bewaar_gegevens(request: Verzoek) -> HttpResponse:
    organisatie, form = _eigen(request), OrganisatieFormulier(request.POST)
    if not form.probeer(
        lambda: wijzig_organisatie(organisatie=organisatie, door=request.user, **form.cleaned_data)
    ):
        return _pagina(request, organisatie, form=form)
    messages.success(request, "De gegevens van je organisatie zijn bewaard.")
    return redirect("gebruikers:organisatie")


@require_POST
@vereist(mag_drempels_kiezen)
def bewaar_drempels(request: Verzoek) -> HttpResponse:
    organisatie, form = _eigen(request), DrempelsFormulier(request.POST)
    if not form.probeer(
        lambda: stel_drempels_in(organisatie=organisatie, door=request.user, **form.cleaned_data)
    ):
        return _pagina(request, organisatie, drempels=form)
    messages.success(request, "De drempels zijn bewaard. Ze tellen mee vanaf morgenochtend.")
    return redirect("gebruikers:organisatie")
