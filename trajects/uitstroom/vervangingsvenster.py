"""The window around a falling or ended premium, in which a dismissal asks for its motive.

The decree provides that employers do not dismiss people for financial motives once their premiums
have fallen or ended, in order to replace them (docs/regels.md#replacement-prohibition).
The length of the window is a Regelparameter, and no rule of law.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from gedeeld.periode import ketens, plus_maanden
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_voluit, en, meervoud
from regels.domein.parameters import Parameters, laad_parameters
from regels.keuzes import IN_KWARTALEN, Parametercode
from regels.models import Startpakket
from werknemers.domein.begeleidingstelling import daalt_op, ketenbegin
from werknemers.domein.premies import laad_startpakketten, schijven_van
from werknemers.domein.schijven import Schijf, niveau_op
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Werknemer

# Every parameter that the window follows from.
VENSTERREGELS: Final = (
    Parametercode.VERVANGING_VOOR,
    Parametercode.VERVANGING_NA,
    Parametercode.BEGELEIDING_TELT_KETEN,
)
_BEGELEIDING: Final = "het vaste deel van de begeleidingspremie daalt"


@dataclass(frozen=True, slots=True)
class Keerpunt:
    """The first day on which a premium is lower, or gone; `volgens` are the parameters that say
    so."""

    dag: date
    wat: str
    volgens: tuple[Parametercode, ...] = ()


@dataclass(frozen=True, slots=True)
class Venster:
    """The turning point nearest to the day that was asked about, and why it counts.

    Both `van` and `laatste_dag` belong to the window.
    """

    keerpunt: Keerpunt
    van: date
    laatste_dag: date
    uitleg: Uitleg


def keerpunten(schijven: Iterable[Schijf], eindes: Iterable[date]) -> list[Keerpunt]:
    """Where the premium falls from one day to the next, and where the support ends.

    `eindes` are the first days without support. After a gap a lower premium is a new one.
    """
    op_volgorde = sorted(schijven, key=lambda schijf: schijf.periode)
    dalingen = [
        Keerpunt(
            na.periode.van, f"de loonpremie daalt van {voor.percentage} naar {na.percentage} %"
        )
        for voor, na in pairwise(op_volgorde)
        if na.percentage < voor.percentage and na.periode.van == voor.periode.tot
    ]
    return [*dalingen, *(Keerpunt(dag, "de ondersteuning stopt") for dag in eindes)]


def begeleiding_daalt(adviezen: Iterable[Adviesperiode], regels: Parameters) -> Iterator[Keerpunt]:
    """Where the flat part of the guidance premium falls, as the forecast counts it; nowhere when it
    is not known what counts."""
    keten = regels.waarde(Parametercode.BEGELEIDING_TELT_KETEN)
    imw = [advies for advies in adviezen if advies.soort in IN_KWARTALEN]
    begin = ketenbegin(advies.periode for advies in imw)
    for advies in imw if keten is not None else ():
        dag = daalt_op(begin[advies.periode] if keten else advies.periode.van)
        if dag in advies.periode and niveau_op(advies, dag) != Begeleidingsniveau.GEEN:
            yield Keerpunt(dag, _BEGELEIDING, (Parametercode.BEGELEIDING_TELT_KETEN,))


def samen(punten: Iterable[Keerpunt]) -> list[Keerpunt]:
    """What turns on the same day, as one."""
    per_dag: dict[date, list[Keerpunt]] = defaultdict(list)
    for punt in punten:
        per_dag[punt.dag].append(punt)
    return [
        Keerpunt(dag, en([p.wat for p in alle]), tuple(code for p in alle for code in p.volgens))
        for dag, alle in per_dag.items()
    ]


def dichtste(punten: Sequence[Keerpunt], dag: date, *, voor: int, na: int) -> Keerpunt | None:
    """The nearest turning point of which `dag` lies within so many months before and after.

    Both ends belong to the window. None: the day lies outside every window.
    """
    binnen = [
        punt
        for punt in punten
        if plus_maanden(punt.dag, -voor) <= dag <= plus_maanden(punt.dag, na)
    ]
    return min(binnen, key=lambda punt: (abs((punt.dag - dag).days), punt.dag), default=None)


def keerpunt_rond(
    adviezen: Iterable[Adviesperiode],
    pakketten: Sequence[Startpakket],
    regels: Parameters,
    dag: date,
) -> Keerpunt | None:
    """The turning point whose window holds the day, from all advice of one employee; no queries of
    its own when `schijven` are prefetched. None as well on a day for which no length is known."""
    voor = regels.waarde(Parametercode.VERVANGING_VOOR)
    na = regels.waarde(Parametercode.VERVANGING_NA)
    if voor is None or na is None:
        return None
    alle = list(adviezen)
    schijven = [schijf for advies in alle for schijf in schijven_van(advies, pakketten)]
    eindes = [keten.tot for keten in ketens(advies.periode for advies in alle) if keten.tot]
    punten = samen([*keerpunten(schijven, eindes), *begeleiding_daalt(alle, regels)])
    return dichtste(punten, dag, voor=int(voor), na=int(na))


def lees_venster(werknemer: Werknemer, dag: date) -> Venster | None:
    """Whether a dismissal on this day lies in a window; with the reason, for the screen."""
    adviezen = list(werknemer.adviezen.prefetch_related("schijven"))
    if not adviezen:
        return None
    regels = laad_parameters(dag, werknemer.organisatie_id)
    punt = keerpunt_rond(adviezen, laad_startpakketten(), regels, dag)
    return None if punt is None else _venster(punt, dag, regels)


def _venster(punt: Keerpunt, dag: date, regels: Parameters) -> Venster:
    voor = regels.aantal(Parametercode.VERVANGING_VOOR)
    na = regels.aantal(Parametercode.VERVANGING_NA)
    van, laatste_dag = plus_maanden(punt.dag, -voor), plus_maanden(punt.dag, na)
    uitleg = Uitleg(
        antwoord=f"Rond {datum_voluit(punt.dag)}: {punt.wat}.",
        regel=(
            f"Het venster loopt van {meervoud(voor, 'maand', 'maanden')} voor tot "
            f"{meervoud(na, 'maand', 'maanden')} na de dag waarop de premie daalt of stopt."
        ),
        invoer=(
            ("Laatste dag in dienst", datum_voluit(dag)),
            ("Venster", f"{datum_voluit(van)} t.e.m. {datum_voluit(laatste_dag)}"),
        ),
        bron=regels.bronnen(
            Parametercode.VERVANGING_VOOR, Parametercode.VERVANGING_NA, *punt.volgens
        ),
        tegenspraak=regels.toelichting(Parametercode.VERVANGING_NA),
    )
    return Venster(punt, van, laatste_dag, uitleg)
