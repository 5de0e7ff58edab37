"""Somebody who left a while ago: where to, what was heard since, and the trajectory closed."""

from demo.gegevens import Demovertrek
from demo.verhaal import Verhaal
from demo.vertrek import nazorg, uitstroom
from trajects.keuzes import EINDFASEN, Bestemming, Fase, Initiatief
from trajects.models import Traject


def vertel(v: Verhaal, vertrek: Demovertrek) -> None:
    uitstroom(
        v,
        Bestemming(vertrek.bestemming),
        Initiatief(vertrek.initiatief),
        laatste_dag=v.laatste_dag,
        werkgever=vertrek.werkgever,
        functie=vertrek.functie,
        reden=vertrek.reden,
    )
    for weken, resultaat, wat_gedaan in vertrek.nazorg:
        nazorg(v, weken, resultaat, wat_gedaan)
    plan = v.mens.persoon.traject
    loopt_nog = Traject.objects.lopend().filter(werknemer=v.werknemer).exists()
    if plan is not None and plan.fase in EINDFASEN and loopt_nog:
        v.fase(Fase(plan.fase), f"{v.werknemer.voornaam} redt zich verder zelf.")
