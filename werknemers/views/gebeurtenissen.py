"""What happens to the support of an employee: choose what, note it, change it, remove it."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.meegewist import gaat_mee
from gedeeld.plaatsen import adres
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, toon_formulier, vereist
from werknemers.domein.adviesverhaal import ZONDER_ADVIES, mogelijk_bij
from werknemers.domein.gebeurtenissen import (
    noteer_gebeurtenis,
    verwijder_gebeurtenis,
    wijzig_gebeurtenis,
)
from werknemers.domein.ondersteuning import bepaal
from werknemers.forms.gebeurtenis import Gebeurtenisformulier, Gebeurtenisverwijdering
from werknemers.keuzes import Adviesstap, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer
from werknemers.models.adviesgebeurtenis import AdviesgebeurtenisQuerySet
from werknemers.rechten import mag_werknemers_bewerken
from werknemers.views.opzoeken import zoek_werknemer


@require_safe
@vereist(mag_werknemers_bewerken)
def kies(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    adviezen = werknemer.adviezen.order_by("-periode")
    context = {
        "werknemer": werknemer,
        "adviezen": [(advies, list(mogelijk_bij(advies))) for advies in adviezen],
        "zonder_advies": ZONDER_ADVIES,
    }
    return render(request, "werknemers/gebeurtenis_kies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def nieuw(request: Verzoek, pk: int, soort: str) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    opties: dict[str, Any] = {"record": None, **_waarover(request, werknemer, soort)}
    form = Gebeurtenisformulier(request.POST or None, **opties)
    return _formulier(request, form, werknemer, opties)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    wat = _zoek(request, pk)
    opties: dict[str, Any] = {
        "record": wat,
        "soort": wat.soort,
        "advies": wat.advies,
        "tegen": wat.tegen,
    }
    form = Gebeurtenisformulier(request.POST or None, **opties)
    return _formulier(request, form, wat.werknemer, opties)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    wat = _zoek(request, pk)
    form = Gebeurtenisverwijdering(request.POST or None, record=wat)
    werknemer = form.probeer(
        lambda: verwijder_gebeurtenis(wat, door=request.user, gezien=form.gezien_op)
    )
    if werknemer is None:
        context = {"wat": wat, "werknemer": wat.werknemer, "gaat_mee": gaat_mee(wat)}
        return toon_formulier(request, "werknemers/gebeurtenis_verwijder.html", form, context)
    messages.success(request, f"{wat.get_soort_display()}: verwijderd. {_stand(werknemer)}")
    return redirect(adres("werknemer_contract", werknemer.pk))


def _formulier(
    request: Verzoek, form: Gebeurtenisformulier, werknemer: Werknemer, opties: dict[str, Any]
) -> HttpResponse:
    if "meer_schijven" in request.POST:
        form = Gebeurtenisformulier.nog_niet_bewaard(request.POST, extra_rijen=1, **opties)
    elif form.probeer(lambda: _bewaar(request, form, werknemer, opties)) is not None:
        messages.success(request, f"{form.soort.label}: bewaard. {_stand(werknemer)}")
        return redirect(adres("werknemer_contract", werknemer.pk))
    context = {"werknemer": werknemer, **opties, "soort": form.soort}
    return toon_formulier(request, "werknemers/gebeurtenis.html", form, context)


def _bewaar(
    request: Verzoek, form: Gebeurtenisformulier, werknemer: Werknemer, opties: dict[str, Any]
) -> Adviesgebeurtenis:
    if (wat := opties["record"]) is not None:
        return wijzig_gebeurtenis(wat, door=request.user, gezien=form.gezien_op, **form.gegevens())
    return noteer_gebeurtenis(
        werknemer=werknemer,
        soort=opties["soort"],
        advies=opties["advies"],
        tegen=opties["tegen"],
        door=request.user,
        **form.gegevens(),
    )


def _waarover(request: Verzoek, werknemer: Werknemer, soort: str) -> dict[str, Any]:
    """Advice and decision that the address names, or the last of the employee. Raises Http404 when
    there are none of which this can be said."""
    tegen = _tegen(request, werknemer) if soort == Adviesstap.BEZWAAR else None
    if tegen is not None:
        advies = tegen.advies
    elif soort in _ZONDER:
        advies = None
    else:
        advies = _advies(request, werknemer)
        if soort not in {wat.soort for wat in mogelijk_bij(advies)}:
            raise Http404
    return {"soort": soort, "advies": advies, "tegen": tegen}


_ZONDER: Final = {wat.soort for wat in ZONDER_ADVIES}


def _advies(request: Verzoek, werknemer: Werknemer) -> Adviesperiode:
    eigen = werknemer.adviezen.prefetch_related("schijven").order_by("-periode")
    if pk := _sleutel(request, "advies"):
        eigen = eigen.filter(pk=pk)
    if (advies := eigen.first()) is None:
        raise Http404
    return advies


def _tegen(request: Verzoek, werknemer: Werknemer) -> Adviesgebeurtenis:
    """A decision; an objection to an objection does not exist, nor to what was withdrawn."""
    besloten = _gebeurtenissen(request).filter(werknemer=werknemer).exclude(besluitdatum=None)
    besloten = besloten.exclude(soort=Adviesstap.BEZWAAR)
    besloten = besloten.exclude(uitkomst=Stapuitkomst.INGETROKKEN).order_by("-besluitdatum", "-pk")
    if pk := _sleutel(request, "tegen"):
        besloten = besloten.filter(pk=pk)
    if (tegen := besloten.first()) is None:
        raise Http404
    return tegen


def _sleutel(request: Verzoek, naam: str) -> int | None:
    return als_sleutel(request.GET.get(naam, ""))


def _zoek(request: Verzoek, pk: int) -> Adviesgebeurtenis:
    return get_object_or_404(_gebeurtenissen(request), pk=pk)


def _gebeurtenissen(request: Verzoek) -> AdviesgebeurtenisQuerySet:
    alle = Adviesgebeurtenis.objects.zichtbaar_voor(request.user)
    erbij = ("werknemer", "advies", "vervolgadvies", "tegen__advies", "tegen__vervolgadvies")
    return alle.select_related(*erbij).prefetch_related("schijven")


def _stand(werknemer: Werknemer) -> str:
    return f"Ondersteuning van {werknemer.voornaam}: {_woorden(werknemer)}."


def _woorden(werknemer: Werknemer) -> str:
    return bepaal(werknemer.adviezen.all(), vandaag()).in_woorden
