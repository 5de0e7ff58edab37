"""Many employees at once: an organisation of which a page does not hold everybody."""

from typing import Any

from tests.fabrieken import ContractFactory, WerknemerFactory
from werknemers.models import Arbeidsovereenkomst, Dienst, Werknemer


def maak_mensen(dienst: Dienst, aantal: int, **anders: Any) -> list[Werknemer]:
    """In service since 2024, by name: Wim Naam 000, Wim Naam 001, …"""
    eerste = Werknemer.objects.filter(organisatie=dienst.organisatie).count()
    anders.setdefault("voornaam", "Wim")
    mensen = Werknemer.objects.bulk_create(
        WerknemerFactory.build(
            organisatie=dienst.organisatie,
            familienaam=f"Naam {nummer:03}",
            personeelsnummer=f"W{nummer:03}",
            **anders,
        )
        for nummer in range(eerste, eerste + aantal)
    )
    Arbeidsovereenkomst.objects.bulk_create(
        ContractFactory.build(werknemer=werknemer, dienst=dienst) for werknemer in mensen
    )
    return mensen
