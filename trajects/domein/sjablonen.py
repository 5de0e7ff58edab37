"""Applies a plan template to a trajectory: due dates counted from an anchor, nothing twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.periode import plus_dagen
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.werkdagen import werkdag_tot, werkdag_vanaf
from gebruikers.models import Gebruiker
from trajects.domein.acties import voeg_actie_toe
from trajects.domein.doelen import voeg_doel_toe
from trajects.domein.fasen import eis_lopend
from trajects.keuzes import Anker
from trajects.models import Actie, Doel, Plansjabloon, Sjabloonregel, Traject
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Werknemer

Ankers = Mapping[Anker, date | None]
DAGEN_PER_JAAR: Final = 365


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A line of a template for one employee; `tegen` None: its anchor has no day yet."""

    regel: Sjabloonregel
    tegen: date | None
    staat_er_al: bool

    def is_voorbij(self, op: date) -> bool:
        return self.tegen is not None and self.tegen < op


def ankers_van(werknemer: Werknemer, op: date) -> dict[Anker, date | None]:
    """The days from which a template counts: first day of the contract of `op` (else the latest),
    first day of the chain of advice, last day of support. None where there is none."""
    perioden = [contract.periode for contract in werknemer.contracten.all()]
    lopend = [periode for periode in perioden if op in periode] or perioden
    steun = bepaal(werknemer.adviezen.all(), op)
    return {
        Anker.CONTRACT: max((periode.van for periode in lopend), default=None),
        Anker.ADVIES: steun.keten.van if steun.keten else steun.begint_op,
        Anker.EINDE: steun.laatste_dag,
    }


def datum_van(regel: Sjabloonregel, ankers: Ankers) -> date | None:
    """When the action is due: a working day, never moved to the other side of its anchor."""
    anker = ankers[Anker(regel.anker)]
    if anker is None:
        return None
    dag = plus_dagen(anker, regel.dagen)
    return werkdag_vanaf(dag) if regel.dagen >= 0 else werkdag_tot(dag)


def stel_voor(sjabloon: Plansjabloon, traject: Traject, ankers: Ankers) -> list[Voorstel]:
    """Every line with its day, in order of time; those without a day last."""
    bestaand = set(Actie.objects.filter(traject=traject).values_list("sjabloonregel", flat=True))
    regels = [
        Voorstel(regel, datum_van(regel, ankers), regel.pk in bestaand)
        for regel in sjabloon.regels.all()
    ]
    return sorted(regels, key=lambda v: (v.tegen is None, v.tegen or date.max, v.regel.pk))


def pas_toe(
    *,
    sjabloon: Plansjabloon,
    traject: Traject,
    door: Gebruiker,
    sla_voorbij_over: bool = True,
) -> int:
    """Put the template into the plan; returns how many actions came in. Twice adds nothing.

    Goals are found again by their title. With `sla_voorbij_over` what was due before today stays
    out. Raises ValidationError for a trajectory that has ended.
    """
    with als_zin():
        # One at a time: the second finds what the first put in.
        huidig = eis_lopend(vergrendel(traject, None))
        ankers = ankers_van(huidig.werknemer, vandaag())
        nieuw = [
            voorstel
            for voorstel in stel_voor(sjabloon, huidig, ankers)
            if not voorstel.staat_er_al
            and not (sla_voorbij_over and voorstel.is_voorbij(vandaag()))
        ]
        doelen = _doelen(huidig, nieuw, door)
        for voorstel in nieuw:
            _voeg_toe(voorstel, doelen[voorstel.regel.doel], door)
    return len(nieuw)


def sjablonen_voor(organisatie_id: int | None) -> "QuerySet[Plansjabloon]":
    """Those of the organisation, and the examples that it has no version of its own of."""
    alle = Plansjabloon.objects.van(organisatie_id).filter(actief=True)
    eigen = Plansjabloon.objects.filter(organisatie=organisatie_id, kopie_van__isnull=False)
    return alle.exclude(Q(organisatie=None) & Q(pk__in=eigen.values("kopie_van")))


def past_bij(sjablonen: Iterable[Plansjabloon], ankers: Ankers) -> list[Plansjabloon]:
    """The templates with the one for the term of the support first."""
    begin, einde = ankers[Anker.ADVIES], ankers[Anker.EINDE]
    jaren = round((einde - begin).days / DAGEN_PER_JAAR) if begin and einde else None
    return sorted(sjablonen, key=lambda s: (s.jaren != jaren, s.jaren or 0, s.pk))


def _doelen(traject: Traject, voorstellen: list[Voorstel], door: Gebruiker) -> dict[str, Doel]:
    """The goal of each line by title: one that is there, or a new one."""
    doelen = {doel.titel: doel for doel in traject.doelen.all()}
    for voorstel in voorstellen:
        titel = voorstel.regel.doel
        if titel not in doelen:
            thema = voorstel.regel.thema
            doelen[titel] = voeg_doel_toe(traject=traject, door=door, titel=titel, thema=thema)
    return doelen


def _voeg_toe(voorstel: Voorstel, doel: Doel, door: Gebruiker) -> None:
    regel = voorstel.regel
    voeg_actie_toe(
        werknemer=doel.traject.werknemer,
        traject=doel.traject,
        doel=doel,
        door=door,
        wat=regel.wat,
        wie=regel.wie,
        tegen=voorstel.tegen,
        sjabloonregel=regel,
    )
