"""The figures of the outflow dashboard, counted in SQL over the same caseload as the list.

Every figure says which choices in the list show exactly those people (`Getal.keuze`), so a number
and its list come from one place. Definitions: `horizon` for the buckets, `CaseloadQuerySet` for
service, phase and goal. Who works in two services counts in each, and once in the total.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from django.db.models import BooleanField, Count, ExpressionWrapper

from gedeeld.kwartaal import Kwartaal
from trajects.kader.caseload import ZONDER, ZONDER_JOBDOELWIT, CaseloadQuerySet
from trajects.kader.horizon import NABIJ, horizon_van, laatste_dag_van
from trajects.keuzes import LOPENDE_FASEN, Horizon
from werknemers.keuzes import Steun
from werknemers.models import Dienst

# The heads of the figures per phase (`NABIJ`, everybody), on screen and in the spreadsheet.
FASEKOPPEN: Final = ("gestopt of binnen 6 maanden", "iedereen")
# Whose support runs.
LOPEND: Final = (
    Horizon.DRIE_MAANDEN,
    Horizon.ZES_MAANDEN,
    Horizon.TWAALF_MAANDEN,
    Horizon.VIERENTWINTIG_MAANDEN,
    Horizon.LATER,
)
# The chart goes this far; what ends later is one bar.
KWARTALEN: Final = 20

_VELDEN: Final = ("steun", "steun_tot", "fase", "zonder_doel", "dienstsleutels")

Keuze = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Getal:
    """How many people, and the choices in the list of employees that show them."""

    aantal: int
    keuze: Keuze


@dataclass(frozen=True, slots=True)
class Cijferrij:
    """One line of figures under a name."""

    naam: str
    getallen: tuple[Getal, ...]
    totaal: Getal


@dataclass(frozen=True, slots=True)
class Uitstroomtijdvak:
    """One bar of the chart: a quarter, or all later ones that somebody's support ends in."""

    naam: str
    kwartalen: tuple[Kwartaal, ...]


@dataclass(frozen=True, slots=True)
class Uitstroomcijfers:
    """All figures of one day; `horizons` and `eindes` have a row per service, then the total."""

    op: date
    in_dienst: Getal
    horizons: tuple[Cijferrij, ...]
    totaal: Cijferrij
    tijdvakken: tuple[Uitstroomtijdvak, ...]
    eindes: tuple[Cijferrij, ...]
    eindes_totaal: Cijferrij
    nabij: Getal
    fasen: tuple[Cijferrij, ...]
    dubbel: bool


@dataclass(frozen=True, slots=True)
class Uitstroomgroep:
    """So many people with the same services, end of support, phase and whether they have no goal.
    `diensten` are keys."""

    aantal: int
    horizon: Horizon
    kwartaal: Kwartaal | None
    diensten: Sequence[int]
    fase: str | None
    zonder_doel: bool


def tel(mensen: CaseloadQuerySet, op: date, diensten: Iterable[Dienst]) -> Uitstroomcijfers:
    """Count a caseload of the day `op`; `diensten` are the services to show, in order.

    One query, however many people, services and quarters there are: what the end of each of them
    costs is paid once.
    """
    allen = _groepen(mensen, op)
    per_dienst: dict[int, list[Uitstroomgroep]] = defaultdict(list)
    for groep in allen:
        for dienst in groep.diensten:
            per_dienst[dienst].append(groep)
    gekend = [dienst for dienst in diensten if dienst.pk in per_dienst]
    leden = {dienst: per_dienst[dienst.pk] for dienst in gekend}
    tijdvakken = _tijdvakken(allen, op)
    return Uitstroomcijfers(
        op=op,
        in_dienst=Getal(_som(allen), {}),
        horizons=tuple(_horizonrij(d.naam, leden[d], _dienst(d)) for d in gekend),
        totaal=_horizonrij("Samen", allen, {}),
        tijdvakken=tijdvakken,
        eindes=tuple(_einderij(d.naam, leden[d], tijdvakken, op, _dienst(d)) for d in gekend),
        eindes_totaal=_einderij("Samen", allen, tijdvakken, op, {}),
        nabij=Getal(_som(_nabij(allen)), {"horizon": NABIJ}),
        fasen=tuple(_faserijen(allen)),
        dubbel=sum(map(_som, leden.values())) > _som(allen),
    )


def _groepen(mensen: CaseloadQuerySet, op: date) -> list[Uitstroomgroep]:
    """The caseload grouped by what the figures ask."""
    zonder_doel = ExpressionWrapper(ZONDER_JOBDOELWIT, BooleanField())
    rijen = mensen.met_diensten(op).annotate(zonder_doel=zonder_doel).order_by().values(*_VELDEN)

    # In a large organisation nearly everybody is a group alone, and many end on the same day.
    @cache
    def einde(steun: str, steun_tot: date | None) -> tuple[Horizon, Kwartaal | None]:
        laatste = laatste_dag_van(steun_tot) if steun == Steun.LOOPT else None
        kwartaal = None if laatste is None else Kwartaal.van(laatste)
        return horizon_van(steun, steun_tot, op), kwartaal

    return [
        Uitstroomgroep(
            rij["aantal"],
            *einde(rij["steun"], rij["steun_tot"]),
            rij["dienstsleutels"],
            rij["fase"],
            rij["zonder_doel"],
        )
        for rij in rijen.annotate(aantal=Count("pk"))
    ]


def _som(groepen: Iterable[Uitstroomgroep]) -> int:
    return sum(groep.aantal for groep in groepen)


def _nabij(groepen: Iterable[Uitstroomgroep]) -> list[Uitstroomgroep]:
    return [groep for groep in groepen if groep.horizon in NABIJ]


def _dienst(dienst: Dienst) -> dict[str, str]:
    return {"dienst": str(dienst.pk)}


def _horizonrij(naam: str, groepen: list[Uitstroomgroep], keuze: Keuze) -> Cijferrij:
    telling: Counter[Horizon] = Counter()
    for groep in groepen:
        telling[groep.horizon] += groep.aantal
    getallen = tuple(Getal(telling[h], {**keuze, "horizon": h.value}) for h in Horizon)
    return Cijferrij(naam, getallen, Getal(_som(groepen), keuze))


def _tijdvakken(groepen: list[Uitstroomgroep], op: date) -> tuple[Uitstroomtijdvak, ...]:
    """From the quarter of `op` to the last in which support ends, the far ones together."""
    eindes = sorted({groep.kwartaal for groep in groepen if groep.kwartaal})
    if not eindes:
        return ()
    eerste = Kwartaal.van(op)
    aantal = min(eindes[-1] - eerste + 1, KWARTALEN)
    vakken = [Uitstroomtijdvak(str(eerste + n), (eerste + n,)) for n in range(aantal)]
    rest = tuple(kwartaal for kwartaal in eindes if kwartaal - eerste >= KWARTALEN)
    if rest:
        vakken.append(Uitstroomtijdvak("later", rest))
    return tuple(vakken)


def _einderij(
    naam: str,
    groepen: list[Uitstroomgroep],
    tijdvakken: tuple[Uitstroomtijdvak, ...],
    op: date,
    keuze: Keuze,
) -> Cijferrij:
    telling: Counter[Kwartaal] = Counter()
    for groep in groepen:
        if groep.kwartaal:
            telling[groep.kwartaal] += groep.aantal
    getallen = tuple(
        Getal(sum(telling[k] for k in vak.kwartalen), {**keuze, **_kwartaalkeuze(vak, op)})
        for vak in tijdvakken
    )
    return Cijferrij(naam, getallen, Getal(telling.total(), {**keuze, "horizon": LOPEND}))


def _kwartaalkeuze(vak: Uitstroomtijdvak, op: date) -> Keuze:
    """What is left of this quarter lies within three months; what is past of it is "verlopen"."""
    keuze = {"kwartaal": ",".join(map(str, vak.kwartalen))}
    if Kwartaal.van(op) in vak.kwartalen:
        keuze["horizon"] = Horizon.DRIE_MAANDEN.value
    return keuze


def _faserijen(allen: list[Uitstroomgroep]) -> Iterable[Cijferrij]:
    """Per phase and without goal: those near the end, and all of them."""
    for fase in LOPENDE_FASEN:
        yield _faserij(fase.label, [g for g in allen if g.fase == fase], {"fase": fase.value})
    zonder_traject = [groep for groep in allen if groep.fase is None]
    yield _faserij("geen traject", zonder_traject, {"fase": ZONDER})
    zonder_doel = [groep for groep in allen if groep.zonder_doel]
    yield _faserij("nog geen jobdoelwit", zonder_doel, {"zonder_jobdoelwit": "on"})


def _faserij(naam: str, groepen: list[Uitstroomgroep], keuze: Keuze) -> Cijferrij:
    nabij = Getal(_som(_nabij(groepen)), {**keuze, "horizon": NABIJ})
    return Cijferrij(naam, (nabij,), Getal(_som(groepen), keuze))
