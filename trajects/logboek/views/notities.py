"""A new note from anywhere, and the correction of one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRefresh

from gebruikers.verzoek import Verzoek
from gedeeld.web import als_sleutel, toon, vereist, wil_fragment
from trajects.concepten.concepten import notitiesleutel, onbewaarde_notities
from trajects.keuzes import Thema
from trajects.logboek.forms.notitie import NotitieFormulier
from trajects.logboek.logregels import logregels, recente_werknemers
from trajects.logboek.notities import nieuwste_versie, schrijf_notitie, verbeter_notitie
from trajects.models import Notitie
from trajects.rechten import mag_notities_schrijven
from werknemers.models import Werknemer

GEVONDEN = 10
_METHODES = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODES)
@vereist(mag_notities_schrijven)
def nieuw(request: Verzoek) -> HttpResponse:
    """Pick an employee, then write: on a page, or in the window over a page."""
    gekozen = als_sleutel(request.GET.get("werknemer") or request.POST.get("werknemer", ""))
    if gekozen is None:
        return _toon_venster(request, _keuze(request))
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    werknemer = get_object_or_404(zichtbaar, pk=gekozen)
    form = _formulier(request, werknemer)
    if request.method == "POST" and schrijf(request, werknemer, form):
        if wil_fragment(request):
            return HttpResponseClientRefresh()
        return redirect("trajects:logboek", werknemer.pk)
    return _toon_venster(request, {"werknemer": werknemer, "form": form})


@require_http_methods(_METHODES)
@vereist(mag_notities_schrijven)
def verbeter(request: Verzoek, pk: int) -> HttpResponse:
    zichtbaar = Notitie.objects.zichtbaar_voor(request.user)
    notitie = get_object_or_404(zichtbaar.select_related("werknemer", "auteur"), pk=pk)
    if request.method != "POST" and (nieuwste := nieuwste_versie(notitie)) != notitie:
        return redirect("trajects:notitie_verbeter", nieuwste.pk)
    (regel,) = logregels([notitie], request.user)
    if not regel.verbeterbaar:
        raise PermissionDenied
    form = NotitieFormulier.bij_verbetering(notitie, request.POST or None, request.FILES or None)
    if request.method == "POST" and _verbeter(request, notitie, form):
        return redirect("trajects:logboek", notitie.werknemer_id)
    nieuwste = nieuwste_versie(notitie)
    context = {
        "form": form,
        "notitie": nieuwste,
        "werknemer": notitie.werknemer,
        "ingehaald": nieuwste != notitie,
        "regel": regel,
    }
    status = 422 if form.errors else 200
    return render(request, "trajects/logboek/notitie_verbeter.html", context, status=status)


def schrijf(request: Verzoek, werknemer: Werknemer, form: NotitieFormulier) -> bool:
    notitie = form.probeer(
        lambda: schrijf_notitie(
            werknemer=werknemer, door=request.user, **form.aanhangsels(), **form.gegevens()
        )
    )
    if notitie is None:
        return False
    messages.success(request, f"Je notitie over {werknemer.naam} is bewaard.")
    return True


def _verbeter(request: Verzoek, notitie: Notitie, form: NotitieFormulier) -> bool:
    nieuw = form.probeer(
        lambda: verbeter_notitie(
            notitie, door=request.user, **form.aanhangsels(), **form.gegevens()
        )
    )
    if nieuw is None:
        return False
    messages.success(request, "De verbetering is bewaard. De vorige versie blijft te lezen.")
    return True


def _formulier(request: Verzoek, werknemer: Werknemer) -> NotitieFormulier:
    """`?thema=` ticks what it is about. In the window its ids differ from those of a form on the
    page below."""
    thema = request.GET.get("thema", "")
    return NotitieFormulier(
        request.POST or None,
        request.FILES or None,
        concept=notitiesleutel(werknemer),
        meteen=True,
        initial={"themas": [thema]} if thema in Thema.values else {},
        auto_id="venster_%s" if wil_fragment(request) else "id_%s",
    )


def _keuze(request: Verzoek) -> dict[str, Any]:
    """Whom to write about: the last ones this user wrote about, and who is searched for."""
    zoek = request.GET.get("zoek", "").replace("\0", "").strip()[:100]
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    gevonden = zichtbaar.zoek(zoek).order_by("familienaam", "voornaam", "pk") if zoek else None
    return {
        "werknemer": None,
        "onbewaard": onbewaarde_notities(request.user),
        "recente": recente_werknemers(request.user),
        "zoek": zoek,
        "gevonden": [] if gevonden is None else gevonden[:GEVONDEN],
    }


def _toon_venster(request: Verzoek, context: dict[str, Any]) -> HttpResponse:
    formulier = context.get("form")
    status = 422 if formulier is not None and formulier.errors else 200
    context |= {"in_venster": wil_fragment(request)}
    return toon(
        request, "trajects/logboek/notitie_nieuw.html", context, deel="venster", status=status
    )
