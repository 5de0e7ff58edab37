"""Files beside a note or a training: told by their content, stored encrypted, given to few."""

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.versleuteling import versleutel_bytes
from trajects.logboek.bestanden import Bestand
from trajects.models import Bijlage, Deelname, Notitie, Vormingsactie
from trajects.schrijvers import BIJLAGEN, vingerafdruk


def voeg_bijlage_toe(
    bestand: Bestand,
    *,
    door: Gebruiker,
    notitie: Notitie | None = None,
    deelname: Deelname | None = None,
    vorming: Vormingsactie | None = None,
) -> Bijlage:
    """Keep a file with the one thing that it belongs to."""
    bijlage = Bijlage(notitie=notitie, deelname=deelname, vorming=vorming, door=door)
    velden = {
        "bestandsnaam": bestand.naam,
        "soort": bestand.soort,
        "grootte": len(bestand.inhoud),
        "inhoud": versleutel_bytes(bestand.inhoud),
    }
    proef = {"sha256": (None, vingerafdruk(bestand.inhoud))}
    with als_zin():
        BIJLAGEN.schrijf(bijlage, velden, door=door, actie="bijlage toegevoegd", erbij=proef)
    return bijlage
