"""The organisation itself: what it is called, and when it wants signals."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from gebruikers.domein.organisaties import stel_drempels_in, wijzig_organisatie
from gebruikers.forms import DrempelsFormulier, OrganisatieFormulier
from gebruikers.models import Organisatie
from gebruikers.rechten import mag_drempels_kiezen, mag_organisatie_bewerken
from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist


def _eigen(request: Verzoek) -> Organisatie:
    organisatie = request.user.organisatie
    if organisatie is None:
        raise Http404
    return organisatie


def _drempels_form(organisatie: Organisatie, data: QueryDict | None = None) -> DrempelsFormulier:
    """With ids of its own: it stands on one page with the other form."""
    return DrempelsFormulier(data, record=organisatie, auto_id="id_drempels_%s")


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
        "form": form or OrganisatieFormulier(record=organisatie),
        "drempels_form": drempels or _drempels_form(organisatie),
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
    organisatie = _eigen(request)
    form = OrganisatieFormulier(request.POST, record=organisatie)
    bewaard = form.probeer(
        lambda: wijzig_organisatie(
            organisatie=organisatie,
            naam=form.cleaned_data["naam"],
            kbo_nummer=form.cleaned_data["kbo_nummer"],
            door=request.user,
            gezien=form.gezien_op,
        )
    )
    if bewaard is None:
        return _pagina(request, organisatie, form=form)
    messages.success(request, "De gegevens van je organisatie zijn bewaard.")
    return redirect("gebruikers:organisatie")


@require_POST
@vereist(mag_drempels_kiezen)
def bewaar_drempels(request: Verzoek) -> HttpResponse:
    organisatie = _eigen(request)
    form = _drempels_form(organisatie, request.POST)
    bewaard = form.probeer(
        lambda: stel_drempels_in(
            organisatie=organisatie,
            drempels=form.cleaned_data["drempels"],
            door=request.user,
            gezien=form.gezien_op,
        )
    )
    if bewaard is None:
        return _pagina(request, organisatie, drempels=form)
    messages.success(request, "De drempels zijn bewaard. Ze tellen meteen mee.")
    return redirect("gebruikers:organisatie")
