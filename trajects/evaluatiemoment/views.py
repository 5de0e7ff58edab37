"""The periodic review of one employee: the sheet since the last one, and what becomes of it."""

from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.adressen import adres_van
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, vereist
from gedeeld.weergeven import datum_voluit
from trajects.evaluatiemoment.blad import Bladplaats, Terugblikregel, kijk_terug
from trajects.evaluatiemoment.evaluatiebeeld import lees_evaluatiebeeld
from trajects.evaluatiemoment.evaluatiemomenten import (
    heropen_evaluatie,
    hou_evaluatie,
    lees_evaluatiedag,
    stel_vrij,
    verzet_evaluatie,
    wijzig_verslag,
)
from trajects.evaluatiemoment.forms import (
    Gehoudenformulier,
    Heropenformulier,
    Verslagformulier,
    Verzetformulier,
    Vrijstelformulier,
)
from trajects.evaluatiepakket.adressen import pad_naar
from trajects.kader.views.inplaats import (
    Sectie,
    doe_meteen,
    toon_paginasecties,
    zoek_werknemer,
)
from trajects.kader.views.onderdeel import Onderdeel, verwerk
from trajects.models import Evaluatiemoment, Traject
from trajects.rechten import mag_evalueren
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, lezer: Gebruiker) -> dict[str, Any]:
    """For who may not evaluate there is nothing to read."""
    if not mag_evalueren(lezer):
        return {"beeld": None}
    return {"beeld": lees_evaluatiebeeld(werknemer, lezer, vandaag())}


SECTIE: Final = Sectie(
    "evaluatiemomenten",
    "Tussentijdse evaluatie",
    "trajects:evaluatiemoment",
    _lees,
    "evaluatiemoment",
    tab="plan",
)
_MOMENT: Final = Onderdeel(
    SECTIE,
    lambda lezer: Evaluatiemoment.objects.zichtbaar_voor(lezer).select_related("traject"),
    Verslagformulier,
    eigenaar="traject.werknemer_id",
)


@require_safe
@vereist(mag_evalueren)
def pagina(request: Verzoek, pk: int) -> HttpResponse:
    """What comes next on top, and under it what happened since the last time."""
    werknemer = zoek_werknemer(request, pk)
    traject = _lopend(request, pk).first()
    terugblik = None
    if traject is not None:
        vorige = _vorige(request, traject)
        terugblik = kijk_terug(werknemer, traject, vorige, request.user, vandaag())
    delen = terugblik.delen if terugblik else []
    return toon_paginasecties(
        request,
        pk,
        SECTIE.tab,
        "Tussentijdse evaluatie",
        (),
        bovenaan=(SECTIE,),
        template="trajects/evaluatiemoment/pagina.html",
        terugblik=terugblik,
        delen=[(deel, [(r, _pad(r, werknemer)) for r in deel.regels]) for deel in delen],
    )


def _pad(regel: Terugblikregel, werknemer: Werknemer) -> str:
    """Where on which page it is kept."""
    match regel.plaats:
        case Bladplaats.LOGBOEK:
            return adres_van("trajects:logboek", werknemer.pk)
        case Bladplaats.PLAN_BESPROKEN:
            return f"{adres_van('trajects:plan', werknemer.pk)}#planbesprekingen"
        case plaats:
            return pad_naar(plaats, werknemer)


def _lopend(request: Verzoek, pk: int) -> Any:
    return Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=pk)


def _vorige(request: Verzoek, traject: Traject) -> Evaluatiemoment | None:
    gehouden = Evaluatiemoment.objects.zichtbaar_voor(request.user).gehouden()
    return gehouden.filter(traject=traject).order_by("-afgehandeld_op").first()


# --- the next one ----------------------------------------------------------------------------


@require_http_methods(METHODES)
@vereist(mag_evalueren)
def gehouden(request: Verzoek, pk: int) -> HttpResponse:
    werknemer, traject = _van(request, pk)
    van = lees_evaluatiedag(traject).dag
    form = Gehoudenformulier(request.POST or None, van=van, voornaam=werknemer.voornaam)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: hou_evaluatie(traject=traject, door=request.user, **form.gegevens()),
        titel=f"Noteer de evaluatie met {werknemer.voornaam}",
        melding=lambda moment: f"De {_van_dag(moment)} is bewaard.",
        alles=True,
    )


@require_http_methods(METHODES)
@vereist(mag_evalueren)
def verzetten(request: Verzoek, pk: int) -> HttpResponse:
    werknemer, traject = _van(request, pk)
    van = lees_evaluatiedag(traject).dag
    form = Verzetformulier(request.POST or None, van=van)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: verzet_evaluatie(traject=traject, door=request.user, **form.gegevens()),
        titel="Verzet de evaluatie" if van else "Plan een evaluatie",
        uitleg=f"Ze staat nu op {datum_voluit(van)}." if van else "",
        melding=_gepland,
    )


@require_http_methods(METHODES)
@vereist(mag_evalueren)
def vrijstellen(request: Verzoek, pk: int) -> HttpResponse:
    werknemer, traject = _van(request, pk)
    van = lees_evaluatiedag(traject).dag
    form = Vrijstelformulier(request.POST or None, van=van)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: stel_vrij(traject=traject, door=request.user, **form.gegevens()),
        titel=f"De evaluatie van {datum_voluit(van)} is niet nodig" if van else "Niet nodig",
        melding="De evaluatie is niet nodig. De volgende staat klaar.",
    )


@require_POST
@vereist(mag_evalueren)
def neem_voorstel(request: Verzoek, pk: int, dag: str) -> HttpResponse:
    """Move it to a day that is proposed now, with the reason that stood beside it."""
    werknemer, traject = _van(request, pk)
    beeld = lees_evaluatiebeeld(werknemer, request.user, vandaag())
    gekozen = _als_dag(dag)
    voorstel = next((een for een in beeld.voorstellen if een.dag == gekozen), None)

    def neem() -> Evaluatiemoment:
        if voorstel is None:
            raise ValidationError("Deze dag stellen we niet meer voor. Kies zelf een dag.")
        wanneer, reden = voorstel.dag, voorstel.reden
        wie = request.user
        return verzet_evaluatie(traject=traject, door=wie, van=beeld.dag, naar=wanneer, reden=reden)

    melding = f"De evaluatie staat op {datum_voluit(voorstel.dag)}." if voorstel else ""
    return doe_meteen(request, werknemer, SECTIE, neem, melding)


def _als_dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Http404 from fout


def _van(request: Verzoek, pk: int) -> tuple[Werknemer, Traject]:
    """The employee and the trajectory that runs; 404 when there is none."""
    return zoek_werknemer(request, pk), get_object_or_404(_lopend(request, pk))


def _gepland(moment: Evaluatiemoment) -> str:
    return f"De evaluatie staat op {datum_voluit(moment.gepland_op)}."


# --- those that are over ---------------------------------------------------------------------


@require_http_methods(METHODES)
@vereist(mag_evalueren)
def verslag(request: Verzoek, pk: int) -> HttpResponse:
    titel, melding = "Verbeter wat er staat", "Wat er staat over deze evaluatie, is bewaard."
    return _MOMENT.bewerk(request, pk, wijzig_verslag, titel, melding, alles=True)


@require_http_methods(METHODES)
@vereist(mag_evalueren)
def heropenen(request: Verzoek, pk: int) -> HttpResponse:
    return _MOMENT.bewerk(
        request,
        pk,
        heropen_evaluatie,
        _vraag_heropening,
        "De evaluatie staat weer gepland.",
        formulier=Heropenformulier,
        uitleg=(
            "Wat je erover schreef, verdwijnt. Doelen en acties die eruit volgden, blijven in het "
            "plan staan."
        ),
        knop="Zet ze weer op gepland",
        alles=True,
    )


def _vraag_heropening(moment: Evaluatiemoment) -> str:
    was = "Was ze er niet, de" if moment.is_gehouden else "Is ze toch nodig, de"
    return f"{was} {_van_dag(moment)}?"


def _van_dag(moment: Evaluatiemoment) -> str:
    dag = moment.afgehandeld_op if moment.is_gehouden else moment.gepland_op
    return f"evaluatie van {datum_voluit(dag or moment.gepland_op)}"
