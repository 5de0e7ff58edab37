"""Who may manage users, the organisation and its parameters. Pure predicates on a user."""

from typing import Protocol

from gebruikers.keuzes import Rol


class HeeftRol(Protocol):
    """Whoever asks: a user, or anything with the same attributes."""

    pk: int
    is_active: bool
    organisatie_id: int | None
    rol: str


def heeft_rol(gebruiker: HeeftRol, *rollen: Rol) -> bool:
    """Whether this is an active member of an organisation with one of these roles."""
    lid = gebruiker.is_active and getattr(gebruiker, "organisatie_id", None) is not None
    return lid and gebruiker.rol in rollen


def is_lid(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *Rol)


def kan_begeleiden(gebruiker: HeeftRol) -> bool:
    """Whether an employee can have this counsellor; `GebruikerQuerySet.begeleiders` for all."""
    return heeft_rol(gebruiker, Rol.BEGELEIDER, Rol.COORDINATOR)


def mag_gebruikers_beheren(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.BEHEERDER)


def mag_drempels_kiezen(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.BEHEERDER, Rol.COORDINATOR)


def mag_organisatie_bewerken(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.BEHEERDER)


def mag_waarneming_regelen(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.BEHEERDER, Rol.COORDINATOR)


def mag_beheer_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.BEHEERDER, Rol.COORDINATOR, Rol.HR)


def mag_parameters_bewerken(gebruiker: HeeftRol) -> bool:
    """The values of the own organisation; `mag_beheer_zien` reads them."""
    return heeft_rol(gebruiker, Rol.BEHEERDER)


def mag_taken_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.BEHEERDER, Rol.COORDINATOR)
