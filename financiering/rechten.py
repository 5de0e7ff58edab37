"""Who may see and change the funding. Pure predicates on a user."""

from gebruikers.keuzes import Rol
from gebruikers.rechten import HeeftRol, heeft_rol


def mag_financiering_zien(gebruiker: HeeftRol) -> bool:
    """A counsellor sees no money, an administrator neither."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR)


def mag_financiering_bewerken(gebruiker: HeeftRol) -> bool:
    """Amounts of a service, and scenarios."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR)
