"""Somebody new on IMW where the employer ended a contract around a falling premium: worth a look.

It is a fact to look at, no accusation: the coordinator sees both names and the dates.
"""

from dataclasses import dataclass
from datetime import date

from doorstroom.gedeeld.periode import plus_maanden
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import heeft_rol
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from trajects.domein.vervangingsvenster import lees_venster
from trajects.keuzes import Initiatief
from trajects.models import Uitstroom
from werknemers.models import Arbeidsovereenkomst


@dataclass(frozen=True, slots=True)
class NieuweStart:
    """`contract` began in the service that `uitstroom` left, within the months after it."""

    uitstroom: Uitstroom
    contract: Arbeidsovereenkomst


def nieuwe_starts(gebruiker: Gebruiker, op: date) -> list[NieuweStart]:
    """For a coordinator, of the months that the window counts; empty for everybody else."""
    if not heeft_rol(gebruiker, Rol.COORDINATOR):
        return []
    maanden = laad_parameters(op, gebruiker.organisatie_id).aantal(Parametercode.VERVANGING_NA)
    uitstromen = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(
        initiatief=Initiatief.WERKGEVER, datum__gte=plus_maanden(op, -maanden), datum__lte=op
    )
    return [
        NieuweStart(uitstroom, contract)
        for uitstroom in uitstromen.select_related("werknemer")
        if lees_venster(uitstroom.werknemer, uitstroom.datum) is not None
        for contract in _nieuwe_contracten(uitstroom, maanden)
    ]


def _nieuwe_contracten(uitstroom: Uitstroom, maanden: int) -> list[Arbeidsovereenkomst]:
    """Contracts of others with an advice, begun in the same service within the months after."""
    diensten = uitstroom.werknemer.contracten.filter(periode__contains=uitstroom.datum)
    contracten = Arbeidsovereenkomst.objects.filter(
        dienst__in=diensten.values("dienst"),
        periode__startswith__gte=uitstroom.datum,
        periode__startswith__lte=plus_maanden(uitstroom.datum, maanden),
        werknemer__adviezen__isnull=False,
    ).exclude(werknemer=uitstroom.werknemer_id)
    return list(contracten.select_related("werknemer", "dienst").order_by("pk").distinct())
