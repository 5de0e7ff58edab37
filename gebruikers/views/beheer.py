"""The way into the administration, with only what this role may use."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import resolve, reverse
from django.views.decorators.http import require_safe

from gebruikers.models import Gebruiker
from gebruikers.rechten import mag_beheer_zien
from gebruikers.verzoek import Verzoek
from gedeeld.web import vereist


@dataclass(frozen=True, slots=True)
class Ingang:
    """A page of the administration and the sentence that says what it is for."""

    naam: str
    view: str
    uitleg: str

    @property
    def url(self) -> str:
        return reverse(self.view)

    def open_voor(self, gebruiker: Gebruiker) -> bool:
        """Asks the page itself: the rights of other apps are not known here."""
        return bool(resolve(self.url).func.recht(gebruiker))  # type: ignore[attr-defined]


INGANGEN: Final = (
    Ingang("Import", "werknemers:import", "Breng werknemers in uit het rekenblad dat je al hebt."),
    Ingang(
        "Diensten",
        "werknemers:diensten",
        "Voeg diensten toe, geef ze een andere naam of sluit ze.",
    ),
    Ingang(
        "Gebruikers",
        "gebruikers:gebruikers",
        "Nodig collega’s uit, kies hun rol, of zet een account uit.",
    ),
    Ingang(
        "Vervanging",
        "gebruikers:waarnemingen",
        "Laat een begeleider de werknemers van een afwezige collega opvolgen.",
    ),
    Ingang(
        "Werknemers overdragen",
        "trajects:overdragen",
        "Geef de werknemers van een begeleider die vertrekt aan een collega.",
    ),
    Ingang(
        "Organisatie",
        "gebruikers:organisatie",
        "Kies hoeveel maanden vooraf er een signaal komt, en hoe je organisatie heet.",
    ),
    Ingang(
        "Plansjablonen",
        "trajects:sjablonen",
        "Kies waarmee een begeleider een plan begint: wat er wanneer gebeurt.",
    ),
    Ingang(
        "Bijzondere passage",
        "trajects:passages",
        "Lees en vernieuw wat er in het contract staat over het einddoel van de job.",
    ),
    Ingang(
        "Competenties",
        "trajects:competenties",
        "Vul de lijst aan die begeleider en werknemer samen overlopen.",
    ),
    Ingang(
        "Regels en bronnen",
        "regels:startpakketten",
        "Kijk met welke percentages Doorstroom rekent, en waar ze vandaan komen.",
    ),
    Ingang(
        "Parameters",
        "regels:parameters",
        "Bekijk de bedragen en termijnen waarmee Doorstroom rekent, of zet je eigen waarde.",
    ),
    Ingang(
        "Taken",
        "gebruikers:taken",
        "Kijk of de signalen van vannacht berekend zijn en of alle mails vertrokken zijn.",
    ),
)


@require_safe
@vereist(mag_beheer_zien)
def beheer(request: Verzoek) -> HttpResponse:
    ingangen = [ingang for ingang in INGANGEN if ingang.open_voor(request.user)]
    return render(request, "gebruikers/beheer.html", {"ingangen": ingangen})
