"""Adds and changes services."""

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.schendingen import als_zin
from gebruikers.models import Gebruiker
from werknemers.models import Dienst
from werknemers.models.dienst import dienstsleutel


def voeg_dienst_toe(
    *, naam: str, organisatie_id: int | None, door: Gebruiker | None
) -> Dienst:
    """Add a service; `door` is None from the command line. Another spelling is the same service."""
    return _bewaar(Dienst(organisatie_id=organisatie_id), naam=naam, actief=True, door=door)


def wijzig_dienst(dienst: Dienst, *, naam: str, actief: bool, door: Gebruiker) -> Dienst:
    """Rename a service, or close or reopen it. Raises ValidationError when the name is taken."""
    return _bewaar(dienst, naam=naam, actief=actief, door=door)


def _bewaar(dienst: Dienst, *, naam: str, actief: bool, door: Gebruiker | None) -> Dienst:
    nette_naam = " ".join(naam.split())
    if not nette_naam:
        raise ValidationError({"naam": "Geef de dienst een naam."})
    oud = {"naam": dienst.naam, "actief": dienst.actief} if dienst.pk else {}
    actie = "gewijzigd" if dienst.pk else "toegevoegd"
    dienst.naam, dienst.sleutel, dienst.actief = nette_naam, dienstsleutel(nette_naam), actief
    with als_zin():
        dienst.save()
        audit.leg_vast(
            door=door,
            organisatie_id=dienst.organisatie_id,
            actie=actie,
            onderwerp=dienst,
            wijzigingen=audit.verschil(oud, {"naam": nette_naam, "actief": actief}),
        )
    return dienst
