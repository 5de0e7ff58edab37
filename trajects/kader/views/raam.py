"""The frame that all pages of one employee share: the header and the way to the other pages."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import Http404

from gebruikers.models import Gebruiker
from gedeeld.adressen import adres_van
from gedeeld.grafiek import tijdlijn
from gedeeld.tijd import vandaag
from trajects.kader.mijlpalen import Mijlpaal, lees_mijlpalen
from trajects.kader.tijdlijn import tijdlijnregels
from trajects.kader.views.stap import met_knop
from trajects.kader.werknemerbeeld import (
    Erbij,
    Werknemerbeeld,
    lees_werknemer,
    stel_beeld_samen,
)
from trajects.rechten import (
    mag_evalueren,
    mag_logboek_zien,
    mag_notities_schrijven,
    mag_plan_zien,
)
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.soort import Feit, Over
from trajects.signaalsoorten.volgende_stap import volgende_stap
from werknemers.models import Werknemer
from werknemers.rechten import mag_werknemers_zien

# name, view, who sees it
_PAGINAS: Final = (
    ("Overzicht", "werknemer", mag_werknemers_zien),
    ("Plan", "plan", mag_plan_zien),
    ("Logboek", "logboek", mag_logboek_zien),
    ("Stages en sollicitaties", "werk", mag_plan_zien),
    ("Overdracht en nazorg", "overgang", mag_plan_zien),
    ("Advies en contract", "contract", mag_werknemers_zien),
    ("Evaluatie", "evaluatie", mag_plan_zien),
)


def beeld_van(
    gebruiker: Gebruiker, pk: int, *, met_insz: bool = False, erbij: tuple[Erbij, ...] = ()
) -> Werknemerbeeld:
    """The employee with everything on the page today; 404 for who may not know about this one.

    `erbij` is what a page annotates for itself.
    """
    try:
        werknemer = lees_werknemer(gebruiker, pk, met_insz=met_insz, erbij=erbij)
    except Werknemer.DoesNotExist as fout:
        raise Http404 from fout
    return stel_beeld_samen(werknemer, gebruiker, vandaag())


def lees_feiten(beeld: Werknemerbeeld, gebruiker: Gebruiker) -> Sequence[Feit]:
    """What the rules answer about this employee; one query, none for who gets no step."""
    if not mag_plan_zien(gebruiker):
        return ()
    wie = beeld.werknemer
    return feiten_van(wie.organisatie_id, [wie.pk], beeld.op).get(wie.pk, [])


def over_van(beeld: Werknemerbeeld, gebruiker: Gebruiker) -> Over:
    """About whom the sentences of the page are, for this reader."""
    return Over(beeld.werknemer.voornaam, beeld.op, gebruiker.rol)


def raam_van(
    beeld: Werknemerbeeld,
    gebruiker: Gebruiker,
    pagina: str,
    feiten: Sequence[Feit] | None = None,
) -> dict[str, Any]:
    """Context of `trajects/kader/werknemer_hoofd.html`; `pagina` is the view whose tab is lit.

    `feiten` as `lees_feiten` gives them, for a page that tells more of them.
    """
    pk = beeld.werknemer.pk
    if feiten is None:
        feiten = lees_feiten(beeld, gebruiker)
    punten = [
        {
            "naam": naam,
            "url": adres_van(f"trajects:{view}", pk),
            "actief": view == pagina,
            "aantal": len(beeld.notities) if view == "logboek" else None,
        }
        for naam, view, recht in _PAGINAS
        if recht(gebruiker)
    ]
    return {
        "beeld": beeld,
        "werknemer": beeld.werknemer,
        "punten": punten,
        "mag_plan": mag_plan_zien(gebruiker),
        **_stap(beeld, feiten, gebruiker),
        "mag_schrijven": mag_notities_schrijven(gebruiker),
        # The log has a box of its own.
        "notitieknop": mag_notities_schrijven(gebruiker) and pagina != "logboek",
    }


def tijdlijn_van(beeld: Werknemerbeeld, gebruiker: Gebruiker) -> dict[str, Any]:
    """Context of `trajects/kader/werknemer_tijdlijn.html`: the drawing and the same as a table."""
    mijlpalen: tuple[Mijlpaal, ...] = ()
    if mag_plan_zien(gebruiker):
        ook = mag_evalueren(gebruiker)
        mijlpalen = lees_mijlpalen(beeld.werknemer, met_evaluaties=ook)
    lijn = beeld.tijdlijn(mijlpalen)
    tekening = tijdlijn(lijn, f"tijdlijn-{beeld.werknemer.pk}")
    return {"tekening": tekening, "tijdlijnregels": tijdlijnregels(lijn)}


def _stap(beeld: Werknemerbeeld, feiten: Sequence[Feit], gebruiker: Gebruiker) -> dict[str, Any]:
    """What comes next, and whether this user can do it."""
    if not mag_plan_zien(gebruiker):
        return {"stap": None, "mag_stap": False}
    stap = met_knop(volgende_stap(feiten, over_van(beeld, gebruiker)))
    return {"stap": stap, "mag_stap": bool(stap.url) and stap.recht(gebruiker)}
