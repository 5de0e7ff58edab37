"""Competences and talents on the plan: what both sides say of them, round by round."""

from typing import Any, Final

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.grafiek import verloop_svg
from gedeeld.web import als_sleutel, vereist
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Competentie, Competentiescore, Talent
from trajects.profiel.competentiebeeld import Competentiebeeld, laatste_scores
from trajects.profiel.competentiescores import bewaar_ronde, verwijder_score, wijzig_score
from trajects.profiel.forms.competentie import (
    Rondeformulier,
    Scoreformulier,
    Scoreverwijdering,
    zelf,
)
from trajects.rechten import mag_plan_bewerken
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    alle = Talent.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
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


SECTIE: Final = Sectie(
    "competenties", "Competenties en talenten", "trajects:plan", _lees, "profiel"
)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def ronde(request: Verzoek, pk: int) -> HttpResponse:
    """All competences of the list at once, filled in together."""
    werknemer = zoek_werknemer(request, pk)
    form = Rondeformulier(
        request.POST or None, competenties=_op_de_lijst(request), werknemer=werknemer
    )
    bewaard = form.probeer(
        lambda: bewaar_ronde(
            werknemer=werknemer,
            door=request.user,
            datum=form.cleaned_data["datum"],
            gegeven=form.gegeven(),
        )
    )
    if bewaard is not None:
        aantal = meervoud(len(bewaard), "competentie", "competenties")
        return klaar(request, werknemer, SECTIE, f"De scores van {aantal} zijn bewaard.")
    uitleg = (
        f"Overloop dit samen met {werknemer.voornaam}. Elk kiest een eigen score. "
        "Wat jullie niet bespreken, laat je leeg."
    )
    return toon_in_plaats(
        request, werknemer, SECTIE, form, titel="Bespreek de competenties", uitleg=uitleg
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def bewerk_score(request: Verzoek, pk: int) -> HttpResponse:
    """Mend what was said of one competence on one day."""
    score = _zoek_score(request, pk)
    werknemer = zoek_werknemer(request, score.werknemer_id)
    form = Scoreformulier(request.POST or None, record=score)
    bewaard = form.probeer(
        lambda: wijzig_score(
            score,
            door=request.user,
            gezien=form.gezien_op,
            datum=form.cleaned_data["datum"],
            gegevens=form.gegevens(),
        )
    )
    if bewaard is None:
        titel = f"{score.competentie}: pas de score aan"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, f"De score van {score.competentie} is bewaard.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def verwijder(request: Verzoek, pk: int) -> HttpResponse:
    """Take a score away that was given by mistake."""
    score = _zoek_score(request, pk)
    werknemer = zoek_werknemer(request, score.werknemer_id)
    form = Scoreverwijdering(request.POST or None, record=score)

    def schrijf() -> bool:
        verwijder_score(score, door=request.user, gezien=form.gezien_op)
        return True

    if form.probeer(schrijf):
        return klaar(request, werknemer, SECTIE, f"De score van {score.competentie} is weg.")
    uitleg = (
        f"Je verwijdert wat op {datum_voluit(score.datum)} besproken is over {score.competentie}. "
        "Doe dit alleen bij een vergissing: je kunt het niet terughalen."
    )
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        form,
        titel="Deze score verwijderen?",
        knop="Verwijder deze score",
        uitleg=uitleg,
    )


def _zoek_score(request: Verzoek, pk: int) -> Competentiescore:
    zichtbaar = Competentiescore.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("competentie", "werknemer"), pk=pk)


def _op_de_lijst(request: Verzoek) -> list[Competentie]:
    """Those of new rounds, and those that were on the form when it was opened."""
    genoemd = [als_sleutel(naam.rpartition("_")[2]) for naam in request.POST]
    stond_erop = Q(pk__in=[sleutel for sleutel in genoemd if sleutel])
    zichtbaar = Competentie.objects.zichtbaar_voor(request.user)
    return list(zichtbaar.filter(Q(actief=True) | stond_erop))
