"""What titles stand for, and what the cells of a column say about how they are written."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
import time_machine

from tests.werknemers.invoer.bladen import csvbestand, rij, tabel, xlsx
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.gelezenblad import GelezenBlad
from werknemers.domein.invoer.gewoonten import (
    DAG,
    DAG_KORT,
    FAMILIENAAM_EERST,
    MAAND,
    MAAND_KORT,
    PROCENTEN,
    VOORNAAM_EERST,
    ZOALS_HET_ER_STAAT,
    pas_gewoonte_toe,
    splits_naam,
    weekuren,
)
from werknemers.domein.invoer.gewoontevraag import vraag_breuk, vraag_datums, vraag_naam
from werknemers.domein.invoer.kolomkeuze import Antwoord, Kolomkeuze
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomoordeel import KiesKolommen, toon_cel
from werknemers.domein.invoer.lezen import lees_bladen
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.rij import lees_rijen
from werknemers.domein.invoer.titels import Titelzekerheid, herken


def hernoemd(*rijen: dict[str, object], **namen: str) -> list[list[object]]:
    """The table with other titles; `afdeling="Dienst"` calls the service so, `x="Gsm"` drops to
    what is given as value."""
    blad = tabel(*rijen)
    anders = {oud: nieuw for nieuw, oud in namen.items()}
    blad[0] = [anders.get(titel, titel) for titel in blad[0]]
    return blad


def lees(blad: Sequence[Sequence[object]], **antwoorden: Antwoord) -> GelezenBlad:
    (gelezen,) = lees_bladen(xlsx(blad), kolommen=Kolomkeuze(antwoorden)).bladen
    return gelezen


def gevraagd(blad: Sequence[Sequence[object]], keuze: Kolomkeuze | None = None) -> KiesKolommen:
    with pytest.raises(KiesKolommen) as vraag:
        lees_bladen(xlsx(blad), kolommen=keuze)
    return vraag.value


def open_titels(vraag: KiesKolommen) -> list[str]:
    return [oordeel.titel.tekst for oordeel in vraag.oordelen if oordeel.open]


# --- titles ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("titel", "kolom"),
    [
        ("Pers.nr.", Kolom.PERSONEELSNUMMER),
        ("Stamnummer", Kolom.PERSONEELSNUMMER),
        ("NAAM", Kolom.FAMILIENAAM),
        ("Rijksregisternummer", Kolom.INSZ),
        ("Geb. datum", Kolom.GEBOORTEDATUM),
        ("afdeling", Kolom.DIENST),
        ("In dienst", Kolom.START_CONTRACT),
        ("Uit dienst", Kolom.EINDE_CONTRACT),
        ("Contract %", Kolom.BREUK),
        ("Brutoloon", Kolom.MAANDLOON),
        ("Datum besluit", Kolom.BESLUITDATUM),
        ("GSM-nummer", Kolom.GSM),
        ("Tewerkstellingsbreuk (0-1)", Kolom.BREUK),
        ("Start contract (dd/mm/jjjj)", Kolom.START_CONTRACT),
        ("Voertaal\n(nl, fr of en)", Kolom.VOERTAAL),
        ("Bruto maandloon [in euro]", Kolom.MAANDLOON),
        ("INSZ *", Kolom.INSZ),
    ],
)
def test_other_words_and_explanations_are_sure(titel: str, kolom: Kolom) -> None:
    gevonden = herken(titel)
    assert gevonden is not None
    assert (gevonden.kolom, gevonden.zekerheid < Titelzekerheid.MISSCHIEN) == (kolom, True)


@pytest.mark.parametrize(
    ("titel", "kolom"),
    [
        ("Uurrooster", Kolom.BREUK),
        ("Team", Kolom.DIENST),
        ("Einde", Kolom.EINDE_CONTRACT),
        ("Telefoon", Kolom.GSM),
        ("Begeleider (vorige)", Kolom.BEGELEIDER),
        ("E-mail (moeder)", Kolom.EMAIL),
        ("%", Kolom.BREUK),
    ],
)
def test_a_likely_title_is_no_more_than_a_proposal(titel: str, kolom: Kolom) -> None:
    gevonden = herken(titel)
    assert gevonden is not None
    assert (gevonden.kolom, gevonden.zekerheid) == (kolom, Titelzekerheid.MISSCHIEN)


def test_every_own_title_is_its_own_column() -> None:
    for kolom in Kolom:
        gevonden = herken(kolom.value)
        assert gevonden is not None
        assert (gevonden.kolom, gevonden.zekerheid) == (kolom, Titelzekerheid.EIGEN)


def test_an_unknown_title_is_asked_and_an_empty_column_is_not() -> None:
    blad = tabel(rij())
    blad[0] += ["Schoenmaat", "Leeg"]
    blad[1] += [42, ""]
    vraag = gevraagd(blad)
    assert open_titels(vraag) == ["Schoenmaat"]
    assert vraag.ontbreekt == ()
    gelezen = lees(blad, schoenmaat=Antwoord(None))
    assert [m.tekst for m in gelezen.opmerkingen if m.kolom == "Schoenmaat"] == [
        "De kolom “Schoenmaat” lazen we niet. Wat erin staat, komt niet binnen."
    ]


def test_what_stands_under_no_title_is_told() -> None:
    blad = tabel(rij(), rij(personeelsnummer="W2"))
    blad[1] += ["", "nagekeken", ""]
    blad[2] += ["", "", "door Jan"]
    assert [m.tekst for m in lees(blad).opmerkingen] == [
        "Kolommen V en W hebben geen titel. Wat erin staat, lazen we niet."
    ]


def test_a_likely_title_is_asked_and_read_after_the_answer() -> None:
    blad = hernoemd(rij(), Team="Dienst")
    vraag = gevraagd(blad)
    assert open_titels(vraag) == ["Team"]
    gelezen = lees(blad, team=Antwoord(Kolom.DIENST))
    assert gelezen.rijen[0].cellen[Kolom.DIENST] == "De Lepel"
    assert [m.tekst for m in gelezen.opmerkingen] == ["Zo lazen we je kolommen: “Team” als Dienst."]


def test_a_required_column_that_nothing_stands_for_is_named() -> None:
    blad = hernoemd(rij(), Keukenploegje="Dienst")
    vraag = gevraagd(blad)
    assert (open_titels(vraag), vraag.ontbreekt) == (["Keukenploegje"], (Kolom.DIENST,))
    gelezen = lees(blad, keukenploegje=Antwoord(Kolom.DIENST))
    assert gelezen.rijen[0].cellen[Kolom.DIENST] == "De Lepel"


def test_what_can_stand_for_nothing_is_refused_as_ever() -> None:
    blad = [cellen[:5] + cellen[6:] for cellen in tabel(rij())]
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_bladen(xlsx(blad))
    assert weigering.value.code == "kolom_ontbreekt"
    assert "“Dienst”" in weigering.value.zin


def test_our_own_title_goes_before_another_word() -> None:
    blad = tabel(rij())
    blad[0].append("Afdeling")
    blad[1].append("Keuken")
    assert open_titels(gevraagd(blad)) == ["Afdeling"]
    gelezen = lees(blad, afdeling=Antwoord(None))
    assert gelezen.rijen[0].cellen[Kolom.DIENST] == "De Lepel"


def test_an_answer_goes_before_our_own_title() -> None:
    gelezen = lees(tabel(rij()), functie=Antwoord(None))
    assert Kolom.FUNCTIE not in gelezen.rijen[0].cellen


def test_two_likely_titles_for_one_column_are_both_asked() -> None:
    blad = hernoemd(rij(), Team="Dienst")
    blad[0].append("Locatie")
    blad[1].append("Gent")
    vraag = gevraagd(blad)
    assert [(o.titel.tekst, o.titel.kolom) for o in vraag.oordelen if o.open] == [
        ("Team", Kolom.DIENST),
        ("Locatie", None),
    ]


def test_the_row_with_most_known_words_is_the_header() -> None:
    blad = [
        ["Dienst", "Klusdienst Noord"],
        ["Stand op", "01/11/2026"],
        *hernoemd(rij(), **{"In dienst": "Start contract", "Pers.nr.": "Personeelsnummer"}),
    ]
    assert [r.rijnummer for r in lees(blad).rijen] == [4]


def test_samples_are_three_and_show_no_national_number() -> None:
    """Also of one that lost its zero in front."""
    rijen = [rij(personeelsnummer=f"W{n}", functie=f"f{n % 4}") for n in range(8)]
    blad = tabel(*rijen, rij(personeelsnummer="W9", insz=8507300332))
    blad[0].append("Schoenmaat")
    for cellen in blad[1:]:
        cellen.append(40)
    oordelen = {o.titel.tekst: o for o in gevraagd(blad).oordelen}
    assert oordelen["Functie"].voorbeelden == ("f0", "f1", "f2")
    assert oordelen["INSZ"].voorbeelden == ("85…",)
    assert oordelen["Start contract"].voorbeelden == ("06/01/2025",)
    assert oordelen["Bruto maandloon"].voorbeelden == ("2065,04",)
    assert toon_cel(85073003328.0) == "85…"


# --- fractions -------------------------------------------------------------------------------


def _breuken(blad: GelezenBlad) -> list[Decimal | None]:
    gegevens = [rij.gegevens for rij in lees_rijen(blad)]
    return [g.contract.tewerkstellingsbreuk if g else None for g in gegevens]


@pytest.mark.parametrize(
    ("waarden", "opties"),
    [
        ([0.8, 1, 0.5], None),
        (["80%", "100 %"], None),
        (["30,4/38"], None),
        ([0.8, 80], None),
        ([1, 80, 50], None),
        ([150, 80], None),
        ([38, 0, 19], ("uren op 38", PROCENTEN, ZOALS_HET_ER_STAAT)),
        ([90, 80, 100], (PROCENTEN, ZOALS_HET_ER_STAAT)),
        (["80", "50,5"], (PROCENTEN, ZOALS_HET_ER_STAAT)),
        ([38, 30.4, 19], ("uren op 38", PROCENTEN, ZOALS_HET_ER_STAAT)),
        (["20 u", "40u"], ("uren op 40", PROCENTEN, ZOALS_HET_ER_STAAT)),
    ],
)
def test_fractions_are_asked_about_as_a_whole(
    waarden: list[Cel], opties: tuple[str, ...] | None
) -> None:
    vraag = vraag_breuk(waarden)
    assert (vraag.opties if vraag else None) == opties
    assert vraag is None or vraag.voorstel == vraag.opties[0]


def test_percentages_and_hours_become_fractions() -> None:
    procenten = tabel(
        rij(tewerkstellingsbreuk=80),
        rij(tewerkstellingsbreuk="50,5"),
        rij(tewerkstellingsbreuk=100),
    )
    gelezen = lees(procenten, tewerkstellingsbreuk=Antwoord(Kolom.BREUK, PROCENTEN))
    assert _breuken(gelezen) == [Decimal("0.8"), Decimal("0.505"), Decimal(1)]
    uren = hernoemd(
        rij(tewerkstellingsbreuk=30.4), rij(tewerkstellingsbreuk="19 u"),
        Uurrooster="Tewerkstellingsbreuk",
    )  # fmt: skip
    gelezen = lees(uren, uurrooster=Antwoord(Kolom.BREUK, "uren op 38"))
    assert _breuken(gelezen) == [Decimal("0.8"), Decimal("0.5")]
    assert [m.tekst for m in gelezen.opmerkingen] == [
        "Zo lazen we je kolommen: “Uurrooster” als Tewerkstellingsbreuk, uren op 38."
    ]


def test_as_it_stands_refuses_each_row_as_ever() -> None:
    gelezen = lees(
        tabel(rij(tewerkstellingsbreuk=80)),
        tewerkstellingsbreuk=Antwoord(Kolom.BREUK, ZOALS_HET_ER_STAAT),
    )
    assert _breuken(gelezen) == [None]
    (melding,) = lees_rijen(gelezen)[0].meldingen
    assert melding.tekst == "“80” is meer dan voltijds (1). Bedoel je 80 %? Schrijf dan 80%."


@pytest.mark.parametrize("gewoonte", ["uren op 0", "uren op 30", "uren op", "dag eerst", "x"])
def test_a_habit_that_does_not_fit_is_asked_again(gewoonte: str) -> None:
    blad = tabel(rij(tewerkstellingsbreuk=38))
    keuze = Kolomkeuze({"tewerkstellingsbreuk": Antwoord(Kolom.BREUK, gewoonte)})
    assert open_titels(gevraagd(blad, keuze)) == ["Tewerkstellingsbreuk"]


def test_what_was_remembered_counts_while_the_values_fit() -> None:
    onthouden = {"tewerkstellingsbreuk": Antwoord(Kolom.BREUK, "uren op 38")}
    keuze = Kolomkeuze({}, onthouden)
    passend = lees_bladen(xlsx(tabel(rij(tewerkstellingsbreuk=19))), kolommen=keuze)
    assert _breuken(passend.bladen[0]) == [Decimal("0.5")]
    assert open_titels(gevraagd(tabel(rij(tewerkstellingsbreuk=80)), keuze)) == [
        "Tewerkstellingsbreuk"
    ]
    vanzelf = lees_bladen(xlsx(tabel(rij(tewerkstellingsbreuk=0.8))), kolommen=keuze)
    assert _breuken(vanzelf.bladen[0]) == [Decimal("0.8")]


def test_a_week_is_a_number_of_hours() -> None:
    assert weekuren("uren op 36,5") == Decimal("36.5")
    assert [weekuren(tekst) for tekst in ("uren op 0", "uren op veel", "uren op 400")] == [None] * 3


# --- dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cellen", "opties"),
    [
        ([date(2025, 4, 3), 45750.0], None),
        (["31/12/2026", "03/04/2025"], None),
        (["2026-12-31"], None),
        (["04/04/2025"], None),
        (["3 april 2025"], None),
        (["03/04/2025"], (DAG, MAAND)),
        (["12/31/2026", "03/04/2025"], (MAAND, ZOALS_HET_ER_STAAT)),
        (["12/31/2026", "31/12/2026"], None),
        (["31/12/26"], (DAG_KORT, ZOALS_HET_ER_STAAT)),
        (["31-dec-26"], (DAG_KORT, ZOALS_HET_ER_STAAT)),
        (["03/04/26"], (DAG_KORT, MAAND_KORT, ZOALS_HET_ER_STAAT)),
        (["12/31/26"], (MAAND_KORT, ZOALS_HET_ER_STAAT)),
    ],
)
def test_days_are_asked_about_where_the_column_leaves_them_open(
    cellen: list[Cel], opties: tuple[str, ...] | None
) -> None:
    vraag = vraag_datums({Kolom.START_CONTRACT: cellen}).get(Kolom.START_CONTRACT)
    assert (vraag.opties if vraag else None) == opties


def test_a_column_that_is_clear_by_itself_does_not_go_by_the_others() -> None:
    cellen = {
        Kolom.START_CONTRACT: ["12/31/2025", "03/04/2025"],
        Kolom.GEBOORTEDATUM: ["31/07/1985"],
        Kolom.BESLUITDATUM: ["31-dec-25"],
    }
    vragen = vraag_datums(cellen)
    assert {kolom: vraag.voorstel for kolom, vraag in vragen.items()} == {
        Kolom.START_CONTRACT: MAAND,
        Kolom.BESLUITDATUM: DAG_KORT,
    }


def test_the_month_first_elsewhere_is_the_proposal() -> None:
    cellen = {Kolom.START_CONTRACT: ["03/04/2025"], Kolom.GEBOORTEDATUM: ["07/31/1985"]}
    assert vraag_datums(cellen)[Kolom.START_CONTRACT].voorstel == MAAND


def test_one_clear_day_tells_it_for_the_whole_sheet() -> None:
    cellen = {Kolom.START_CONTRACT: ["03/04/2025"], Kolom.GEBOORTEDATUM: ["31/07/1985"]}
    assert vraag_datums(cellen) == {}


@pytest.mark.parametrize(
    ("kolom", "gewoonte", "tekst", "gelezen"),
    [
        (Kolom.START_CONTRACT, MAAND, "03/04/2025", "04/03/2025"),
        (Kolom.START_CONTRACT, DAG, "03/04/2025", "03/04/2025"),
        (Kolom.START_CONTRACT, DAG, "03/04/25", "03/04/25"),
        (Kolom.START_CONTRACT, DAG_KORT, "3.4.25", "03/04/2025"),
        (Kolom.START_CONTRACT, MAAND_KORT, "3/4/99", "04/03/1999"),
        (Kolom.START_CONTRACT, DAG_KORT, "31-dec-26", "31/12/2026"),
        (Kolom.GEBOORTEDATUM, DAG_KORT, "17/04/85", "17/04/1985"),
        (Kolom.GEBOORTEDATUM, DAG_KORT, "17/04/26", "17/04/2026"),
        (Kolom.GEBOORTEDATUM, DAG_KORT, "17/04/27", "17/04/1927"),
        (Kolom.GEBOORTEDATUM, ZOALS_HET_ER_STAAT, "17/04/27", "17/04/27"),
        (Kolom.EINDE_CONTRACT, DAG_KORT, "onbepaald", "onbepaald"),
    ],
)
@time_machine.travel("2026-11-30")
def test_a_day_is_written_as_we_read_it(
    kolom: Kolom, gewoonte: str, tekst: str, gelezen: str
) -> None:
    cellen: dict[Kolom, Cel] = {kolom: tekst}
    pas_gewoonte_toe(cellen, kolom, gewoonte)
    assert cellen == {kolom: gelezen}


def test_the_month_first_in_a_csv() -> None:
    titels = ["Personeelsnummer", "Familienaam", "Voornaam", "Dienst", "Start contract"]
    cellen = ["W1", "Benali", "Amina", "De Lepel", "03/04/2025"]
    blad = [[*titels, "Tewerkstellingsbreuk"], [*cellen, "0,8"]]
    inhoud = csvbestand(blad)
    with pytest.raises(KiesKolommen):
        lees_bladen(inhoud)
    keuze = Kolomkeuze({"startcontract": Antwoord(Kolom.START_CONTRACT, MAAND)})
    (gelezen,) = lees_bladen(inhoud, kolommen=keuze).bladen
    (regel,) = lees_rijen(gelezen)
    assert regel.gegevens is not None
    assert regel.gegevens.contract.start == date(2025, 3, 4)


# --- names -----------------------------------------------------------------------------------


def _zonder_voornaam(*namen: str, titel: str = "Naam") -> list[list[object]]:
    blad = hernoemd(
        *(rij(personeelsnummer=f"W{n}", familienaam=naam) for n, naam in enumerate(namen)),
        **{titel: "Familienaam"},
    )
    return [cellen[:2] + cellen[3:] for cellen in blad]


def test_a_whole_name_in_one_cell_asks_what_comes_first() -> None:
    blad = _zonder_voornaam("Van den Berghe An", "Peeters, Els")
    vraag = gevraagd(blad)
    assert (open_titels(vraag), vraag.ontbreekt) == (["Naam"], ())
    gelezen = lees(blad, naam=Antwoord(Kolom.FAMILIENAAM, FAMILIENAAM_EERST))
    assert [(r.cellen[Kolom.FAMILIENAAM], r.cellen[Kolom.VOORNAAM]) for r in gelezen.rijen] == [
        ("Van den Berghe", "An"),
        ("Peeters", "Els"),
    ]
    assert [m.tekst for m in gelezen.opmerkingen] == [
        "Zo lazen we je kolommen: “Naam” als Familienaam, familienaam eerst."
    ]


def test_a_comma_leaves_no_question() -> None:
    (regel,) = lees(_zonder_voornaam("Van den Berghe, An")).rijen
    assert (regel.cellen[Kolom.FAMILIENAAM], regel.cellen[Kolom.VOORNAAM]) == (
        "Van den Berghe",
        "An",
    )


@pytest.mark.parametrize(
    ("naam", "gewoonte", "delen"),
    [
        ("An Van den Berghe", VOORNAAM_EERST, ("Van den Berghe", "An")),
        ("Van den Berghe An", FAMILIENAAM_EERST, ("Van den Berghe", "An")),
        ("Van den Berghe, An", VOORNAAM_EERST, ("Van den Berghe", "An")),
        ("Ahmadzai", FAMILIENAAM_EERST, ("Ahmadzai", "")),
        (", An", FAMILIENAAM_EERST, ("An", "")),
    ],
)
def test_a_name_is_parted(naam: str, gewoonte: str, delen: tuple[str, str]) -> None:
    assert splits_naam(naam, gewoonte) == delen


def test_the_title_proposes_what_comes_first() -> None:
    for titel, voorstel in (("Naam", FAMILIENAAM_EERST), ("Voornaam en naam", VOORNAAM_EERST)):
        vraag = vraag_naam(titel, ["An Peeters"])
        assert vraag is not None
        assert vraag.voorstel == voorstel
    assert vraag_naam("Familienaam", ["An Peeters"]) is None


def test_a_sheet_of_wage_records_compares_a_whole_name_without_a_question() -> None:
    blad = [["Stamnummer", "Naam", "Kwartaal", "Loonkost"], ["W1", "Benali Amina", "2026-K3", 7000]]
    gelezen = lees(blad)
    assert gelezen.rijen[0].cellen[Kolom.FAMILIENAAM] == "Benali Amina"
