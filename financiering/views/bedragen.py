"""What each service gets and pays: the page, and the forms on one amount."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from financiering.domein.bedragen import (
    Dienstpost,
    beeindig,
    laat_volgen,
    verwijder,
    voeg_bron_toe,
    voeg_omkadering_toe,
    wijzig_bron,
    wijzig_omkadering,
)
from financiering.domein.dienstbedragen import Postregel, lees_dienstbedragen, naam_van
from financiering.exports.lijsten import BEDRAGEN, bedragrijen
from financiering.forms.bedragen import (
    Bronformulier,
    Eindeformulier,
    Omkaderingformulier,
    Vervolgformulier,
    Wegformulier,
)
from financiering.models import Klaverbladbron, Omkadering
from financiering.rechten import mag_financiering_bewerken, mag_financiering_zien
from financiering.views.raam import punten
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst
from gedeeld.formulieren import Formulier
from gedeeld.tijd import vandaag
from gedeeld.web import toon_formulier, vereist
from werknemers.models import Dienst


@dataclass(frozen=True, slots=True)
class Postsoort:
    """Leaves and omkadering have the same pages; this is what differs."""

    toevoegen: str
    zichtbaar_voor: Callable[[Gebruiker], QuerySet[Any]]
    formulier: Callable[..., Bronformulier | Omkaderingformulier]
    voeg_toe: Callable[..., Dienstpost]
    wijzig: Callable[..., Dienstpost]


# How the address calls them.
SOORTEN: Final = {
    "bron": Postsoort(
        "Bedrag toevoegen",
        Klaverbladbron.objects.zichtbaar_voor,
        Bronformulier,
        voeg_bron_toe,
        wijzig_bron,
    ),
    "omkadering": Postsoort(
        "Omkadering toevoegen",
        Omkadering.objects.zichtbaar_voor,
        Omkaderingformulier,
        voeg_omkadering_toe,
        wijzig_omkadering,
    ),
}


@require_safe
@vereist(mag_financiering_zien)
def bedragen(request: Verzoek) -> HttpResponse:
    diensten = lees_dienstbedragen(request.user, vandaag())
    context = {
        "diensten": diensten,
        "aantal": len(list(bedragrijen(diensten))),
        "mag_bewerken": mag_financiering_bewerken(request.user),
        "punten": punten("bedragen"),
    }
    return render(request, "financiering/bedragen/lijst.html", context)


@require_safe
@vereist(mag_financiering_zien)
def bedragen_xlsx(request: Verzoek) -> HttpResponse:
    rijen = bedragrijen(lees_dienstbedragen(request.user, vandaag()))
    return download_lijst(request, "Bedragen", BEDRAGEN, rijen)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def nieuw(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    wat = _soort(soort)
    dienst = get_object_or_404(Dienst.objects.zichtbaar_voor(request.user), pk=pk)
    form = wat.formulier(request.POST or None, record=None)
    post = form.probeer(lambda: wat.voeg_toe(dienst=dienst, door=request.user, **form.gegevens()))
    if post is None:
        return _toon(request, form, dienst, wat.toevoegen)
    return _klaar(request, post, "is toegevoegd")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def bewerk(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    wat, post = _soort(soort), _zoek(request, soort, pk)
    form = wat.formulier(request.POST or None, record=post)
    bewaard = form.probeer(
        lambda: wat.wijzig(post, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if bewaard is None:
        return _toon(request, form, post.dienst, "Bedrag wijzigen", post)
    return _klaar(request, bewaard, "is bewaard")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def vervolg(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    """Another amount from a day on."""
    post = _zoek(request, soort, pk)
    form = Vervolgformulier(request.POST or None, record=post)
    nieuwe = form.probeer(
        lambda: laat_volgen(post, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if nieuwe is None:
        return _vraag(request, form, post, "vervolg")
    return _klaar(request, nieuwe, "krijgt een ander bedrag")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def einde(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    post = _zoek(request, soort, pk)
    form = Eindeformulier(request.POST or None, record=post)
    gesloten = form.probeer(
        lambda: beeindig(
            post, door=request.user, gezien=form.gezien_op, laatste_dag=form.gegevens()
        )
    )
    if gesloten is None:
        return _vraag(request, form, post, "einde")
    return _klaar(request, gesloten, "heeft een laatste dag")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_financiering_bewerken)
def weg(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    """For a mistake only."""
    post = _zoek(request, soort, pk)
    form = Wegformulier(request.POST or None, record=post)
    verwijderd = form.probeer(lambda: verwijder(post, door=request.user, gezien=form.gezien_op))
    if verwijderd is None:
        return _vraag(request, form, post, "weg")
    return _klaar(request, verwijderd, "is verwijderd")


def _soort(naam: str) -> Postsoort:
    if naam not in SOORTEN:
        raise Http404
    return SOORTEN[naam]


def _zoek(request: Verzoek, soort: str, pk: int) -> Dienstpost:
    posten = _soort(soort).zichtbaar_voor(request.user).select_related("dienst")
    post: Dienstpost = get_object_or_404(posten, pk=pk)
    return post


def _toon(
    request: Verzoek, form: Formulier, dienst: Dienst, titel: str, post: Dienstpost | None = None
) -> HttpResponse:
    """`post` None: it is still to be added."""
    context = {"dienst": dienst, "titel": titel, "regel": post and Postregel.van(post)}
    return toon_formulier(request, "financiering/bedragen/bewerk.html", form, context)


def _vraag(request: Verzoek, form: Formulier, post: Dienstpost, wat: str) -> HttpResponse:
    context = {"dienst": post.dienst, "regel": Postregel.van(post)}
    return toon_formulier(request, f"financiering/bedragen/{wat}.html", form, context)


def _klaar(request: Verzoek, post: Dienstpost, wat: str) -> HttpResponse:
    messages.success(request, f"{capfirst(naam_van(post))} van {post.dienst} {wat}.")
    return redirect(f"{reverse('financiering:bedragen')}#dienst-{post.dienst_id}")
