"""Truth tables: who may do what with employees, contracts, advice and services."""

from dataclasses import dataclass

import pytest

from gebruikers.keuzes import Rol
from gebruikers.rechten import HeeftRol
from werknemers import rechten

B, C, H, A = Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER
TABEL = {
    rechten.mag_werknemers_zien: {B, C, H, A},
    rechten.ziet_alle_werknemers: {C, H, A},
    rechten.mag_werknemers_bewerken: {C, H, A},
    rechten.mag_lonen_zien: {C, H, A},
    rechten.mag_importeren: {C, H, A},
    rechten.mag_diensten_beheren: {C, A},
    rechten.mag_insz_zien: {H},
}


@dataclass
class Wie:
    rol: str
    pk: int = 1
    is_active: bool = True
    organisatie_id: int | None = 1


@pytest.mark.parametrize("recht", TABEL, ids=lambda recht: recht.__name__)
@pytest.mark.parametrize("rol", Rol)
def test_what_a_role_may(recht: object, rol: Rol) -> None:
    assert recht(Wie(rol)) is (rol in TABEL[recht])


@pytest.mark.parametrize("recht", TABEL, ids=lambda recht: recht.__name__)
@pytest.mark.parametrize(
    "wie",
    [
        *(Wie(rol, is_active=False) for rol in Rol),
        *(Wie(rol, organisatie_id=None) for rol in Rol),
        Wie(""),
        Wie("operator"),
    ],
)
def test_who_is_no_active_member_may_do_nothing(recht: object, wie: HeeftRol) -> None:
    assert recht(wie) is False


def test_every_right_is_in_the_table() -> None:
    eigen = {
        waarde
        for waarde in vars(rechten).values()
        if callable(waarde) and getattr(waarde, "__module__", "") == rechten.__name__
    }
    assert eigen == set(TABEL)
