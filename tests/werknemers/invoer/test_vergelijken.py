"""Rows against what the database holds: what is new, what changes, which ends of support move."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    OrganisatieFactory,
    WerknemerFactory,
)
from tests.werknemers.invoer.bladen import RIJ, csvbestand, rij, tabel, xlsx
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.cellezer import MAX_LENGTE
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.uitkomst import Eindeverschuiving, Rijactie, Rijuitkomst, Vergelijking
from werknemers.domein.invoer.vergelijken import dienstsleutels, vergelijk
from werknemers.models import Arbeidsovereenkomst, Dienst, Premieschijf, Werknemer

INSZ = "85073003328"


def vergeleken(organisatie: Organisatie, *rijen: dict[str, Any], **opties: Any) -> Vergelijking:
    inlezing = lees_in(xlsx(tabel(*rijen)))
    return vergelijk(inlezing.rijen, organisatie=organisatie, **opties)


def een(organisatie: Organisatie, **anders: Any) -> Rijuitkomst:
    return vergeleken(organisatie, rij(**anders)).rijen[0]


def codes(uitkomst: Rijuitkomst) -> list[tuple[str, str]]:
    return [(melding.kolom, melding.code) for melding in uitkomst.meldingen]


def verschillen(uitkomst: Rijuitkomst) -> list[tuple[str, str, str]]:
    return [(w.kolom, w.oud, w.nieuw) for w in uitkomst.wijzigingen]


@pytest.fixture
def lepel(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="De Lepel")


@pytest.fixture
def an(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(
        organisatie=organisatie, email="an.peeters@voorbeeld.be", voornaam="An", naam="Peeters"
    )


@pytest.fixture
def bekende(organisatie: Organisatie, lepel: Dienst, an: Gebruiker) -> Werknemer:
    """The employee of `RIJ`, exactly as the row says."""
    werknemer = WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="W1",
        familienaam="Benali",
        voornaam="Amina",
        insz=INSZ,
        insz_hash=zoek_insz(INSZ),
        geboortedatum=date(1985, 7, 30),
        begeleider=an,
    )
    ContractFactory(
        werknemer=werknemer,
        dienst=lepel,
        periode=Periode(date(2025, 1, 6)),
        functie="Keukenhulp",
        bruto_maandloon=Decimal("2065.04"),
    )
    AdviesFactory(werknemer=werknemer, besluitdatum=date(2025, 2, 14), begeleidingsniveau="laag")
    return werknemer


def test_nobody_is_known_yet(organisatie: Organisatie, lepel: Dienst, an: Gebruiker) -> None:
    uitkomst = een(organisatie)
    assert (uitkomst.actie, uitkomst.meldingen, uitkomst.naam) == (
        Rijactie.NIEUW,
        (),
        "Amina Benali",
    )
    assert len(uitkomst.ingrepen) == 3


def test_what_is_the_same_stays(organisatie: Organisatie, bekende: Werknemer) -> None:
    uitkomst = een(organisatie)
    assert (uitkomst.actie, uitkomst.ingrepen, uitkomst.meldingen) == (Rijactie.ONGEWIJZIGD, (), ())


def test_the_number_in_another_case_is_the_same_employee(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    assert een(organisatie, personeelsnummer="w1").actie is Rijactie.ONGEWIJZIGD


def test_each_change_shows_old_and_new_in_words(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    DienstFactory(organisatie=organisatie, naam="Fietspunt")
    GebruikerFactory(
        organisatie=organisatie, email="karim@voorbeeld.be", voornaam="Karim", naam="Haddad"
    )
    uitkomst = een(
        organisatie,
        familienaam="Benali-Maes",
        begeleider="Karim@voorbeeld.be",
        email="amina@voorbeeld.be",
        voertaal="ar",
        dienst="  fietspunt ",
        einde_contract=date(2027, 6, 30),
        soort_contract="bepaalde duur",
        tewerkstellingsbreuk="30,4/38",
        bruto_maandloon="€ 2.154,11",
        begeleidingsniveau="hoog",
    )
    assert uitkomst.actie is Rijactie.GEWIJZIGD
    assert verschillen(uitkomst) == [
        ("Familienaam", "Benali", "Benali-Maes"),
        ("Begeleider", "An Peeters", "Karim Haddad"),
        ("E-mail", "leeg", "amina@voorbeeld.be"),
        ("Voertaal", "Nederlands", "Arabisch"),
        ("Dienst", "De Lepel", "Fietspunt"),
        ("Einde contract", "zonder einde", "30/06/2027"),
        ("Soort contract", "onbepaalde duur", "bepaalde duur"),
        ("Bruto maandloon", "€\u00a02.065,04", "€\u00a02.154,11"),
        ("Begeleidingsniveau", "laag", "hoog"),
    ]
    assert uitkomst.einde is None


def test_another_insz_is_told_without_the_number(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, insz="85.07.30-035.26")
    assert verschillen(uitkomst) == [("INSZ", "ingevuld", "ingevuld")]
    nieuw = uitkomst.ingrepen[0].nieuw
    assert (nieuw["insz"], nieuw["insz_hash"]) == ("85073003526", zoek_insz("85073003526"))


def test_an_empty_cell_never_erases(organisatie: Organisatie, bekende: Werknemer) -> None:
    Werknemer.objects.update(email="a@voorbeeld.be", gsm="+32470123456")
    uitkomst = een(
        organisatie,
        insz="",
        geboortedatum="",
        begeleider="",
        functie="",
        soort_contract="",
        bruto_maandloon="",
        begeleidingsniveau="",
        voertaal="",
        soort_advies="",
        besluitdatum="",
    )
    assert uitkomst.actie is Rijactie.ONGEWIJZIGD


def test_an_empty_end_means_an_open_contract_only_when_the_column_is_there(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    Arbeidsovereenkomst.objects.update(periode=Periode(date(2025, 1, 6), date(2027, 1, 1)))
    assert verschillen(een(organisatie)) == [("Einde contract", "31/12/2026", "zonder einde")]
    zonder = {kolom: waarde for kolom, waarde in RIJ.items() if kolom != "Einde contract"}
    inlezing = lees_in(csvbestand([list(zonder), list(zonder.values())]))
    assert vergelijk(inlezing.rijen, organisatie=organisatie).rijen[0].actie is Rijactie.ONGEWIJZIGD


def test_a_birth_date_alone_may_not_contradict_the_insz_we_have(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, insz="", geboortedatum=date(1986, 7, 30))
    assert codes(uitkomst) == [("Geboortedatum", "geboortedatum_insz")]
    assert "30/07/1985" in uitkomst.meldingen[0].tekst


def test_an_insz_of_somebody_else_is_refused(organisatie: Organisatie, bekende: Werknemer) -> None:
    """Whose it is, is not said to who types a number."""
    uitkomst = een(organisatie, personeelsnummer="W2", voornaam="Jan")
    assert codes(uitkomst) == [("INSZ", "insz_bij_ander")]
    assert uitkomst.meldingen[0].tekst == (
        "Dit INSZ staat al bij iemand anders. Kijk het personeelsnummer en het INSZ na."
    )


def test_an_insz_in_another_organisation_is_no_concern(
    andere_organisatie: Organisatie, bekende: Werknemer
) -> None:
    DienstFactory(organisatie=andere_organisatie, naam="De Lepel")
    uitkomst = een(andere_organisatie)
    assert uitkomst.actie is Rijactie.NIEUW
    assert codes(uitkomst) == [("Begeleider", "begeleider_onbekend")]


@pytest.mark.parametrize(
    "wie",
    [
        {"rol": Rol.HR},
        {"is_active": False},
        {"organisatie": OrganisatieFactory},
    ],
)
def test_only_a_counsellor_of_this_organisation_counts(
    organisatie: Organisatie, bekende: Werknemer, wie: dict[str, Any]
) -> None:
    velden = {n: w() if n == "organisatie" else w for n, w in wie.items()}
    GebruikerFactory(**{"organisatie": organisatie, "email": "x@voorbeeld.be", **velden})
    uitkomst = een(organisatie, begeleider="x@voorbeeld.be")
    assert codes(uitkomst) == [("Begeleider", "begeleider_onbekend")]
    assert uitkomst.meldingen[0].tekst.endswith("An Peeters blijft begeleider.")
    assert uitkomst.actie is Rijactie.ONGEWIJZIGD


def test_an_unknown_service_is_proposed_and_refused_until_accepted(
    organisatie: Organisatie, an: Gebruiker
) -> None:
    rijen = (rij(), rij(personeelsnummer="W2", insz="", voornaam="Anna", dienst=" de  LEPEL"))
    uitkomst = vergeleken(organisatie, *rijen)
    assert uitkomst.voorgestelde_diensten == ("De Lepel",)
    assert [codes(r) for r in uitkomst.rijen] == [[("Dienst", "dienst_onbekend")]] * 2
    uitkomst = vergeleken(organisatie, *rijen, maak_diensten={"de lepel"})
    assert (uitkomst.voorgestelde_diensten, uitkomst.nieuwe_diensten) == ((), ("De Lepel",))
    assert [r.actie for r in uitkomst.rijen] == [Rijactie.NIEUW] * 2
    assert not Dienst.objects.exists()


def test_a_service_only_for_refused_rows_is_not_made(organisatie: Organisatie) -> None:
    WerknemerFactory(
        organisatie=organisatie, personeelsnummer="W9", insz=INSZ, insz_hash=zoek_insz(INSZ)
    )
    uitkomst = vergeleken(organisatie, rij(), maak_diensten={"de lepel"})
    assert uitkomst.rijen[0].actie is Rijactie.GEWEIGERD
    assert uitkomst.nieuwe_diensten == ()


def test_the_keys_of_the_services_in_a_file() -> None:
    inlezing = lees_in(xlsx(tabel(rij(), rij(personeelsnummer="W2", dienst=""))))
    assert dienstsleutels(inlezing.rijen) == {"de lepel"}


def test_an_extension_moves_the_end_of_support(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, soort_advies="IMW 2 jaar", besluitdatum=date(2030, 1, 15))
    assert uitkomst.actie is Rijactie.GEWIJZIGD
    assert verschillen(uitkomst) == [
        ("Soort advies", "", "IMW 2 jaar, 01/01/2030 t.e.m. 31/12/2031")
    ]
    assert uitkomst.einde == Eindeverschuiving(date(2029, 12, 31), date(2031, 12, 31))


def test_an_advice_that_leaves_a_gap_moves_nothing_today(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, besluitdatum=date(2031, 1, 15))
    assert uitkomst.actie is Rijactie.GEWIJZIGD
    assert uitkomst.einde is None


def test_a_decision_in_a_running_advice_extends_it(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, besluitdatum=date(2029, 10, 1), einde_advies=date(2034, 12, 31))
    assert uitkomst.ingrepen[0].nieuw["periode"] == Periode(date(2030, 1, 1), date(2035, 1, 1))
    assert codes(uitkomst) == [
        ("Besluitdatum", "verlenging"),
        ("Besluitdatum", "besluit_vreemd"),
        ("Soort advies", "verlenging_startpakket"),
    ]
    assert "sluit daarop aan: 01/01/2030 t.e.m. 31/12/2034" in uitkomst.meldingen[0].tekst
    assert uitkomst.einde == Eindeverschuiving(date(2029, 12, 31), date(2034, 12, 31))


def test_an_extension_that_came_in_before_is_unchanged(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    AdviesFactory(
        werknemer=bekende,
        besluitdatum=date(2029, 10, 1),
        periode=Periode(date(2030, 1, 1), date(2035, 1, 1)),
        begeleidingsniveau="laag",
    )
    uitkomst = een(organisatie, besluitdatum=date(2029, 10, 1))
    assert (uitkomst.actie, uitkomst.einde) == (Rijactie.ONGEWIJZIGD, None)


def test_a_mended_decision_date_corrects_the_advice(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, besluitdatum=date(2025, 4, 14))
    assert verschillen(uitkomst) == [
        ("Besluitdatum", "14/02/2025", "14/04/2025"),
        ("Einde advies", "31/12/2029", "31/03/2030"),
    ]
    assert [ingreep.object for ingreep in uitkomst.ingrepen] == [bekende.adviezen.get()]
    assert uitkomst.einde == Eindeverschuiving(date(2029, 12, 31), date(2030, 3, 31))


def test_a_mended_kind_corrects_the_advice(organisatie: Organisatie, bekende: Werknemer) -> None:
    uitkomst = een(organisatie, soort_advies="IMW 2 jaar")
    assert verschillen(uitkomst) == [
        ("Soort advies", "IMW 5 jaar", "IMW 2 jaar"),
        ("Einde advies", "31/12/2029", "31/12/2026"),
    ]
    assert uitkomst.einde == Eindeverschuiving(date(2029, 12, 31), date(2026, 12, 31))


def test_an_advice_that_runs_into_a_later_one_is_refused(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, besluitdatum=date(2023, 10, 1))
    assert codes(uitkomst) == [("Besluitdatum", "advies_overlap")]
    assert "01/10/2023 t.e.m. 30/09/2028" in uitkomst.meldingen[0].tekst


def test_the_warning_about_the_end_names_both_dates(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, einde_advies=date(2029, 12, 30))
    assert codes(uitkomst) == [("Einde advies", "einde_advies_afwijkend")]
    assert "30/12/2029" in uitkomst.meldingen[0].tekst
    assert "31/12/2029" in uitkomst.meldingen[0].tekst


def test_the_period_of_a_known_advice_is_computed_again(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    bekende.adviezen.update(periode=Periode(date(2025, 1, 1), date(2029, 7, 1)))
    uitkomst = een(organisatie)
    assert verschillen(uitkomst) == [("Einde advies", "30/06/2029", "31/12/2029")]
    assert uitkomst.einde == Eindeverschuiving(date(2029, 6, 30), date(2029, 12, 31))


def test_own_percentages_are_not_left_outside_their_advice(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    periode = Periode(date(2025, 1, 1), date(2029, 7, 1))
    bekende.adviezen.update(periode=periode)
    Premieschijf.objects.create(advies=bekende.adviezen.get(), periode=periode, percentage=40)
    assert codes(een(organisatie)) == [("Einde advies", "eigen_schijven")]


def test_an_evaluation_that_extends_begins_after_the_former_advice(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    anders = {
        "soort_advies": "IMW na evaluatie",
        "besluitdatum": date(2029, 11, 3),
        "einde_advies": date(2034, 12, 31),
    }
    uitkomst = een(organisatie, **anders)
    nieuw = uitkomst.ingrepen[0].nieuw
    assert nieuw["periode"] == Periode(date(2030, 1, 1), date(2035, 1, 1))
    assert codes(uitkomst) == [
        ("Soort advies", "schijven_ontbreken"),
        ("Besluitdatum", "verlenging"),
        ("Besluitdatum", "besluit_vreemd"),
    ]
    assert uitkomst.einde == Eindeverschuiving(date(2029, 12, 31), date(2034, 12, 31))


def test_an_evaluation_halfway_is_refused_as_overlap(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(
        organisatie,
        soort_advies="IMW na evaluatie",
        besluitdatum=date(2027, 2, 3),
        einde_advies=date(2029, 12, 31),
    )
    assert ("Besluitdatum", "advies_overlap") in codes(uitkomst)


def test_an_advice_comes_in_beside_the_transition_that_ends_in_its_first_quarter(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    """Decided on 14 February 2025; the transition ended four days before."""
    bekende.adviezen.update(
        soort=SoortAdvies.LDE_OVERGANG,
        besluitdatum=date(2020, 7, 1),
        periode=Periode(date(2020, 7, 1), date(2025, 2, 11)),
    )
    uitkomst = een(organisatie)
    assert codes(uitkomst) == []
    assert verschillen(uitkomst) == [
        ("Soort advies", "", "IMW 5 jaar, 01/01/2025 t.e.m. 31/12/2029")
    ]
    assert uitkomst.einde == Eindeverschuiving(date(2025, 2, 10), date(2029, 12, 31))


def test_a_transition_keeps_its_begin_when_its_end_moves(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    bekende.adviezen.update(
        soort=SoortAdvies.LDE_OVERGANG, periode=Periode(date(2024, 5, 1), date(2027, 7, 1))
    )
    uitkomst = een(organisatie, soort_advies="LDE-overgang", einde_advies=date(2028, 6, 30))
    assert uitkomst.ingrepen[0].nieuw == {"periode": Periode(date(2024, 5, 1), date(2028, 7, 1))}
    assert uitkomst.einde == Eindeverschuiving(date(2027, 6, 30), date(2028, 6, 30))


def test_a_second_contract_in_the_same_service_is_refused_while_the_first_runs(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    uitkomst = een(organisatie, start_contract=date(2026, 1, 5))
    assert codes(uitkomst) == [("Start contract", "contract_overlap")]
    assert "loopt al een contract vanaf 06/01/2025." in uitkomst.meldingen[0].tekst


def test_a_second_contract_elsewhere_comes_in_with_a_warning(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    DienstFactory(organisatie=organisatie, naam="Fietspunt")
    uitkomst = een(organisatie, start_contract=date(2026, 1, 5), dienst="Fietspunt")
    assert codes(uitkomst) == [("Dienst", "ander_contract_loopt")]
    assert verschillen(uitkomst) == [("Start contract", "", "Fietspunt, vanaf 05/01/2026")]


def test_a_contract_after_one_that_ended_is_new(
    organisatie: Organisatie, bekende: Werknemer
) -> None:
    Arbeidsovereenkomst.objects.update(periode=Periode(date(2025, 1, 6), date(2026, 1, 5)))
    uitkomst = een(organisatie, start_contract=date(2026, 1, 5))
    assert (uitkomst.actie, uitkomst.meldingen) == (Rijactie.GEWIJZIGD, ())


def test_without_a_kind_a_contract_with_an_end_is_of_fixed_term(
    organisatie: Organisatie, lepel: Dienst
) -> None:
    ingrepen = een(
        organisatie, soort_contract="", einde_contract=date(2027, 6, 30), begeleider=""
    ).ingrepen
    assert ingrepen[1].nieuw["soort"] == "bepaald"
    ingrepen = een(organisatie, soort_contract="", begeleider="").ingrepen
    assert ingrepen[1].nieuw["soort"] == "onbepaald"


@pytest.mark.parametrize("aantal", [1, 3, 30])
def test_the_number_of_queries_does_not_grow(
    organisatie: Organisatie,
    bekende: Werknemer,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    rijen = [rij()] + [rij(personeelsnummer=f"W{n}", insz="") for n in range(2, aantal + 1)]
    for n in range(2, aantal + 1):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=organisatie, personeelsnummer=f"W{n}")
        )
    inlezing = lees_in(xlsx(tabel(*rijen)))
    with django_assert_num_queries(8):
        vergelijk(inlezing.rijen, organisatie=organisatie)


def test_the_lengths_are_those_of_the_database() -> None:
    velden: Sequence[tuple[Kolom, Any, str]] = (
        (Kolom.PERSONEELSNUMMER, Werknemer, "personeelsnummer"),
        (Kolom.FAMILIENAAM, Werknemer, "familienaam"),
        (Kolom.VOORNAAM, Werknemer, "voornaam"),
        (Kolom.DIENST, Dienst, "naam"),
        (Kolom.FUNCTIE, Arbeidsovereenkomst, "functie"),
        (Kolom.EMAIL, Werknemer, "email"),
        (Kolom.GSM, Werknemer, "gsm"),
    )
    assert {k: model._meta.get_field(veld).max_length for k, model, veld in velden} == MAX_LENGTE
