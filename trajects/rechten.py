"""Who may see and change log, plan, signals, dashboard and documents. Pure predicates on a user."""

from gebruikers.keuzes import Rol
from gebruikers.rechten import HeeftRol, heeft_rol, is_lid
from werknemers.rechten import mag_werknemers_bewerken

_BEGELEIDT = (Rol.BEGELEIDER, Rol.COORDINATOR)


def mag_logboek_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT)


def mag_notities_schrijven(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT)


def ziet_alle_vertrouwelijke_notities(gebruiker: HeeftRol) -> bool:
    """A counsellor sees only the confidential notes that are the counsellor's own."""
    return heeft_rol(gebruiker, Rol.COORDINATOR)


def mag_plan_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_plan_bewerken(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT)


def mag_evalueren(gebruiker: HeeftRol) -> bool:
    """The sheet of a review quotes the log, so it is for who may read that."""
    return heeft_rol(gebruiker, *_BEGELEIDT)


def mag_uitstroom_registreren(gebruiker: HeeftRol) -> bool:
    """HR ends contracts, so HR knows first."""
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_contract_afsluiten(gebruiker: HeeftRol) -> bool:
    """End the contract of who left: who may register that and may change contracts too."""
    return mag_uitstroom_registreren(gebruiker) and mag_werknemers_bewerken(gebruiker)


def mag_contracteinde_zien(gebruiker: HeeftRol) -> bool:
    """Which days fit together when a contract ends, with what is on file: who answers for that."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR)


def mag_adviesdagen_zien(gebruiker: HeeftRol) -> bool:
    """What can or must be asked about advice: a counsellor of the own caseload."""
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_begeleiding_overdragen(gebruiker: HeeftRol) -> bool:
    """A counsellor hands over the own caseload, a coordinator anybody's."""
    return heeft_rol(gebruiker, *_BEGELEIDT)


def mag_vorming_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_vorming_bewerken(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_vormingsfonds_zien(gebruiker: HeeftRol) -> bool:
    """Amounts asked of the fund, granted and paid: a counsellor sees no funding."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR)


def mag_werkgevers_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_werkgevers_bewerken(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_openheid_vastleggen(gebruiker: HeeftRol) -> bool:
    """Who is there when a contract or a plan is signed, or talks about where it leads."""
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_passage_beheren(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR)


def mag_planlijsten_beheren(gebruiker: HeeftRol) -> bool:
    """The templates and the list of competences of the organisation."""
    return heeft_rol(gebruiker, Rol.COORDINATOR)


def mag_signalen_zien(gebruiker: HeeftRol) -> bool:
    """Those that are for the own role: each kind says whom it is for."""
    return is_lid(gebruiker)


def mag_signalen_opvolgen(gebruiker: HeeftRol) -> bool:
    return is_lid(gebruiker)


def mag_dashboard_zien(gebruiker: HeeftRol) -> bool:
    """A counsellor sees the dashboard of the own caseload."""
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)


def mag_plannen_bundelen(gebruiker: HeeftRol) -> bool:
    """The plans of everybody in one download."""
    return heeft_rol(gebruiker, Rol.COORDINATOR, Rol.HR)


def mag_documenten_zien(gebruiker: HeeftRol) -> bool:
    return heeft_rol(gebruiker, *_BEGELEIDT, Rol.HR)
