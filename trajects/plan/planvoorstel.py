"""What a plan template comes to for one employee: which lines come in, each with its day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.werkdagen import werkdag_tot, werkdag_vanaf
from trajects.keuzes import Anker, Voorbij
from trajects.models import Actie, Plansjabloon, Sjabloonregel, Traject
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Werknemer

Ankers = Mapping[Anker, date | None]
_DAGEN_PER_JAAR: Final = 365.25
_MAANDEN_LANG: Final = 3
_DAGEN_OM_IN_TE_HALEN: Final = 14


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A line of a template for one employee; `tegen` None: its anchor has no day yet.

    `was`: the day by the template, when that is over and another one takes its place.
    """

    regel: Sjabloonregel
    tegen: date | None
    was: date | None = None


@dataclass(frozen=True, slots=True)
class Planvoorstel:
    """Every line once, in order of time: to come in, left out because past, or there already."""

    met_dag: tuple[Voorstel, ...]
    zonder_dag: tuple[Voorstel, ...]
    voorbij: tuple[Voorstel, ...]
    staan_er_al: tuple[Voorstel, ...]

    @property
    def nieuw(self) -> tuple[Voorstel, ...]:
        return (*self.met_dag, *self.zonder_dag)


def ankers_van(werknemer: Werknemer, op: date) -> dict[Anker, date | None]:
    """The days from which a template counts; None where there is none.

    The first day of the contract of `op` (else of the latest), the first day of the advice in
    force (an extension begins a plan of its own; else the first to come, or the last that was),
    and the last day of support.
    """
    contracten = [contract.periode for contract in werknemer.contracten.all()]
    adviezen = list(werknemer.adviezen.all())
    steun = bepaal(adviezen, op)
    if steun.begint_op is not None:
        steun = bepaal(adviezen, steun.begint_op)
    van_nu = (advies.periode.van for advies in adviezen if steun.op in advies.periode)
    laatste = steun.slotadvies.periode.van if steun.slotadvies else None
    return {
        Anker.CONTRACT: max(
            (periode.van for periode in contracten if op in periode),
            default=max((periode.van for periode in contracten), default=None),
        ),
        Anker.ADVIES: next(van_nu, laatste),
        Anker.EINDE: steun.laatste_dag,
    }


def termijn(ankers: Ankers) -> float | None:
    """The years of support from the start of the advice; None when one of both is not known."""
    begin, einde = ankers[Anker.ADVIES], ankers[Anker.EINDE]
    return (einde - begin).days / _DAGEN_PER_JAAR if begin and einde else None


def datum_van(regel: Sjabloonregel, ankers: Ankers) -> date | None:
    """When the action is due: a working day, never moved to the other side of its anchor."""
    anker = ankers[Anker(regel.anker)]
    if anker is None:
        return None
    dag = plus_dagen(anker, regel.dagen)
    return werkdag_tot(dag) if _ligt_ervoor(regel) else werkdag_vanaf(dag)


def stel_voor(
    sjabloon: Plansjabloon, traject: Traject, ankers: Ankers, *, op: date, sla_over: str
) -> Planvoorstel:
    """What the template comes to on the day `op`; `sla_over` is a `Voorbij`. Two queries."""
    staat_er_al, grens = _bestaand(sjabloon, traject), _grens(sla_over, op)
    regels = [Voorstel(regel, datum_van(regel, ankers)) for regel in sjabloon.regels.all()]
    op_tijd = sorted(regels, key=lambda v: (v.tegen or date.max, v.regel.pk))
    nieuw = [v for v in op_tijd if not staat_er_al(v.regel)]
    komen = [v for v in nieuw if v.tegen is None or v.tegen >= grens]
    met_dag = [v for v in komen if v.tegen is not None]
    if sla_over == Voorbij.LANG:
        met_dag = [_haal_in(v, ankers, op) for v in met_dag]
    return Planvoorstel(
        met_dag=tuple(sorted(met_dag, key=lambda v: v.tegen or date.max)),
        zonder_dag=tuple(v for v in komen if v.tegen is None),
        voorbij=tuple(v for v in nieuw if v not in komen),
        staan_er_al=tuple(v for v in op_tijd if v not in nieuw),
    )


def _haal_in(voorstel: Voorstel, ankers: Ankers, op: date) -> Voorstel:
    """What is over gets two weeks from the day on, or as long as its anchor is still to come."""
    if voorstel.tegen is None or voorstel.tegen >= op:
        return voorstel
    tegen = werkdag_vanaf(plus_dagen(op, _DAGEN_OM_IN_TE_HALEN))
    anker = ankers[Anker(voorstel.regel.anker)]
    if _ligt_ervoor(voorstel.regel) and anker and op <= anker < tegen:
        tegen = max(op, werkdag_tot(anker))
    return replace(voorstel, tegen=tegen, was=voorstel.tegen)


def _ligt_ervoor(regel: Sjabloonregel) -> bool:
    return regel.dagen < 0 or (regel.dagen == 0 and regel.anker == Anker.EINDE)


def _grens(sla_over: str, op: date) -> date:
    """From which day on lines come in."""
    grenzen = {Voorbij.LANG: plus_maanden(op, -_MAANDEN_LANG), Voorbij.ALLES: op}
    return grenzen.get(Voorbij(sla_over), date.min)


def _bestaand(sjabloon: Plansjabloon, traject: Traject) -> Callable[[Sjabloonregel], bool]:
    """Whether a line is in the plan already: by itself, or word for word from another template.

    So a plan that began with the example does not get everything again from the own version of it.
    """
    acties: Iterable[tuple[int | None, int | None, str | None, str]]
    acties = Actie.objects.filter(traject=traject).values_list(
        "sjabloonregel", "sjabloonregel__sjabloon", "doel__titel", "wat"
    )
    regels, woorden = set(), set()
    for regel, van_sjabloon, doel, wat in acties:
        regels.add(regel)
        if van_sjabloon != sjabloon.pk:
            woorden.add((doel, wat))
    return lambda regel: regel.pk in regels or (regel.doel, regel.wat) in woorden
