"""`laad_demo`: the demo organisations, made once; prints who can log in."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from demo.geld import laad_geld
from demo.laden import haal_nacht_in, laad_demo
from demo.logins import DEMO_LOGINS, DEMO_ORGANISATIES, DEMO_WACHTWOORD
from gedeeld.opdrachten import Geweigerd, Opdracht


@contextmanager
def _zonder_log() -> Iterator[None]:
    """`make demo` shows people all that this command says; a log line is no news to them."""
    logger = logging.getLogger("doorstroom.taken")
    niveau = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(niveau)


class Command(Opdracht):
    help = "Zet de demo-organisaties klaar en toont wie zich kan aanmelden."

    def handle(self, *_: Any, **__: Any) -> None:
        if settings.PRODUCTIE:
            raise Geweigerd(
                "De demogegevens laad je alleen in de demo of in een test: zet eerst "
                "DOORSTROOM_MODUS=demo. Er is niets veranderd."
            )
        with _zonder_log():
            nieuw = laad_demo()
            met_geld = laad_geld()
            ingehaald = haal_nacht_in()
        self.stdout.write(
            "De demogegevens staan klaar."
            if nieuw
            else "De demogegevens stonden al klaar: er is niets veranderd."
        )
        if met_geld and not nieuw:
            self.stdout.write("De bedragen van de diensten en de scenario's zijn erbij gezet.")
        if ingehaald:
            self.stdout.write("De gemiste nacht is ingehaald: de signalen zijn die van vandaag.")
        for code, naam in DEMO_ORGANISATIES.items():
            self.stdout.write(f"\n{naam} (organisatie {code})")
            for login in DEMO_LOGINS:
                if login.organisatie == code:
                    self.stdout.write(f"  {login.rol.label:<12} {login.email:<28} {login.naam}")
        self.stdout.write(f"\nHet wachtwoord is altijd: {DEMO_WACHTWOORD}")
