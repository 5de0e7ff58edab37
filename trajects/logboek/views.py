"""The log of one employee, notes from anywhere and their corrections, and the files with them."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst
from gedeeld.bladeren import HOOGSTENS, BegrensdeBladzijden
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.versleuteling import OnleesbareWaarde
from gedeeld.web import METHODES, als_sleutel, download, kies_pagina, toon, vereist, wil_fragment
from trajects.concepten.onbewaard import notitiesleutel, onbewaarde_notities
from trajects.kader.views.inplaats import Sectie
from trajects.kader.views.raam import beeld_van, raam_van
from trajects.kader.views.tabbladen import tabbladen
from trajects.kader.zoekkeuze import zoektekst
from trajects.keuzes import Thema
from trajects.logboek.bestanden import lees_inhoud
from trajects.logboek.bijna import bedoelde
from trajects.logboek.exports import KOLOMMEN, MEER
from trajects.logboek.filters import NotitieFilter
from trajects.logboek.forms import NotitieFormulier
from trajects.logboek.gesprekken import gesprekken_erbij, laatste_gesprekken
from trajects.logboek.logregels import logregels, met_aanhang, recente_werknemers
from trajects.logboek.notities import nieuwste_versie, schrijf_notitie, verbeter_notitie
from trajects.models import Bijlage, Notitie
from trajects.rechten import mag_logboek_zien, mag_notities_schrijven, mag_vorming_zien
from werknemers.models import Werknemer

_PER_PAGINA: Final = 20
_GEVONDEN: Final = 10


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "gesprekken": laatste_gesprekken(werknemer),
        "leest_logboek": mag_logboek_zien(gebruiker),
    }


SECTIE: Final = Sectie(
    "gesprekken", "Laatste gesprekken", "trajects:plan", _lees, "logboek", gesprekken_erbij
)


@require_http_methods(METHODES)
@vereist(mag_logboek_zien)
def logboek(request: Verzoek, pk: int) -> HttpResponse:
    beeld = beeld_van(request.user, pk)
    sleutel = notitiesleutel(beeld.werknemer)
    form = NotitieFormulier(request.POST or None, request.FILES or None, concept=sleutel)
    if request.method == "POST" and _schrijf(request, beeld.werknemer, form):
        return redirect("trajects:logboek", pk)
    notities = Notitie.objects.zichtbaar_voor(request.user).geldend().filter(werknemer=pk)
    pagina = kies_pagina(
        request, met_aanhang(notities, request.user), _PER_PAGINA, aantal=len(beeld.notities)
    )
    context = raam_van(beeld, request.user, "logboek") | {
        "form": form,
        "pagina": pagina,
        "logregels": logregels(pagina, request.user),
    }
    status = 422 if form.errors else 200
    return toon(request, "trajects/logboek/logboek.html", context, deel="notities", status=status)


@require_safe
@vereist(mag_logboek_zien)
def notities(request: Verzoek) -> HttpResponse:
    keuze = NotitieFilter(request)
    pagina = kies_pagina(request, keuze.gevonden, _PER_PAGINA, BegrensdeBladzijden)
    context = {
        "filter": keuze,
        "vraag": keuze.vraag(),
        "pagina": pagina,
        "hoeveel": pagina.paginator.hoeveel("notitie", "notities"),  # type: ignore[attr-defined]
        "bedoelde": {} if pagina.paginator.count else _bedoelde(keuze),
        "logregels": logregels(pagina, request.user),
        "punten": tabbladen(request.user, "notities"),
    }
    vraag = keuze.vraag()
    adres = f"{reverse('trajects:notities')}{'?' if vraag else ''}{vraag}"
    return toon(request, "trajects/logboek/zoeken_lijst.html", context, "lijst", adres=adres)


@require_safe
@vereist(mag_logboek_zien)
def notities_xlsx(request: Verzoek) -> HttpResponse:
    """As many as the pages of the list show together."""
    keuze = NotitieFilter(request)
    if not keuze.form.is_valid():
        return redirect(f"{reverse('trajects:notities')}?{keuze.vraag()}")
    gevonden = list(keuze.gevonden[: HOOGSTENS + 1])
    keuzes = [*filters_in_woorden(keuze.form), *[MEER] * (len(gevonden) > HOOGSTENS)]
    return download_lijst(request, "Notities", KOLOMMEN, gevonden[:HOOGSTENS], keuzes)


def _bedoelde(keuze: NotitieFilter) -> dict[str, str]:
    """What to say to who found nothing by a word that looks like one in the notes."""
    beter = bedoelde(keuze.queryset, keuze.gezocht)
    adres = f"{reverse('trajects:notities')}?{keuze.vraag(zoek=beter)}"
    zin = f"Niets gevonden met “{keuze.gezocht}”. Bedoelde je “{beter}”?"
    return {"zin": zin, "adres": adres, "knop": f"Zoek op “{beter}”"} if beter else {}


@require_http_methods(METHODES)
@vereist(mag_notities_schrijven)
def notitie_nieuw(request: Verzoek) -> HttpResponse:
    """Pick an employee, then write: on a page, or in the window over a page."""
    gekozen = als_sleutel(request.GET.get("werknemer") or request.POST.get("werknemer", ""))
    if gekozen is None:
        return _toon_venster(request, _keuze(request))
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    werknemer = get_object_or_404(zichtbaar, pk=gekozen)
    form = _formulier(request, werknemer)
    if request.method == "POST" and _schrijf(request, werknemer, form):
        if wil_fragment(request):
            return HttpResponseClientRefresh()
        return redirect("trajects:logboek", werknemer.pk)
    return _toon_venster(request, {"werknemer": werknemer, "form": form})


@require_http_methods(METHODES)
@vereist(mag_notities_schrijven)
def notitie_verbeter(request: Verzoek, pk: int) -> HttpResponse:
    zichtbaar = Notitie.objects.zichtbaar_voor(request.user)
    met_alles = met_aanhang(zichtbaar, request.user).select_related("werknemer")
    notitie = get_object_or_404(met_alles, pk=pk)
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


def _schrijf(request: Verzoek, werknemer: Werknemer, form: NotitieFormulier) -> bool:
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
    zoek = zoektekst(request.GET.get("zoek", ""))
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    gevonden = zichtbaar.zoek(zoek).order_by("familienaam", "voornaam", "pk") if zoek else None
    return {
        "werknemer": None,
        "onbewaard": onbewaarde_notities(request.user),
        "recente": recente_werknemers(request.user),
        "zoek": zoek,
        "gevonden": [] if gevonden is None else gevonden[:_GEVONDEN],
    }


def _toon_venster(request: Verzoek, context: dict[str, Any]) -> HttpResponse:
    formulier = context.get("form")
    status = 422 if formulier is not None and formulier.errors else 200
    context |= {"in_venster": wil_fragment(request)}
    return toon(
        request, "trajects/logboek/notitie_nieuw.html", context, deel="venster", status=status
    )


@require_safe
@vereist(mag_vorming_zien)
def bijlage(request: Verzoek, pk: int) -> HttpResponse:
    """The browser keeps it and never shows it: what is in it, runs nowhere here."""
    gevonden = get_object_or_404(Bijlage.objects.zichtbaar_voor(request.user), pk=pk)
    try:
        inhoud = lees_inhoud(gevonden)
    except OnleesbareWaarde:
        return render(request, "onderdelen/onleesbaar.html", {"wat": gevonden}, status=409)
    antwoord = download(inhoud, gevonden.soort, gevonden.bestandsnaam)
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Content-Security-Policy"] = "sandbox"
    return antwoord
