"""The window around a falling or ended premium, in which a dismissal asks for its motive.

The decree provides that employers do not dismiss people for financial motives once their premiums
have fallen or ended, in order to replace them (Koepel LDE, "Doorstroom en vervangende instroom").
The length of the window is a Regelparameter, and no rule of law.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from doorstroom.gedeeld.periode import plus_maanden
from doorstroom.gedeeld.uitleg import Uitleg
from doorstroom.gedeeld.weergeven import datum_voluit, meervoud
from regels.domein.parameters import Parameters, laad_parameters
from regels.keuzes import Parametercode
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.premies import Schijf, laad_startpakketten, verloop_van
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Keerpunt:
    """The first day on which the premium is lower, or gone."""

    dag: date
    wat: str


@dataclass(frozen=True, slots=True)
class Venster:
    """The turning point nearest to the day that was asked about, and why it counts."""

    keerpunt: Keerpunt
    uitleg: Uitleg


def keerpunten(schijven: Iterable[Schijf], steun_tot: date | None) -> list[Keerpunt]:
    """Where the premium falls, and where the support ends (`steun_tot`: the day after)."""
    op_volgorde = sorted(schijven, key=lambda schijf: schijf.periode)
    punten = [
        Keerpunt(
            na.periode.van, f"de loonpremie daalt van {voor.percentage} naar {na.percentage} %"
        )
        for voor, na in pairwise(op_volgorde)
        if na.percentage < voor.percentage
    ]
    return [*punten, Keerpunt(steun_tot, "de ondersteuning stopt")] if steun_tot else punten


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


def lees_venster(werknemer: Werknemer, dag: date) -> Venster | None:
    """Whether a dismissal on this day lies in a window; with the reason, for the screen."""
    regels = laad_parameters(dag, werknemer.organisatie_id)
    adviezen = list(werknemer.adviezen.prefetch_related("schijven"))
    pakketten = laad_startpakketten() if adviezen else []
    schijven = [s for advies in adviezen for s in verloop_van(advies, pakketten).schijven]
    keten = bepaal(adviezen, dag).keten
    punt = dichtste(
        keerpunten(schijven, keten.tot if keten else None),
        dag,
        voor=regels.aantal(Parametercode.VERVANGING_VOOR),
        na=regels.aantal(Parametercode.VERVANGING_NA),
    )
    return None if punt is None else Venster(punt, _uitleg(punt, dag, regels))


def _uitleg(punt: Keerpunt, dag: date, regels: Parameters) -> Uitleg:
    voor = regels.aantal(Parametercode.VERVANGING_VOOR)
    na = regels.aantal(Parametercode.VERVANGING_NA)
    regel = regels.regel(Parametercode.VERVANGING_NA)
    return Uitleg(
        antwoord=f"Rond {datum_voluit(punt.dag)}: {punt.wat}.",
        regel=(
            f"Het venster loopt van {meervoud(voor, 'maand', 'maanden')} voor tot "
            f"{meervoud(na, 'maand', 'maanden')} na de dag waarop de premie daalt of stopt."
        ),
        invoer=(("Dag van de uitstroom", datum_voluit(dag)),),
        bron=f"{regel.bron.titel} (zekerheid {regel.zekerheid})" if regel else "",
        tegenspraak=regel.toelichting if regel else "",
    )
