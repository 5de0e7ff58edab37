"""The sheets of practice, chosen and read as in the browser and with the command."""

import io
from collections.abc import Callable

from django.core.management import call_command
from django.test import Client

from gebruikers.models import Gebruiker
from tests.werknemers.invoer.bladen import PRAKTIJK
from werknemers.domein.invoer.kolomkeuze import Antwoord
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomstap import beeldafdruk, kies_kolommen, kolommen_van
from werknemers.domein.invoer.nazicht import Nazicht, lees_nazicht
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.uitvoering import kijk_na
from werknemers.models import Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status


NAAMGENOTEN = "Er staan mensen met dezelfde naam en geboortedatum in: Tina Testers ({}). Klopt dat?"


def kies(bestand: str, door: Gebruiker) -> Importopdracht:
    """As in the browser: chosen and read."""
    inhoud = (PRAKTIJK / bestand).read_bytes()
    opdracht = start_import(bestandsnaam=bestand, inhoud=inhoud, door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def beantwoord(
    opdracht: Importopdracht, antwoorden: dict[str, tuple[Kolom | None, str]], door: Gebruiker
) -> None:
    """As on the page: these answers, and for the rest what it proposes."""
    beeld = kolommen_van(opdracht)
    assert beeld is not None
    keuze = {
        kolom.sleutel: Antwoord(Kolom(kolom.kolom) if kolom.kolom else None, kolom.gewoonte)
        for kolom in beeld.kolommen
    } | {sleutel: Antwoord(*antwoord) for sleutel, antwoord in antwoorden.items()}
    assert kies_kolommen(opdracht, keuze=keuze, gezien=beeldafdruk(opdracht), door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()


def nazicht(bestand: str, door: Gebruiker) -> Nazicht:
    opdracht = kies(bestand, door)
    assert opdracht.status == Status.NAKIJKEN, opdracht.weigering
    return lees_nazicht(opdracht)


def importeer(bestand: str, *opties: str) -> str:
    uit = io.StringIO()
    pad = str(PRAKTIJK / bestand)
    call_command("importeer", pad, "--organisatie", "de-lepel", *opties, stdout=uit)
    return uit.getvalue()


def zinnen(beeld: Nazicht, groep: str = "aandacht") -> list[tuple[str, str]]:
    return [melding for rij in beeld.rijen(groep) for melding in rij.meldingen]


def belbaar(tekst: str) -> bool:
    return tekst[0] == "+" and tekst[1:].isdigit()


def nummers() -> list[str]:
    return sorted(Werknemer.objects.values_list("personeelsnummer", flat=True))
