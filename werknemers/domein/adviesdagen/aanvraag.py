"""How the request about an advice stands: asked, decided, objected to, or nothing on file."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final

from gedeeld.periode import plus_dagen
from gedeeld.weergeven import datum_met_dag, datum_voluit
from regels.domein.parameters import Parameters
from regels.keuzes import NIET_VERLENGBAAR, Parametercode, SoortAdvies
from werknemers.domein.adviesdagen.beroep import Beroepsdagen, beroepsdagen
from werknemers.domein.adviesdagen.dagregel import getal_van
from werknemers.keuzes import BETWISTBAAR, Adviesstap, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode

_ELDERS: Final = "Beroep staat bij het advies dat hierdoor begint."
_NIETS: Final = "Er is geen aanvraag genoteerd."


class Aanvraagstand(Enum):
    """GEEN: nothing was asked. LOOPT: VDAB has to decide, BEZWAAR: on an objection. BEROEP: one can
    still appeal. BESLIST: nothing can be done about it any more."""

    GEEN = auto()
    LOOPT = auto()
    BEROEP = auto()
    BEZWAAR = auto()
    BESLIST = auto()


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """`gevraagd_op` is None while nothing was asked; `beroep` are the days of an appeal against
    what was decided, and `bezwaar_op` the day on which it was made."""

    stand: Aanvraagstand
    zin: str
    gevraagd_op: date | None = None
    beroep: Beroepsdagen | None = None
    bezwaar_op: date | None = None


def te_vragen(soort: str) -> Collection[Adviesstap]:
    """What the employer asks to keep support after an advice of this kind."""
    if soort in NIET_VERLENGBAAR:
        return (Adviesstap.AANVRAAG,)
    if soort == SoortAdvies.LDE_OVERGANG:
        return (Adviesstap.EVALUATIE, Adviesstap.AANVRAAG)
    return (Adviesstap.VERLENGING,)


def aanvraag_van(
    gebeurtenissen: Iterable[Adviesgebeurtenis],
    soorten: Collection[Adviesstap],
    parameters: Parameters,
    advies: Adviesperiode,
) -> Aanvraag:
    """The last request of these kinds on the day of the parameters; one that was withdrawn is none.

    Pure: `gebeurtenissen` are those about `advies`, with the objections to them. An appeal against
    a decision by which another advice begins stands with that one.
    """
    alle = sorted(gebeurtenissen, key=lambda wat: (wat.gevraagd_op, wat.pk or 0))
    gevraagd = [wat for wat in alle if wat.soort in soorten]
    geldig = [wat for wat in gevraagd if wat.uitkomst != Stapuitkomst.INGETROKKEN]
    if not geldig:
        return Aanvraag(Aanvraagstand.GEEN, _niets(gevraagd))
    laatste = geldig[-1]
    if not laatste.uitkomst:
        return Aanvraag(Aanvraagstand.LOOPT, _loopt(laatste, parameters), laatste.gevraagd_op)
    if laatste.uitkomst not in BETWISTBAAR:
        return Aanvraag(Aanvraagstand.BESLIST, f"{_beslist(laatste)}.", laatste.gevraagd_op)
    if laatste.vervolgadvies_id not in (None, advies.pk):
        return Aanvraag(
            Aanvraagstand.BESLIST, f"{_beslist(laatste)}. {_ELDERS}", laatste.gevraagd_op
        )
    return _betwistbaar(laatste, [wat for wat in alle if _gaat_over(wat, laatste)], parameters)


def _gaat_over(bezwaar: Adviesgebeurtenis, besluit: Adviesgebeurtenis) -> bool:
    return bezwaar.tegen_id == besluit.pk and bezwaar.uitkomst != Stapuitkomst.INGETROKKEN


def _niets(gevraagd: list[Adviesgebeurtenis]) -> str:
    if not gevraagd:
        return _NIETS
    wat = gevraagd[-1]
    return f"De aanvraag van {datum_voluit(wat.gevraagd_op)} is ingetrokken."


def _loopt(wat: Adviesgebeurtenis, parameters: Parameters) -> str:
    zin = f"Aangevraagd op {datum_voluit(wat.gevraagd_op)}."
    dagen = getal_van(parameters, Parametercode.BEHANDELING)
    if dagen is None:
        return zin
    verwacht = plus_dagen(wat.gevraagd_op, dagen)
    if verwacht < parameters.op:
        return f"{zin} De beslissing was verwacht rond {datum_voluit(verwacht)}: vraag ernaar."
    return f"{zin} Beslissing verwacht rond {datum_voluit(verwacht)}."


def _beslist(wat: Adviesgebeurtenis) -> str:
    wanneer = f" op {datum_voluit(wat.besluitdatum)}" if wat.besluitdatum else ""
    return f"{Stapuitkomst(wat.uitkomst).label.capitalize()}{wanneer}"


def _betwistbaar(
    besluit: Adviesgebeurtenis, bezwaren: list[Adviesgebeurtenis], parameters: Parameters
) -> Aanvraag:
    gevraagd, eerst = besluit.gevraagd_op, _beslist(besluit)
    bezwaar = bezwaren[-1] if bezwaren else None
    if bezwaar is not None and bezwaar.uitkomst:
        zin = f"{eerst}. Na bezwaar: {_beslist(bezwaar).lower()}."
        return Aanvraag(Aanvraagstand.BESLIST, zin, gevraagd, bezwaar_op=bezwaar.gevraagd_op)
    dagen = _dagen(besluit, bezwaar, parameters)
    if bezwaar is not None:
        zin = f"{eerst}. Bezwaar op {datum_voluit(bezwaar.gevraagd_op)}.{_daarna(dagen)}"
        return Aanvraag(Aanvraagstand.BEZWAAR, zin, gevraagd, dagen, bezwaar.gevraagd_op)
    if dagen is None:
        zin = f"{eerst}. Vraag bij VDAB na tot wanneer beroep kan."
        return Aanvraag(Aanvraagstand.BEROEP, zin, gevraagd)
    if parameters.op > dagen.uiterlijk.dag:
        zin = f"{eerst}. Beroep kon tot en met {datum_met_dag(dagen.uiterlijk.dag)}."
        return Aanvraag(Aanvraagstand.BESLIST, zin, gevraagd, dagen)
    zin = f"{eerst}, beroep kan {dagen.in_woorden}."
    return Aanvraag(Aanvraagstand.BEROEP, zin, gevraagd, dagen)


def _dagen(
    besluit: Adviesgebeurtenis, bezwaar: Adviesgebeurtenis | None, parameters: Parameters
) -> Beroepsdagen | None:
    """Who did not note when the decision was known, knew it on its own day: that is the safe
    reading."""
    kennis = besluit.kennis_op or besluit.besluitdatum
    if kennis is None:
        return None
    return beroepsdagen(
        kennis,
        parameters,
        ingediend=bezwaar.gevraagd_op if bezwaar else None,
        commissie=bezwaar.commissie_op if bezwaar else None,
    )


def _daarna(dagen: Beroepsdagen | None) -> str:
    if dagen is None or dagen.beslissing is None:
        return ""
    return f" VDAB beslist ten laatste op {datum_voluit(dagen.beslissing.dag)}."
