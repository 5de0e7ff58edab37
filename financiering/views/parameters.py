"""The own value of a parameter: fill in, see which figures move, confirm.

Who may not change may still try: then nothing is saved, and who may see money sees how much.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from financiering.domein.parameterwijziging import BevestigingNodig, Voorproef, proef, voer_door
from financiering.forms.parameters import (
    EigenWaardeformulier,
    Probeerformulier,
    Terugformulier,
)
from financiering.rechten import mag_financiering_zien
from gebruikers.models import Organisatie
from gebruikers.rechten import mag_beheer_zien, mag_parameters_bewerken
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import toon_formulier, vereist
from regels.domein.parameterbeeld import Parameterbeeld, parameterbeeld
from regels.domein.parameterketen import laad_keten
from regels.domein.parameters import laad_parameterverloop
from regels.keuzes import EIGEN_WAARDE_MAG, Parametercode

Waardeformulier = EigenWaardeformulier | Probeerformulier | Terugformulier


@dataclass(frozen=True)
class _Vraag:
    """What all the pages of one change share."""

    request: Verzoek
    organisatie: Organisatie
    form: Waardeformulier
    beeld: Parameterbeeld
    titel: str

    @property
    def mag_bewaren(self) -> bool:
        return mag_parameters_bewerken(self.request.user)

    @property
    def context(self) -> dict[str, Any]:
        return {"beeld": self.beeld, "titel": self.titel, "mag_bewaren": self.mag_bewaren}

    def formulier(self) -> HttpResponse:
        return toon_formulier(self.request, "financiering/parameter.html", self.form, self.context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_beheer_zien)
def waarde(request: Verzoek, code: str) -> HttpResponse:
    if mag_parameters_bewerken(request.user):
        return _behandel(_vraag(request, code, EigenWaardeformulier, "Eigen waarde"))
    return _behandel(_vraag(request, code, Probeerformulier, "Probeer een andere waarde"))


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_beheer_zien)
def terug(request: Verzoek, code: str) -> HttpResponse:
    vraag = _vraag(request, code, Terugformulier, "Stop met de eigen waarde")
    if not vraag.beeld.heeft_eigen:
        messages.info(request, "Er is geen eigen waarde: die voor iedereen telt al.")
        return redirect("regels:parameter", code=code)
    return _behandel(vraag)


def _vraag(request: Verzoek, code: str, soort: type[Waardeformulier], titel: str) -> _Vraag:
    """Raise Http404 for a code that is none, or that is the same for everybody."""
    organisatie = request.user.organisatie
    if organisatie is None or code not in EIGEN_WAARDE_MAG:
        raise Http404
    parameter = Parametercode(code)
    keten = laad_keten(parameter, organisatie)
    form = soort(request.POST or None, code=parameter, kenmerk=keten.kenmerk)
    verloop = laad_parameterverloop(organisatie.pk)
    return _Vraag(request, organisatie, form, parameterbeeld(verloop, parameter, vandaag()), titel)


def _behandel(vraag: _Vraag) -> HttpResponse:
    if "aanpassen" in vraag.request.POST:
        vraag.form.zet("bevestigd", "")
        context = vraag.context | {"form": vraag.form}
        return render(vraag.request, "financiering/parameter.html", context)
    return _bewaar(vraag) if vraag.mag_bewaren else _probeer(vraag)


def _bewaar(vraag: _Vraag) -> HttpResponse:
    form = vraag.form
    bewaard = False

    def schrijf() -> bool:
        voer_door(
            wijziging=form.wijziging(vraag.organisatie),
            door=vraag.request.user,
            gezien=form.cleaned_data["gezien"],
            bevestigd=form.cleaned_data["bevestigd"],
            op=vandaag(),
        )
        return True

    try:
        bewaard = bool(form.probeer(schrijf))
    except BevestigingNodig as nodig:
        return _toon_gevolg(vraag, nodig.voorproef)
    if not bewaard:
        return vraag.formulier()
    messages.success(vraag.request, f"{vraag.beeld.code.label}: je wijziging is bewaard.")
    return redirect("regels:parameter", code=vraag.beeld.code)


def _probeer(vraag: _Vraag) -> HttpResponse:
    """Shows what would move, and saves nothing."""
    voorproef = vraag.form.probeer(
        lambda: proef(vraag.form.wijziging(vraag.organisatie), vandaag())
    )
    return vraag.formulier() if voorproef is None else _toon_gevolg(vraag, voorproef)


def _toon_gevolg(vraag: _Vraag, voorproef: Voorproef) -> HttpResponse:
    """422 when the figures moved since they were shown."""
    verouderd = bool(vraag.form.cleaned_data["bevestigd"])
    vraag.form.zet("bevestigd", voorproef.kenmerk)
    context = vraag.context | {
        "form": vraag.form,
        "voorproef": voorproef,
        "verouderd": verouderd,
        "ziet_geld": mag_financiering_zien(vraag.request.user),
    }
    status = 422 if verouderd else 200
    return render(vraag.request, "financiering/parameter_gevolg.html", context, status=status)
