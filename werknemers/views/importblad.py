"""The sheet of the import: empty to fill in, and with everybody in it to take along."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.bestelling import Bestelling, Portie
from gedeeld.uitvoer.soorten import GemaaktBestand, Overgeslagen, Parameters, Uitvoersoort
from gedeeld.web import XLSX, download, terug_naar, vereist
from gedeeld.weergeven import enkele, meervoud
from werknemers.domein.importblad import in_bladen, kolommen_voor, lees_rijen, zonder_contract
from werknemers.exports.importblad import schrijf_importblad, schrijf_leeg_blad
from werknemers.rechten import mag_importeren


@require_safe
@vereist(mag_importeren)
def leeg(request: Verzoek) -> HttpResponse:
    """The columns with nothing under them, and what each is for."""
    return download(schrijf_leeg_blad(), XLSX, "leeg-importblad.xlsx")


@require_POST
@vereist(mag_importeren)
def neem_mee(request: Verzoek) -> HttpResponse:
    """Order everybody whom the user sees, in the form of the import."""
    bladen = in_bladen(request.user)
    bundel = bestandsnaam("importbladen", str(request.user.organisatie), vandaag(), "zip")
    bestelling = Bestelling(
        IMPORTBLAD,
        titel="Importblad met al je werknemers",
        terug=terug_naar(request) or reverse("werknemers:import"),
        bundelnaam=bundel if len(bladen) > 1 else "",
        porties=[
            Portie(parameters={"werknemers": sleutels, "blad": nummer, "bladen": len(bladen)})
            for nummer, sleutels in enumerate(bladen, 1)
        ],
    )
    return begin_uitvoer(request, bestelling)


def _maak(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand | Overgeslagen]:
    blad, bladen = parameters["blad"], parameters["bladen"]
    wat = "importblad" if bladen == 1 else f"importblad {blad} van {bladen}"
    naam = bestandsnaam(wat, str(gebruiker.organisatie), vandaag(), "xlsx")
    rijen = lees_rijen(gebruiker, parameters["werknemers"])
    yield GemaaktBestand(naam, XLSX, schrijf_importblad(kolommen_voor(gebruiker), rijen))
    if blad == 1 and (namen := zonder_contract(gebruiker)):
        wie = meervoud(len(namen), "werknemer", "werknemers")
        yield Overgeslagen(f"{wie} zonder contract: {enkele(namen)}.")


IMPORTBLAD: Final = Uitvoersoort("importblad", mag_importeren, _maak)
