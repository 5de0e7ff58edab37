"""What the pack reads of one employee: everything once, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from trajects.kader.planmomenten import Planmomenten, lees_planmomenten
from trajects.models import (
    Begeleidingsteam,
    Jobdoelwit,
    Notitie,
    Planversie,
    Sollicitatie,
    Talent,
    Traject,
)
from trajects.openheid.bewijs import Bewijs, bewijs_van_openheid
from trajects.plan.randvoorwaardenbeeld import Themabeeld, lees_themas
from trajects.profiel.competentiebeeld import Competentiebeeld, laatste_scores
from trajects.profiel.talentenbeeld import lees_talenten
from werknemers.domein.adviesverhaal import Verhaalregel, lees_gebeurtenissen, verhaal
from werknemers.domein.schijven import met_eigen_schijven
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

_GELADEN = (
    "contracten__dienst",
    "trajecten__jobdoelwitten",
    "trajecten__fasewissels",
    "trajecten__doelen__acties",
    "planversies",
)


@dataclass(frozen=True, slots=True)
class Pakketbron:
    """`contacten` are kind and day of what was noted and is not confidential, oldest first. Lists
    that lie in time come oldest first."""

    werknemer: Werknemer
    op: date
    contracten: tuple[Arbeidsovereenkomst, ...]
    adviezen: tuple[Adviesperiode, ...]
    gebeurtenissen: tuple[Verhaalregel, ...]
    trajecten: tuple[Traject, ...]
    team: Begeleidingsteam | None
    momenten: Planmomenten
    themas: tuple[Themabeeld, ...]
    competenties: tuple[Competentiebeeld, ...]
    talenten: tuple[Talent, ...]
    contacten: tuple[tuple[str, date], ...]
    openheid: tuple[Bewijs, ...]
    sollicitaties: tuple[Sollicitatie, ...]
    planversies: tuple[Planversie, ...]

    @property
    def voornaam(self) -> str:
        return self.werknemer.voornaam

    @property
    def lopende_contracten(self) -> tuple[Arbeidsovereenkomst, ...]:
        return tuple(contract for contract in self.contracten if self.op in contract.periode)

    @property
    def doelwitten(self) -> tuple[Jobdoelwit, ...]:
        """Of all trajectories, the earlier ones too."""
        alle = (doel for traject in self.trajecten for doel in traject.jobdoelwitten.all())
        return tuple(sorted(alle, key=lambda doel: (doel.van, doel.pk)))

    @property
    def jobdoelwit(self) -> Jobdoelwit | None:
        """The one that is aimed for now, in a trajectory that runs."""
        lopend = (traject for traject in self.trajecten if traject.loopt)
        doelen = (doel for traject in lopend for doel in traject.jobdoelwitten.all())
        return next((doel for doel in doelen if doel.actief), None)


def lees_bron(werknemer: Werknemer, op: date) -> Pakketbron:
    """For a reader who may see the plan of this employee. Nothing of it is confidential, or of
    the money: who may see more reads the same."""
    prefetch_related_objects([werknemer], *_GELADEN)
    return Pakketbron(
        werknemer=werknemer,
        op=op,
        contracten=tuple(sorted(werknemer.contracten.all(), key=lambda c: (c.periode.van, c.pk))),
        adviezen=tuple(met_eigen_schijven(werknemer.adviezen.all()).order_by("periode")),
        gebeurtenissen=tuple(verhaal(lees_gebeurtenissen(werknemer))),
        trajecten=tuple(reversed(werknemer.trajecten.all())),
        team=getattr(werknemer, "begeleidingsteam", None),
        momenten=lees_planmomenten(werknemer),
        themas=lees_themas(werknemer),
        competenties=laatste_scores(werknemer),
        talenten=lees_talenten(werknemer),
        contacten=_contacten(werknemer, op),
        openheid=tuple(bewijs_van_openheid(werknemer)),
        sollicitaties=tuple(
            werknemer.sollicitaties.select_related("werkgever").order_by("datum", "pk")
        ),
        planversies=tuple(werknemer.planversies.all()),
    )


def _contacten(werknemer: Werknemer, op: date) -> tuple[tuple[str, date], ...]:
    """Of each note only its kind and its day: the words do not leave the database."""
    notities = Notitie.objects.filter(werknemer=werknemer, datum__lte=op).deelbaar()
    return tuple(notities.order_by("datum", "pk").values_list("soort", "datum"))
