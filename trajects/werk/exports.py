"""The register of employers as a spreadsheet."""

from typing import Final

from gedeeld.lijstblad import rijkolom

KOLOMMEN: Final = (
    rijkolom("Werkgever", 32, lambda rij: rij.naam),
    rijkolom("Gemeente", 22, lambda rij: rij.gemeente),
    rijkolom("Sector", 26, lambda rij: rij.get_sector_display()),
    rijkolom("KBO-nummer", 16, lambda rij: rij.kbo_nummer),
    rijkolom("Contactpersoon", 26, lambda rij: rij.contactpersoon),
    rijkolom("Telefoon", 18, lambda rij: rij.telefoon),
    rijkolom("E-mail", 28, lambda rij: rij.email),
    rijkolom("Afspraken", 50, lambda rij: rij.afspraken, omloop=True),
    rijkolom("Stand", 12, lambda rij: "in gebruik" if rij.actief else "uitgezet"),
)
