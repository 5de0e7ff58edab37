"""What stands in the transition plan of one employee: gathered once, for paper in any form.

The plan shares what may be shared: notes that are not confidential, in their latest version. The
table of rights (docs/rechten.md) gives HR the plan but not the log, so HR reads when there was
contact and of what kind, not what was said. The INSZ is never part of it: the paper travels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.text import Truncator

from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.grafiek import Tijdlijn
from gedeeld.weergeven import datum_voluit, nog_tot
from trajects.kader.tijdlijn import Beloop, stel_tijdlijn_samen
from trajects.keuzes import Fase, SoortNotitie
from trajects.models import Notitie, Traject
from trajects.models.notitie import NotitieQuerySet
from trajects.plan_pdf.planbewijs import planbewijs
from trajects.plan_pdf.planonderdelen import Planonderdelen, lees_planonderdelen
from werknemers.domein.adviesverhaal import lees_gebeurtenissen
from werknemers.domein.ondersteuning import Ondersteuning, bepaal
from werknemers.domein.premies import Premieverloop, laad_startpakketten, verloop_van
from werknemers.keuzes import Steun
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Arbeidsovereenkomst, Werknemer

CONTACTEN: Final = 5
TEKENS_PER_CONTACT: Final = 1200
VERDER: Final = " … (lees verder in het logboek)"

# What each phase means to the employee. Written to be read aloud.
FASE_IN_WOORDEN: Final = {
    Fase.VOORTRAJECT: "We bekijken samen wat ik kan en welk werk bij mij past.",
    Fase.JOBMATCHING: "We zoeken samen een werkgever die bij mij past.",
    Fase.STAGE: "Ik doe een stage bij een andere werkgever.",
    Fase.NAZORG: "Ik heb een nieuwe job. We blijven nog een tijd contact houden.",
    Fase.AFGEROND: "Mijn plan is klaar.",
    Fase.STOPGEZET: "Dit plan is gestopt. We bekijken samen hoe het verder gaat.",
}
GEEN_TRAJECT: Final = "We spreken af wanneer we samen beginnen."


@dataclass(frozen=True, slots=True)
class Plancontact:
    """A moment of the log; `tekst` is empty for who may not read the log."""

    datum: date
    soort: str
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Planinhoud:
    """The plan of `werknemer` as it stands on the day `op`; that day is its version. `bewijs` is
    the receipt of the dates and the steps that it shows."""

    werknemer: Werknemer
    op: date
    met_teksten: bool
    ondersteuning: Ondersteuning
    contracten: tuple[Arbeidsovereenkomst, ...]
    adviezen: tuple[tuple[Adviesperiode, Premieverloop], ...]
    gebeurtenissen: tuple[Adviesgebeurtenis, ...]
    traject: Traject | None
    contacten: tuple[Plancontact, ...]
    gesprekken: tuple[date, ...]
    onderdelen: Planonderdelen
    bewijs: Bewijsbestand

    @property
    def titel(self) -> str:
        return f"Doorstroomplan van {self.werknemer.naam}"

    @property
    def jobdoelwit(self) -> str:
        """The goal; none for a path that was broken off."""
        if self.traject is None or self.traject.fase == Fase.STOPGEZET:
            return ""
        return self.traject.jobdoelwit

    @property
    def op_weg(self) -> bool:
        """Whether a new job is still to be found."""
        return self.traject is None or (self.traject.loopt and self.traject.fase != Fase.NAZORG)

    @property
    def beoogde_uitstroom(self) -> date | None:
        """The day aimed at, while the trajectory runs."""
        if self.traject is None or not self.traject.loopt:
            return None
        return self.traject.beoogde_uitstroom

    @property
    def fase_in_woorden(self) -> str:
        return GEEN_TRAJECT if self.traject is None else FASE_IN_WOORDEN[Fase(self.traject.fase)]

    @property
    def diensten(self) -> tuple[str, ...]:
        """Where the employee works on the day."""
        return tuple(c.dienst.naam for c in self.contracten if self.op in c.periode)

    @property
    def tijdlijn(self) -> Tijdlijn:
        """The drawing of the employee's page, without what may not be shared."""
        loopt = self.traject is not None and self.traject.loopt
        return stel_tijdlijn_samen(
            titel=f"Tijdlijn van {self.werknemer.naam}. De tabellen zeggen hetzelfde in woorden.",
            op=self.op,
            beloop=Beloop(self.contracten, self.adviezen, self.gebeurtenissen),
            gesprekken=self.gesprekken,
            traject=self.traject if loopt else None,
            mijlpalen=self.onderdelen.momenten.mijlpalen,
        )

    @property
    def einde_in_woorden(self) -> tuple[str, str]:
        """Until when the support lasts, for the employee: the answer, and what it means."""
        stand = self.ondersteuning
        if stand.laatste_dag is None:
            return _zonder_einde(stand)
        laatste = datum_voluit(stand.laatste_dag)
        if stand.steun == Steun.VERLOPEN:
            return f"Mijn ondersteuning liep tot en met {laatste}.", _NA_HET_EINDE
        if stand.laatste_dag == stand.op:
            return f"Tot en met {laatste}.", f"Vandaag is de laatste dag. {_NA_HET_EINDE}"
        nog = nog_tot(stand.op, stand.laatste_dag)
        return f"Tot en met {laatste}.", f"Dat is {nog}. {_TIJDENS}"


_TIJDENS: Final = (
    "In die tijd krijgt mijn werkgever steun voor mijn job, en zoeken we werk dat bij mij past."
)
_NA_HET_EINDE: Final = "We bekijken samen wat er nu mogelijk is."
_NOG_GEEN: Final = "Vraag gerust wat dit voor mij betekent."


def _zonder_einde(stand: Ondersteuning) -> tuple[str, str]:
    if stand.begint_op is not None:
        return f"Mijn ondersteuning begint op {datum_voluit(stand.begint_op)}.", _TIJDENS
    return "Er is nog geen beslissing over mijn ondersteuning.", _NOG_GEEN


def stel_plan_samen(werknemer: Werknemer, *, op: date, met_teksten: bool) -> Planinhoud:
    """The plan of an employee whom the reader may see; `met_teksten` if also the log.

    Reads in a fixed number of queries; load `organisatie` and `begeleider` with the employee.
    """
    contracten = tuple(werknemer.contracten.select_related("dienst"))
    adviezen = list(werknemer.adviezen.prefetch_related("schijven"))
    startpakketten = laad_startpakketten()
    deelbaar = Notitie.objects.filter(werknemer=werknemer, datum__lte=op).deelbaar()
    gesprekken = deelbaar.filter(soort=SoortNotitie.GESPREK)
    traject = _traject(werknemer)
    return Planinhoud(
        werknemer=werknemer,
        op=op,
        met_teksten=met_teksten,
        ondersteuning=bepaal(adviezen, op),
        contracten=contracten,
        gebeurtenissen=lees_gebeurtenissen(werknemer),
        adviezen=tuple((advies, verloop_van(advies, startpakketten)) for advies in adviezen),
        traject=traject,
        contacten=tuple(_contacten(deelbaar, met_teksten)),
        gesprekken=tuple(gesprekken.values_list("datum", flat=True)),
        onderdelen=lees_planonderdelen(werknemer, traject),
        bewijs=planbewijs(werknemer, adviezen, startpakketten, op),
    )


def _traject(werknemer: Werknemer) -> Traject | None:
    """The running one, else the latest that ended."""
    alle = list(werknemer.trajecten.prefetch_related("jobdoelwitten"))
    laatste = alle[0] if alle else None
    return next((traject for traject in alle if traject.loopt), laatste)


def _contacten(deelbaar: NotitieQuerySet, met_teksten: bool) -> Iterator[Plancontact]:
    for notitie in deelbaar[:CONTACTEN]:
        tekst = Truncator(notitie.tekst).chars(TEKENS_PER_CONTACT, VERDER) if met_teksten else ""
        yield Plancontact(notitie.datum, notitie.get_soort_display(), tekst)
