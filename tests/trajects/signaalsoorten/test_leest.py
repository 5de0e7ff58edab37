"""A write asks the rules again that read it, and no others; nobody keeps a list of those."""

import pytest

from gedeeld.schrijver import schrijvers_van_modellen
from trajects.signaalsoorten.leest import gelezen_door
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signalen.bijwerken import gevraagd

VAN_IEDEREEN = {"attest_verloopt", "vorming_zonder_resultaat", "fonds_zonder_antwoord"}


@pytest.mark.parametrize(
    ("wat", "van_allen", "van_enkelen"),
    [
        ("trajects.Signaal.status", set(), set()),
        ("trajects.Competentiescore", set(), set()),
        ("trajects.Notitie", set(), {"openheid", "geen_gesprek", "opvolging"}),
        ("trajects.Notitie.minuten", set(), set()),
        ("trajects.Actie.stand", set(), {"belemmering"}),
        ("trajects.Actie.waar", set(), set()),
        # Kept beside it, without a writer of its own.
        ("trajects.Randvoorwaarde.stand", set(), {"belemmering"}),
        ("trajects.Planversie", set(), {"plan_herzien"}),
        # "Last changed" goes with every other field.
        ("trajects.Doel.titel", set(), {"plan_niet_akkoord"}),
        # The view of the end of support stands on it.
        ("werknemers.Werknemer.gsm", set(), {"einde_ondersteuning"}),
        ("werknemers.Werknemer.begeleider", {"zonder_begeleider"}, {"einde_ondersteuning"}),
        # About everybody, whoever the record names.
        ("gebruikers.Waarneming", {"zonder_begeleider"}, set()),
        ("trajects.Vormingsactie.titel", VAN_IEDEREEN, set()),
        ("gebruikers.Gebruiker.last_login", {"uitnodiging_open"}, set()),
    ],
)  # fmt: skip
def test_which_rules_a_write_asks(wat: str, van_allen: set[str], van_enkelen: set[str]) -> None:
    allen, enkelen = gevraagd({wat})
    assert ({r.lijn for r in allen}, {r.lijn for r in enkelen}) == (van_allen, van_enkelen)


def test_the_parts_of_an_advice_are_written_with_it() -> None:
    _, enkelen = gevraagd({"werknemers.Adviesperiode.schijven"})
    assert {"bijsturing_kan", "verlenging_kan", "einde_ondersteuning"} <= {r.lijn for r in enkelen}


def test_what_is_worked_out_beforehand_counts_as_well() -> None:
    """The numbers of the organisation and its thresholds stand in front of each question."""
    allen, _ = gevraagd({"gebruikers.Organisatie.drempels"})
    assert "einde_ondersteuning" in {regel.lijn for regel in allen}
    allen, _ = gevraagd({"regels.Regelparameter.waarde"})
    met_getal = {regel.lijn for regel in SIGNAALREGELS if regel.getallen}
    assert met_getal <= {regel.lijn for regel in allen}


def test_every_rule_reads_something() -> None:
    assert not [regel.lijn for regel in SIGNAALREGELS if not gelezen_door(regel)]


def test_what_is_about_nobody_is_about_everybody() -> None:
    """Who writes a record without an employee names nobody whose signals follow: so all of them
    do. Of an organisation only names are read that others have too."""
    gemist = set()
    for model, schrijver in schrijvers_van_modellen().items():
        if not schrijver.beleid.persoon:
            for veld in schrijver.beleid.spoor | schrijver.beleid.verzwegen:
                _, van_enkelen = gevraagd({f"{model._meta.label}.{veld}"})
                if van_enkelen:
                    gemist.add(f"{model._meta.label}.{veld}")
    assert gemist == {
        "gebruikers.Organisatie.code",
        "gebruikers.Organisatie.kbo_nummer",
        "gebruikers.Organisatie.naam",
        "trajects.Werkgever.organisatie",
    }


def test_a_rule_with_a_number_of_the_organisation_says_why_it_holds_no_more() -> None:
    """Another number makes what was due too early, while its row stays."""
    assert not [regel.lijn for regel in SIGNAALREGELS if regel.getallen and not regel.later]
