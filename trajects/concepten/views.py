"""Drafts, for the script that keeps what people type; everybody has only the own ones."""

import hashlib
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gebruikers.rechten import is_lid
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from gedeeld.weergeven import datum_voluit
from trajects.concepten.concepten import (
    ConceptBotst,
    ConceptenVol,
    Conceptverwijzing,
    bewaar_concept,
    wis_concept,
)
from trajects.concepten.forms import Conceptformulier, Conceptwissing
from trajects.models import Concept

# The hidden field in which the script says which draft the form was filled from.
GEZIEN: Final = "concept_gezien"
_LANGSTE_SLEUTEL: Final = 60


def sleutel_van_adres(request: HttpRequest) -> str:
    """The key of the draft of a form that is sent to this address."""
    adres = request.get_full_path()
    if len(adres) <= _LANGSTE_SLEUTEL:
        return adres
    vingerafdruk = hashlib.sha256(adres.encode()).hexdigest()[:16]
    return f"{adres[: _LANGSTE_SLEUTEL - 17]}~{vingerafdruk}"


def vergeet_concept(request: Verzoek) -> None:
    """What was typed at this address is saved now: its draft has done its work."""
    verwijzing = Conceptverwijzing.van(sleutel_van_adres(request), request.POST.get(GEZIEN, ""))
    wis_concept(verwijzing, door=request.user)


@require_safe
@vereist(is_lid)
def lees(request: Verzoek) -> JsonResponse:
    """The draft called `sleutel`; without `op` when there is none."""
    concepten = Concept.objects.zichtbaar_voor(request.user)
    sleutel = request.GET.get("sleutel", "").replace("\0", "")
    concept = concepten.filter(sleutel=sleutel).first()
    return JsonResponse({"op": ""} if concept is None else _met_velden(concept))


@require_POST
@vereist(is_lid)
def bewaar(request: Verzoek) -> JsonResponse:
    """409 with what was typed elsewhere, when that was not seen yet; 422 with a sentence when this
    user keeps too much already."""
    form = Conceptformulier(request.POST)
    if not form.is_valid():
        return JsonResponse({"fouten": form.errors}, status=422)
    try:
        concept = bewaar_concept(form.verwijzing, form.cleaned_data["velden"], door=request.user)
    except ConceptBotst as botsing:
        return JsonResponse(_met_velden(botsing.huidig), status=409)
    except ConceptenVol as vol:
        return JsonResponse({"zin": vol.messages[0]}, status=422)
    return JsonResponse(_moment(concept.gewijzigd_op))


@require_POST
@vereist(is_lid)
def wis(request: Verzoek) -> JsonResponse:
    form = Conceptwissing(request.POST)
    if not form.is_valid():
        return JsonResponse({"fouten": form.errors}, status=422)
    return JsonResponse({"gewist": wis_concept(form.verwijzing, door=request.user)})


def _met_velden(concept: Concept) -> dict[str, Any]:
    return _moment(concept.gewijzigd_op) | {"velden": concept.velden}


def _moment(op: datetime) -> dict[str, str]:
    """For the script, and in words: 10:42, on another day 22 november 2026, 10:42."""
    lokaal = timezone.localtime(op)
    dag = "" if lokaal.date() == vandaag() else f"{datum_voluit(lokaal.date())}, "
    return {"op": op.isoformat(), "om": f"{dag}{lokaal:%H:%M}"}
