"""The notes that were found as a spreadsheet."""

from typing import Final

from gedeeld.bladeren import HOOGSTENS
from gedeeld.lijstblad import rijkolom

KOLOMMEN: Final = (
    rijkolom("Personeelsnummer", 18, lambda rij: rij.werknemer.personeelsnummer),
    rijkolom("Naam", 28, lambda rij: rij.werknemer.naam),
    rijkolom("Datum", 14, lambda rij: rij.datum),
    rijkolom("Soort", 16, lambda rij: rij.get_soort_display()),
    rijkolom("Minuten", 10, lambda rij: rij.duur_minuten),
    rijkolom("Thema's", 26, lambda rij: rij.themas_in_woorden),
    rijkolom("Door", 22, lambda rij: rij.auteur.volledige_naam),
    rijkolom("Vertrouwelijk", 14, lambda rij: "ja" if rij.vertrouwelijk else ""),
    rijkolom("Tekst", 80, lambda rij: rij.tekst, omloop=True),
)
# As the list says it, which shows no more either.
MEER: Final = (
    "Let op",
    f"Dit zijn de nieuwste {HOOGSTENS}. Kies een periode of zoek nauwer om oudere te vinden.",
)
