"""The aftercare of one outflow as the page shows it, and until when somebody may come back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gedeeld.ernst import Ernst
from gedeeld.periode import dag_erna, dag_ervoor, plus_maanden
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_voluit, meervoud, nog_tot
from regels.domein.parameters import Parameters, laad_parameters
from regels.keuzes import Parametercode
from trajects.kader.duurzaam import is_duurzaam
from trajects.keuzes import ZONDER_NAZORG
from trajects.models import Nazorgmoment, Uitstroom
from werknemers.models import Arbeidsovereenkomst


@dataclass(frozen=True, slots=True)
class Nazorgregel:
    """A moment and its state, as word and weight; `kan`: an answer would count today."""

    moment: Nazorgmoment
    toestand: Ernst
    woord: str
    kan: bool
    is_aan_de_beurt: bool = False


@dataclass(frozen=True, slots=True)
class Garantie:
    """The right to come back to the social economy, as far as it is known."""

    laatste_dag: date
    uitleg: Uitleg
    opmerking: str


@dataclass(frozen=True, slots=True)
class Nazorgbeeld:
    """`duurzaam` None: not known yet; `duurzaam_na` weeks, None when no rule is in force.

    `terug_op` is the day on which the employee came back, `garantie` None when there is none.
    """

    uitstroom: Uitstroom
    regels: tuple[Nazorgregel, ...]
    terug_op: date | None
    duurzaam: bool | None
    duurzaam_na: int | None
    garantie: Garantie | None

    @property
    def is_klaar(self) -> bool:
        """The last moment was answered, or there is none: the trajectory can be closed."""
        return not self.regels or not self.regels[-1].moment.is_open

    @property
    def aan_de_beurt(self) -> Nazorgregel | None:
        """What is to be asked now."""
        return next((regel for regel in self.regels if regel.is_aan_de_beurt), None)

    def volgende_op(self, op: date) -> date | None:
        """The day of the next moment that is still ahead."""
        dagen = (r.moment.gepland_op for r in self.regels if r.moment.is_open)
        return min((dag for dag in dagen if dag > op), default=None) if not self.terug_op else None


def nazorgbeeld(
    uitstroom: Uitstroom, op: date, contracten: Iterable[Arbeidsovereenkomst] = ()
) -> Nazorgbeeld:
    """Two queries, fewer when `nazorg` is prefetched: the moments, the rules of the last day."""
    momenten = sorted(uitstroom.nazorg.all(), key=lambda moment: moment.weken)
    regels = laad_parameters(uitstroom.datum, uitstroom.werknemer.organisatie_id)
    terug_op = teruggekeerd_op(uitstroom, contracten, op)
    weken = regels.waarde(Parametercode.DUURZAAM)
    return Nazorgbeeld(
        uitstroom=uitstroom,
        regels=tuple(_regel(moment, momenten, op, terug_op) for moment in momenten),
        terug_op=terug_op,
        duurzaam=None if weken is None else is_duurzaam(momenten, int(weken)),
        duurzaam_na=None if weken is None else int(weken),
        garantie=_garantie(uitstroom, regels, op),
    )


def teruggekeerd_op(
    uitstroom: Uitstroom, contracten: Iterable[Arbeidsovereenkomst], op: date
) -> date | None:
    """The first day of the first contract after leaving that began on or before `op`."""
    begin = (contract.periode.van for contract in contracten)
    return min((dag for dag in begin if uitstroom.datum < dag <= op), default=None)


def _regel(
    moment: Nazorgmoment, momenten: Sequence[Nazorgmoment], op: date, terug_op: date | None
) -> Nazorgregel:
    """The same rules for many at once: `NazorgmomentQuerySet.nog_te_vragen`."""
    kan = moment.vanaf <= op
    if not moment.is_open:
        ernst = Ernst.GOED if moment.aan_het_werk else Ernst.RUSTIG
        return Nazorgregel(moment, ernst, moment.get_resultaat_display(), kan)
    if terug_op is not None:
        return Nazorgregel(moment, Ernst.RUSTIG, "niet meer nodig", kan=False)
    later = [ander for ander in momenten if ander.weken > moment.weken]
    if any(not ander.is_open or ander.gepland_op <= op for ander in later):
        return Nazorgregel(moment, Ernst.RUSTIG, "overgeslagen", kan)
    if moment.gepland_op > op:
        return Nazorgregel(moment, Ernst.RUSTIG, "gepland", kan)
    if op < moment.te_laat_op:
        return Nazorgregel(moment, Ernst.LET_OP, "aan de beurt", kan, is_aan_de_beurt=True)
    return Nazorgregel(moment, Ernst.ERG, "te laat", kan, is_aan_de_beurt=True)


def _garantie(uitstroom: Uitstroom, regels: Parameters, op: date) -> Garantie | None:
    """Counted from the day after leaving; for many at once: `UitstroomQuerySet.met_garantie`."""
    waarde = regels.waarde(Parametercode.TERUGKEERGARANTIE)
    if waarde is None or uitstroom.bestemming in ZONDER_NAZORG:
        return None
    laatste_dag = dag_ervoor(plus_maanden(dag_erna(uitstroom.datum), int(waarde)))
    maanden = meervoud(int(waarde), "maand", "maanden")
    uitleg = Uitleg(
        antwoord=f"{nog_tot(op, laatste_dag)}, t.e.m. {datum_voluit(laatste_dag)}",
        regel=f"De garantie loopt {maanden}, vanaf de dag na de laatste dag in dienst.",
        invoer=(("Laatste dag in dienst", datum_voluit(uitstroom.datum)),),
        bron=regels.bronnen(Parametercode.TERUGKEERGARANTIE),
    )
    return Garantie(laatste_dag, uitleg, regels.toelichting(Parametercode.TERUGKEERGARANTIE))
