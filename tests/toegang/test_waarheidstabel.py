"""The rights (docs/rechten.md) as one literal table: every predicate × every role."""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import pytest

from financiering import rechten as financiering
from gebruikers import rechten as gebruikers
from gebruikers.keuzes import Rol
from trajects import rechten as trajects
from werknemers import rechten as werknemers

B, C, H, A = Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER
Recht = Callable[["Vrager"], bool]


@dataclass(frozen=True)
class Vrager:
    rol: str
    organisatie_id: int | None = 1
    is_active: bool = True
    pk: int = 1


TABEL: dict[Recht, set[Rol]] = {
    gebruikers.is_lid: {B, C, H, A},
    # employees: own caseload | all | all | all, without log and plan
    werknemers.mag_werknemers_zien: {B, C, H, A},
    werknemers.ziet_alle_werknemers: {C, H, A},
    # the INSZ in full is for the contracts and documents of HR
    werknemers.mag_insz_zien: {H},
    # log, plan, goals: own caseload, confidential only own | all, confidential too | plan | no
    trajects.mag_logboek_zien: {B, C},
    trajects.mag_notities_schrijven: {B, C},
    trajects.ziet_alle_vertrouwelijke_notities: {C},
    trajects.mag_plan_zien: {B, C, H},
    trajects.mag_plan_bewerken: {B, C},
    # the review of a trajectory quotes the log
    trajects.mag_evalueren: {B, C},
    # each kind of signal says whom it is for
    trajects.mag_signalen_zien: {B, C, H, A},
    trajects.mag_signalen_opvolgen: {B, C, H, A},
    # the end of the path: HR ends contracts, a hand-over is between counsellors
    trajects.mag_contract_afsluiten: {C, H},
    trajects.mag_uitstroom_registreren: {B, C, H},
    trajects.mag_begeleiding_overdragen: {B, C},
    # training and employers: everybody who plans; the money of the fund not for a counsellor
    trajects.mag_adviesdagen_zien: {B, C, H},
    trajects.mag_vorming_zien: {B, C, H},
    trajects.mag_vorming_bewerken: {B, C, H},
    trajects.mag_vormingsfonds_zien: {C, H},
    trajects.mag_werkgevers_zien: {B, C, H},
    trajects.mag_werkgevers_bewerken: {B, C, H},
    # openness: whoever is there when a contract is signed; the text itself: who answers for it
    trajects.mag_contracteinde_zien: {C, H},
    trajects.mag_openheid_vastleggen: {B, C, H},
    trajects.mag_passage_beheren: {C, H},
    trajects.mag_planlijsten_beheren: {C},
    # contracts, advice: read | read and write | read and write | read and write
    werknemers.mag_werknemers_bewerken: {C, H, A},
    # what people earn: whoever enters it
    werknemers.mag_lonen_zien: {C, H, A},
    # dashboard: own caseload | all | yes | no
    trajects.mag_dashboard_zien: {B, C, H},
    # documents: own caseload | all | all, in bulk | no
    trajects.mag_documenten_zien: {B, C, H},
    trajects.mag_plannen_bundelen: {C, H},
    # users, parameters, import: – | thresholds | import | all; a coordinator may (docs/adr/0004)
    gebruikers.mag_beheer_zien: {C, H, A},
    gebruikers.mag_gebruikers_beheren: {A},
    gebruikers.mag_organisatie_bewerken: {A},
    gebruikers.mag_drempels_kiezen: {C, A},
    gebruikers.mag_parameters_bewerken: {A},
    # who coordinates answers for absences, services and the nightly figures
    gebruikers.mag_waarneming_regelen: {C, A},
    gebruikers.kan_begeleiden: {B, C},
    gebruikers.mag_taken_zien: {C, A},
    werknemers.mag_diensten_beheren: {C, A},
    werknemers.mag_importeren: {C, H, A},
    # money is for who answers for it: nothing for a counsellor or an administrator
    financiering.mag_financiering_zien: {C, H},
    financiering.mag_financiering_bewerken: {C, H},
}
GEEN_RECHT = {gebruikers.heeft_rol: "the building stone of all the others"}


def _openbaar(module: ModuleType) -> set[object]:
    return {
        waarde
        for naam, waarde in vars(module).items()
        if not naam.startswith("_")
        and callable(waarde)
        and not isinstance(waarde, type)
        and waarde.__module__ == module.__name__
    }


def test_every_right_is_in_the_table() -> None:
    modules = (gebruikers, werknemers, trajects, financiering)
    rechten = set().union(*(_openbaar(module) for module in modules))
    assert rechten == set(TABEL) | set(GEEN_RECHT), "Write for whom it holds, and why."


@pytest.mark.parametrize("recht", TABEL, ids=lambda recht: recht.__name__)
def test_a_right_holds_for_exactly_these_roles(recht: Recht) -> None:
    assert {rol for rol in Rol if recht(Vrager(rol))} == TABEL[recht]


@pytest.mark.parametrize("recht", TABEL, ids=lambda recht: recht.__name__)
def test_without_organisation_or_account_you_may_do_nothing(recht: Recht) -> None:
    vreemden = [Vrager(""), Vrager("operator"), Vrager("", organisatie_id=None)]
    vreemden += [Vrager(rol, organisatie_id=None) for rol in Rol]
    vreemden += [Vrager(rol, is_active=False) for rol in Rol]
    assert [vrager for vrager in vreemden if recht(vrager)] == []
