"""People with every kind of advice and of what can happen to it, the same ones each time."""

from datetime import date
from random import Random
from typing import Any, Final

from gebruikers.models import Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, plus_dagen
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory, ContractFactory, GebeurtenisFactory, WerknemerFactory
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Premieschijf, Werknemer

_NIVEAUS: Final = list(Begeleidingsniveau)
_STAPPEN: Final = [
    Adviesstap.VERLENGING, Adviesstap.VERLENGING, Adviesstap.BIJSTURING, Adviesstap.EVALUATIE,
    Adviesstap.AANVRAAG,
]  # fmt: skip


def bevolk(organisatie: Organisatie, aantal: int, zaad: int = 7) -> list[Werknemer]:
    """So many people in service since 2022, with one to three periods of advice each."""
    toeval = Random(zaad)
    return [_mens(organisatie, toeval) for _ in range(aantal)]


def _mens(organisatie: Organisatie, toeval: Random) -> Werknemer:
    wie = WerknemerFactory(organisatie=organisatie)
    ContractFactory(werknemer=wie, periode=Periode(date(2022, 1, 1)))
    kwartaal = Kwartaal.van(date(2023, 7, 1)) + toeval.randrange(8)
    adviezen: list[Adviesperiode] = []
    for _ in range(toeval.choice((1, 1, 2, 3))):
        lengte = toeval.choice((1, 4, 8, 20))
        tot = kwartaal + lengte
        adviezen.append(_advies(wie, toeval, Periode(kwartaal.eerste_dag, tot.eerste_dag)))
        kwartaal = tot + toeval.choice((0, 0, 0, 3))
    for advies in adviezen:
        for _ in range(toeval.choice((0, 0, 1, 2, 3))):
            _gebeurtenis(advies, toeval, adviezen)
    return wie


def _advies(wie: Werknemer, toeval: Random, periode: Periode) -> Adviesperiode:
    soort = toeval.choice(list(SoortAdvies))
    niveau = Begeleidingsniveau.GEEN
    if soort != SoortAdvies.LDE_OVERGANG:
        niveau = toeval.choice(_NIVEAUS)
    return AdviesFactory(
        werknemer=wie,
        soort=soort,
        besluitdatum=periode.van,
        periode=periode,
        begeleidingsniveau=niveau,
    )


def _gebeurtenis(
    advies: Adviesperiode, toeval: Random, adviezen: list[Adviesperiode]
) -> Adviesgebeurtenis:
    van, laatste = advies.periode.van, advies.periode.laatste_dag
    soort, uitkomst = toeval.choice(_STAPPEN), toeval.choice(["", *Stapuitkomst])
    gevraagd = plus_dagen(van, toeval.randrange((laatste - van).days + 1))
    velden: dict[str, Any] = {"gevraagd_op": gevraagd, "uitkomst": uitkomst}
    if uitkomst:
        velden["besluitdatum"] = plus_dagen(gevraagd, toeval.randrange(90))
        if toeval.random() < 0.5:
            velden["kennis_op"] = plus_dagen(velden["besluitdatum"], toeval.randrange(9))
    if uitkomst == Stapuitkomst.GESTOPT:
        velden["laatste_dag"] = toeval.choice((laatste, plus_dagen(laatste, 91)))
    if uitkomst == Stapuitkomst.TOEGEKEND and soort == Adviesstap.VERLENGING:
        velden["vervolgadvies"] = toeval.choice((None, adviezen[-1]))
    if soort == Adviesstap.AANVRAAG:
        velden["advies"] = None
    wat = GebeurtenisFactory(
        **{"advies": advies, "werknemer": advies.werknemer, "soort": soort} | velden
    )
    if uitkomst == Stapuitkomst.TOEGEKEND and soort == Adviesstap.BIJSTURING:
        _bijgesteld(wat, advies, toeval)
    if wat.besluitdatum and toeval.random() < 0.4:
        na = plus_dagen(wat.besluitdatum, 30)
        GebeurtenisFactory(
            werknemer=advies.werknemer,
            advies=wat.advies,
            tegen=wat,
            soort=Adviesstap.BEZWAAR,
            gevraagd_op=na,
            uitkomst=(bezwaar := toeval.choice(("", Stapuitkomst.INGETROKKEN))),
            besluitdatum=na if bezwaar else None,
        )
    return wat


def _bijgesteld(wat: Adviesgebeurtenis, advies: Adviesperiode, toeval: Random) -> None:
    """Other steps, with another level of guidance, to the end of the advice."""
    wat.begeleidingsniveau = toeval.choice(_NIVEAUS)
    wat.save()
    Premieschijf.objects.create(
        advies=advies,
        gebeurtenis=wat,
        periode=Periode(wat.gevraagd_op, advies.periode.tot),
        percentage=40,
    )
