"""Competences and talents on the plan, round by round; and the list of competences to keep."""

from typing import Any, Final

from django.contrib import messages
from django.db.models import OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gebruikers.verzoek import Verzoek
from gedeeld.formulieren import Formulier
from gedeeld.grafiek import verloop_svg
from gedeeld.meelezen import als_records, mee_heel
from gedeeld.web import METHODES, als_sleutel, toon_formulier, vereist
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.kader.views.inplaats import Sectie, toon_in_plaats, zoek_werknemer
from trajects.kader.views.onderdeel import Onderdeel, verwerk
from trajects.models import Competentie, Competentiescore, Talent
from trajects.profiel.competentiebeeld import Competentiebeeld, laatste_scores
from trajects.profiel.competentielijst import (
    verplaats_competentie,
    voeg_competentie_toe,
    wijzig_competentie,
)
from trajects.profiel.competentiescores import bewaar_ronde, verwijder_score, wijzig_score
from trajects.profiel.forms import (
    Competentieformulier,
    NieuweCompetentie,
    Rondeformulier,
    Scoreformulier,
    Scoreverwijdering,
    Talentformulier,
    zelf,
)
from trajects.profiel.talenten import haal_talent_weg, voeg_talenten_toe, zet_talent_terug
from trajects.rechten import mag_plan_bewerken, mag_planlijsten_beheren
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    alle = als_records(Talent, werknemer.talentrijen)  # type: ignore[attr-defined]
    beelden = laatste_scores(werknemer)
    return {
        "competenties": [(beeld, _teken(beeld, werknemer)) for beeld in beelden],
        "talenten": [talent for talent in alle if talent.staat_op_het_plan],
        "weggehaald": [talent for talent in alle if not talent.staat_op_het_plan],
        "zelf": zelf(werknemer),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


def _teken(beeld: Competentiebeeld, werknemer: Werknemer) -> SafeString:
    return verloop_svg(beeld.verloop(zelf(werknemer)), f"verloop-{beeld.competentie.pk}")


def _erbij(gebruiker: HeeftRol) -> dict[str, Any]:
    talenten = Talent.objects.zichtbaar_voor(gebruiker).filter(werknemer=OuterRef("pk"))
    return {"talentrijen": mee_heel(talenten)}


SECTIE: Final = Sectie(
    "competenties", "Competenties en talenten", "trajects:plan", _lees, "profiel", _erbij
)


# --- scores ----------------------------------------------------------------------------------

_SCORE: Final = Onderdeel(
    SECTIE,
    lambda wie: Competentiescore.objects.zichtbaar_voor(wie).select_related(
        "competentie", "werknemer"
    ),
    Scoreformulier,
)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def competentieronde(request: Verzoek, pk: int) -> HttpResponse:
    """All competences of the list at once, filled in together."""
    werknemer = zoek_werknemer(request, pk)
    form = Rondeformulier(
        request.POST or None, competenties=_op_de_lijst(request), werknemer=werknemer
    )
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: bewaar_ronde(
            werknemer=werknemer,
            door=request.user,
            datum=form.cleaned_data["datum"],
            gegeven=form.gegeven(),
        ),
        titel="Bespreek de competenties",
        uitleg=(
            f"Overloop dit samen met {werknemer.voornaam}. Elk kiest een eigen score. "
            "Wat jullie niet bespreken, laat je leeg."
        ),
        melding=_ronde_bewaard,
    )


def _ronde_bewaard(scores: list[Competentiescore]) -> str:
    aantal = meervoud(len(scores), "competentie", "competenties")
    return f"De scores van {aantal} zijn bewaard."


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def score_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    """Mend what was said of one competence on one day."""
    titel, melding = "{0.competentie}: pas de score aan", "De score van {0.competentie} is bewaard."
    return _SCORE.bewerk(request, pk, wijzig_score, titel, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def score_verwijder(request: Verzoek, pk: int) -> HttpResponse:
    return _SCORE.verwijder(
        request,
        pk,
        verwijder_score,
        "Deze score verwijderen?",
        "De score van {0.competentie} is weg.",
        formulier=Scoreverwijdering,
        knop="Verwijder deze score",
        uitleg=lambda score: (
            f"Je verwijdert wat op {datum_voluit(score.datum)} besproken is over "
            f"{score.competentie}. Doe dit alleen bij een vergissing: je kunt het niet terughalen."
        ),
    )


def _op_de_lijst(request: Verzoek) -> list[Competentie]:
    """Those of new rounds, and those that were on the form when it was opened."""
    genoemd = [als_sleutel(naam.rpartition("_")[2]) for naam in request.POST]
    stond_erop = Q(pk__in=[sleutel for sleutel in genoemd if sleutel])
    zichtbaar = Competentie.objects.zichtbaar_voor(request.user)
    return list(zichtbaar.filter(Q(actief=True) | stond_erop))


# --- talents ---------------------------------------------------------------------------------

_TALENT: Final = Onderdeel(SECTIE, Talent.objects.zichtbaar_voor)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def talent_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Talentformulier(request.POST or None)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: voeg_talenten_toe(werknemer=werknemer, door=request.user, woorden=form.gesplitst()),
        titel=f"Waar is {werknemer.voornaam} goed in?",
        melding=lambda nieuw: f"Toegevoegd: {', '.join(talent.woorden for talent in nieuw)}.",
    )


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def talent_weg(request: Verzoek, pk: int) -> HttpResponse:
    if request.method == "POST":
        zin = "“{0}” is weggehaald. Je kunt het onder de talenten weer terugzetten."
        return _TALENT.doe(request, pk, haal_talent_weg, zin)
    talent, werknemer = _TALENT.zoek(request, pk)
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        Formulier(),
        titel=f"“{talent}” weghalen?",
        knop="Haal weg",
        uitleg="Het staat dan niet meer op het plan. Je kunt het later terugzetten.",
    )


@require_POST
@vereist(mag_plan_bewerken)
def talent_terug(request: Verzoek, pk: int) -> HttpResponse:
    return _TALENT.doe(request, pk, zet_talent_terug, "“{0}” staat weer op het plan.")


# --- the list --------------------------------------------------------------------------------


@require_http_methods(METHODES)
@vereist(mag_planlijsten_beheren)
def competenties(request: Verzoek) -> HttpResponse:
    form = NieuweCompetentie(request.POST or None)
    nieuw = form.probeer(lambda: voeg_competentie_toe(door=request.user, **form.cleaned_data))
    if nieuw is not None:
        messages.success(request, f"{nieuw} staat op de lijst.")
        return redirect("trajects:competenties")
    alle = list(Competentie.objects.zichtbaar_voor(request.user))
    context = {
        "algemeen": [competentie for competentie in alle if competentie.organisatie_id is None],
        "eigen": [competentie for competentie in alle if competentie.organisatie_id is not None],
    }
    return toon_formulier(request, "trajects/profiel/competentielijst.html", form, context)


@require_http_methods(METHODES)
@vereist(mag_planlijsten_beheren)
def competentie_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    competentie = _zoek_eigen(request, pk)
    form = Competentieformulier(request.POST or None, record=competentie)
    bewaard = form.probeer(
        lambda: wijzig_competentie(
            competentie, door=request.user, gezien=form.gezien_op, velden=form.gegevens()
        )
    )
    if bewaard is None:
        context = {"competentie": competentie}
        return toon_formulier(request, "trajects/profiel/competentie_bewerk.html", form, context)
    messages.success(request, f"{bewaard} is bewaard.")
    return redirect("trajects:competenties")


@require_POST
@vereist(mag_planlijsten_beheren)
def competentie_verplaats(request: Verzoek, pk: int) -> HttpResponse:
    """One place up, or down."""
    competentie = _zoek_eigen(request, pk)
    omhoog = request.POST.get("richting") == "omhoog"
    verplaats_competentie(competentie, door=request.user, omhoog=omhoog)
    messages.success(request, f"{competentie} staat nu {'hoger' if omhoog else 'lager'}.")
    return redirect("trajects:competenties")


def _zoek_eigen(request: Verzoek, pk: int) -> Competentie:
    """Of the own organisation; the general ones change for nobody."""
    eigen = Competentie.objects.zichtbaar_voor(request.user).exclude(organisatie=None)
    return get_object_or_404(eigen, pk=pk)
