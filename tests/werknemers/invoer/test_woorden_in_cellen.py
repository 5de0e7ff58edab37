"""Words that people write in a cell, and counsellors by their name."""

import pytest

from gebruikers.models import Gebruiker, Organisatie
from regels.keuzes import SoortAdvies
from tests.fabrieken import DienstFactory, GebruikerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.invoer.datum import lees_einde
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.keuzevelden import lees_soort_advies
from werknemers.domein.invoer.uitkomst import Rijuitkomst
from werknemers.domein.invoer.vergelijken import vergelijk


def test_onbepaald_is_an_open_end() -> None:
    assert lees_einde("onbepaald") is None


def test_heden_is_an_open_end() -> None:
    assert lees_einde("heden") is None


def test_lopend_is_an_open_end() -> None:
    assert lees_einde("lopend") is None


def test_2_jaar_is_the_start_package_of_two_years() -> None:
    assert lees_soort_advies("2 jaar") is SoortAdvies.IMW_2


def test_lde_is_the_transition_of_lde() -> None:
    assert lees_soort_advies("LDE") is SoortAdvies.LDE_OVERGANG


def _begeleider(organisatie: Organisatie, voornaam: str, naam: str, **anders: object) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, voornaam=voornaam, naam=naam, **anders)


def _regel(organisatie: Organisatie, tekst: str) -> Rijuitkomst:
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    inhoud = xlsx(tabel(rij(begeleider=tekst)))
    (regel,) = vergelijk(lees_in(inhoud).rijen, organisatie=organisatie).rijen
    return regel


@pytest.mark.parametrize("tekst", ["Zoë Maes", "maes zoe", "Maes, Zoé", "MAES ZOË"])
def test_a_counsellor_has_a_name_in_any_order_and_accent(
    organisatie: Organisatie, tekst: str
) -> None:
    zoe = _begeleider(organisatie, "Zoë", "Maes")
    regel = _regel(organisatie, tekst)
    assert regel.meldingen == ()
    assert regel.ingrepen[0].nieuw["begeleider"] == zoe


def test_a_name_of_two_counsellors_is_a_remark(organisatie: Organisatie) -> None:
    for _ in range(2):
        _begeleider(organisatie, "An", "Peeters")
    regel = _regel(organisatie, "An Peeters")
    assert "begeleider" not in regel.ingrepen[0].nieuw
    assert [m.tekst for m in regel.meldingen] == [
        "Meer dan één begeleider heet “An Peeters”. Vul het e-mailadres in. De rij komt binnen "
        "zonder begeleider."
    ]


def test_who_was_switched_off_does_not_make_a_name_unclear(organisatie: Organisatie) -> None:
    an = _begeleider(organisatie, "An", "Peeters")
    _begeleider(organisatie, "An", "Peeters", is_active=False)
    assert _regel(organisatie, "Peeters An").ingrepen[0].nieuw["begeleider"] == an


def test_a_counsellor_of_elsewhere_is_nobody_here(organisatie: Organisatie) -> None:
    GebruikerFactory(voornaam="An", naam="Peeters")
    regel = _regel(organisatie, "An Peeters")
    assert "begeleider" not in regel.ingrepen[0].nieuw
    assert "Geen enkele begeleider heet “An Peeters”." in regel.meldingen[0].tekst
