"""Who is at work in a generated organisation."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.tijd import vandaag
from werknemers.models import Werknemer

# Employees in service by organisation, most first.
_TELLING: Final = """
SELECT w.organisatie_id, count(*) FROM werknemers_werknemer AS w
WHERE EXISTS (SELECT FROM werknemers_arbeidsovereenkomst AS c
              WHERE c.werknemer_id = w.id AND c.periode @> %s::date)
GROUP BY 1 ORDER BY 2 DESC, 1
"""


@dataclass(frozen=True, slots=True)
class Huis:
    """An organisation, somebody in each role, and an employee whom the counsellor knows best."""

    organisatie: Organisatie
    rollen: dict[Rol, Gebruiker]
    werknemer: Werknemer
    in_dienst: int


def grootste() -> Huis:
    return _huis(0)


def gewone() -> Huis:
    """The one in the middle."""
    return _huis(None)


def _huis(plaats: int | None) -> Huis:
    with connection.cursor() as cursor:
        cursor.execute(_TELLING, [vandaag()])
        rijen = cursor.fetchall()
    sleutel, in_dienst = rijen[len(rijen) // 2 if plaats is None else plaats]
    organisatie = Organisatie.objects.get(pk=sleutel)
    begeleider = begeleiders(organisatie)[0]
    rollen = {Rol.BEGELEIDER: begeleider}
    for rol in (Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER):
        rollen[rol] = Gebruiker.objects.filter(organisatie=organisatie, rol=rol).order_by("pk")[0]
    return Huis(organisatie, rollen, _best_gekend(begeleider), in_dienst)


def begeleiders(organisatie: Organisatie) -> list[Gebruiker]:
    """Those with a caseload."""
    actief = Gebruiker.objects.filter(
        organisatie=organisatie, rol=Rol.BEGELEIDER, is_active=True, werknemers__isnull=False
    )
    return list(actief.distinct().order_by("pk"))


def _best_gekend(begeleider: Gebruiker) -> Werknemer:
    """The employee in service with the most notes."""
    sql = """
    SELECT w.id FROM werknemers_werknemer AS w
    WHERE w.begeleider_id = %s AND EXISTS (
        SELECT FROM werknemers_arbeidsovereenkomst AS c
        WHERE c.werknemer_id = w.id AND c.periode @> %s::date)
    ORDER BY (SELECT count(*) FROM trajects_notitie AS n WHERE n.werknemer_id = w.id) DESC, w.id
    LIMIT 1
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [begeleider.pk, vandaag()])
        (sleutel,) = cursor.fetchone()
    return Werknemer.objects.get(pk=sleutel)
