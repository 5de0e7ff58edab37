"""Who may see and change employees, contracts and advice. Pure predicates on a user."""

from gebruikers.keuzes import Rol
from gebruikers.rechten import HeeftRol, heeft_rol, is_lid


def mag_werknemers_zien(gebruiker: HeeftRol) -> bool:
    return is_lid(gebruiker)


def ziet_alle_werknemers(gebruiker: HeeftRol) -> bool:
    """All of the organisation; a counsellor sees the own caseload and those stood in for."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER)


def mag_werknemers_bewerken(gebruiker: HeeftRol) -> bool:
    """Employees, contracts and advice; a counsellor only reads them."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER)


def mag_lonen_zien(gebruiker: HeeftRol) -> bool:
    """What somebody earns, and costs: for who enters contracts. A counsellor does not."""
    return mag_werknemers_bewerken(gebruiker)


def mag_importeren(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER)


def mag_diensten_beheren(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.BEHEERDER)


def mag_insz_zien(gebruiker: HeeftRol) -> bool:
    """The whole number; everybody else sees it masked."""
    return heeft_rol(gebruiker, Rol.HR)
