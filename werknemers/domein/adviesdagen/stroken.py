"""The strips of one employee: of each advice that runs or is to come, or of the last one. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regels.domein.parameters import Parameters
from regels.keuzes import IN_KWARTALEN, Parametercode
from werknemers.domein.adviesdagen.premiewissel import niveauwissels
from werknemers.domein.adviesdagen.strook import Strook, strook_van
from werknemers.domein.adviesdagen.strookdag import Strookvraag
from werknemers.domein.begeleidingstelling import ketenbegin
from werknemers.keuzes import Adviesstap
from werknemers.models import Adviesgebeurtenis, Adviesperiode


@dataclass(frozen=True, slots=True)
class Strookgegevens:
    """What is on file of one employee; `sinds` is the first day in service without a break."""

    adviezen: Sequence[Adviesperiode]
    gebeurtenissen: Sequence[Adviesgebeurtenis]
    geboren: date | None
    sinds: date | None


def over_advies(
    advies: Adviesperiode, gebeurtenissen: Iterable[Adviesgebeurtenis]
) -> list[Adviesgebeurtenis]:
    """What happened to this advice, with the objections to that, and the decision by which it
    began; a new advice that was asked since it began, and is about no other, belongs with it."""
    alle = list(gebeurtenissen)
    eigen = [wat for wat in alle if _hoort_bij(wat, advies)]
    sleutels = {wat.pk for wat in eigen}
    return eigen + [wat for wat in alle if wat.tegen_id in sleutels and wat.pk not in sleutels]


def _hoort_bij(wat: Adviesgebeurtenis, advies: Adviesperiode) -> bool:
    if advies.pk is not None and wat.vervolgadvies_id == advies.pk:
        return True
    if wat.advies_id is not None:
        return wat.advies_id == advies.pk
    nieuw = wat.soort == Adviesstap.AANVRAAG
    return nieuw and advies.periode.van <= wat.gevraagd_op


def stroken_van(gegevens: Strookgegevens, parameters: Parameters) -> list[Strook]:
    """On the day of the parameters, in order; one at least for who has advice."""
    adviezen = sorted(gegevens.adviezen, key=lambda advies: advies.periode)
    tellend = [advies for advies in adviezen if not advies.periode.voorbij(parameters.op)]
    begin = _telt_van(adviezen, parameters)
    wissels = tuple(niveauwissels(adviezen))
    aansluitend = {advies.periode.van for advies in adviezen}
    return [
        strook_van(
            Strookvraag(
                advies=advies,
                gebeurtenissen=over_advies(advies, gegevens.gebeurtenissen),
                parameters=parameters,
                telt_van=begin.get(advies.pk, advies.periode.van),
                vervolgd=advies.periode.tot in aansluitend,
                geboren=gegevens.geboren,
                lde_sinds=gegevens.sinds,
                niveauwissels=wissels,
            )
        )
        for advies in tellend or adviezen[-1:]
    ]


def _telt_van(adviezen: Sequence[Adviesperiode], parameters: Parameters) -> dict[int, date]:
    """Since when the quarters of the guidance premium count, by advice."""
    if not parameters.waarde(Parametercode.BEGELEIDING_TELT_KETEN):
        return {}
    imw = [advies for advies in adviezen if advies.soort in IN_KWARTALEN]
    ketens = ketenbegin(advies.periode for advies in imw)
    return {advies.pk: ketens[advies.periode] for advies in imw}
