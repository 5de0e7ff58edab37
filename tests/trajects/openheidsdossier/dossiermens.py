"""Somebody whose openness dossier is complete, and what takes a piece of it away."""

from datetime import date
from typing import Any

from gebruikers.models import Gebruiker
from tests.fabrieken import (
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    NotitieFactory,
    PassageFactory,
    PassagetoelichtingFactory,
    PlanbesprekingFactory,
    TrajectFactory,
)
from trajects.keuzes import Standdeelname, Thema
from trajects.models import Contractpassage
from werknemers.keuzes import Voertaal
from werknemers.models import Werknemer

UITLEG = {
    "uitgelegd_op": date(2024, 1, 3),
    "uitgelegd_door": "Hilde Maes",
    "taal": Voertaal.AR,
    "met_tolk": True,
}


def passage_van(wie: Werknemer) -> Contractpassage:
    eigen = Contractpassage.objects.filter(organisatie=wie.organisatie).first()
    return eigen or PassageFactory(organisatie=wie.organisatie)


def leg_uit(contract: Any, **anders: Any) -> None:
    """The passage in this contract, explained and understood."""
    gegevens = UITLEG | {"erkend_op": date(2024, 1, 10)} | anders
    PassagetoelichtingFactory(
        contract=contract, passage=passage_van(contract.werknemer), **gegevens
    )


def maak_compleet(wie: Werknemer, auteur: Gebruiker, **contract: Any) -> Werknemer:
    """In service since 2024 unless `contract` says otherwise."""
    leg_uit(ContractFactory(werknemer=wie, **contract))
    NotitieFactory(
        werknemer=wie, auteur=auteur, themas=[Thema.EINDDOEL], datum=date(2024, 1, 5),
        tekst="We keken samen vooruit.",
    )  # fmt: skip
    DoelFactory(traject=TrajectFactory(werknemer=wie, jobdoelwit="kok"), titel="Leren snijden")
    PlanbesprekingFactory(
        werknemer=wie, door=auteur, besproken_op=date(2024, 3, 4), ondertekend_op=date(2024, 3, 4)
    )
    DeelnameFactory(werknemer=wie, stand=Standdeelname.AANWEZIG, vorming__titel="Voedselveiligheid")
    return wie
