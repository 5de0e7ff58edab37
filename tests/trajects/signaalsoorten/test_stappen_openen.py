"""The button of each kind about work and training opens, for each role that gets the kind."""

from collections.abc import Callable
from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContracteindeFactory,
    DeelnameFactory,
    OverdrachtFactory,
    StageFactory,
    ToestemmingFactory,
    UitstroomFactory,
    VormingFactory,
)
from tests.trajects.signaalsoorten.tafel import NU, Als, feiten
from trajects.kader.views.stap import met_knop
from trajects.keuzes import Standdeelname
from trajects.models import Signaal
from trajects.signaalsoorten.register import soort_van
from trajects.signaalsoorten.soort import Over
from trajects.signaalsoorten.soorten import (
    attest_verloopt,
    contract_eindigt,
    fonds_zonder_antwoord,
    overdrachtsgesprek,
    stage_zonder_evaluatie,
    terugkeergarantie,
    toestemming_ingetrokken,
    vorming_zonder_resultaat,
)
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.signaaltekst import feit_van, stap_van
from werknemers.models import Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)


def attest(wie: Werknemer) -> None:
    DeelnameFactory(werknemer=wie, attest="HACCP", attest_vervalt_op=date(2026, 12, 12))


def gepland(wie: Werknemer) -> None:
    attest(wie)
    DeelnameFactory(werknemer=wie)


def contract(wie: Werknemer) -> None:
    Arbeidsovereenkomst.objects.update(periode=Periode.tem(date(2026, 2, 1), date(2026, 12, 31)))


def opgezegd(wie: Werknemer) -> None:
    ContracteindeFactory(contract=wie.contracten.get())


def gesprek(wie: Werknemer) -> None:
    OverdrachtFactory(werknemer=wie, gesprek_gepland_op=date(2026, 11, 20))


def stage(wie: Werknemer) -> None:
    StageFactory(werknemer=wie)


def garantie(wie: Werknemer) -> None:
    Arbeidsovereenkomst.objects.update(periode=Periode.tem(date(2024, 1, 1), date(2025, 6, 30)))
    UitstroomFactory(werknemer=wie, datum=date(2025, 6, 30))


def toestemming(wie: Werknemer) -> None:
    ToestemmingFactory(overdracht__werknemer=wie, ingetrokken_op=date(2026, 11, 20))


def vorming(wie: Werknemer) -> None:
    toen = Periode.tem(date(2026, 10, 5), date(2026, 10, 6))
    DeelnameFactory(werknemer=wie, vorming__periode=toen, stand=Standdeelname.AANWEZIG)


@pytest.mark.parametrize(
    ("maak", "code"),
    [
        (attest, attest_verloopt.VERLOOPT),
        (gepland, attest_verloopt.VERLOOPT),
        (contract, contract_eindigt.EINDIGT),
        (opgezegd, contract_eindigt.OPGEZEGD),
        (gesprek, overdrachtsgesprek.CODE),
        (stage, stage_zonder_evaluatie.CODE),
        (garantie, terugkeergarantie.CODE),
        (toestemming, toestemming_ingetrokken.CODE),
        (vorming, vorming_zonder_resultaat.CODE),
    ],
)
def test_the_step_opens(
    als: Als,
    amina: Werknemer,
    begeleider: Gebruiker,
    coordinator: Gebruiker,
    hr: Gebruiker,
    maak: Callable[[Werknemer], None],
    code: str,
) -> None:
    maak(amina)
    (feit,) = (feit for feit in feiten(amina) if feit.soort == code)
    soort = soort_van(code)
    for wie in (begeleider, coordinator, hr):
        if wie.rol in soort.voor and (stap := soort.stap(feit, Over("Amina", NU, wie.rol))):
            knop = met_knop(stap)
            assert not knop.url or als(wie).get(knop.url).status_code == 200


def test_the_step_about_the_fund_opens(als: Als, coordinator: Gebruiker, hr: Gebruiker) -> None:
    VormingFactory(organisatie=coordinator.organisatie, gevraagd_op=date(2026, 9, 1))
    bepaal_signalen(op=NU)
    signaal = Signaal.objects.get(soort=fonds_zonder_antwoord.CODE)
    for wie in (coordinator, hr):
        stap = stap_van(feit_van(signaal), Over("", NU, wie.rol))
        assert stap is not None
        assert als(wie).get(met_knop(stap).url).status_code == 200
