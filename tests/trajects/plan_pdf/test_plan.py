"""The transition plan: who gets it, what stands in it and what never does."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from pypdf import PdfReader
from weasyprint import HTML
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import TableRowGroupBox, TextBox

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.pdf import STATISCH
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    CompetentieFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DeelnameFactory,
    DienstFactory,
    DoelFactory,
    NotitieFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TalentFactory,
    TrajectFactory,
    VormingFactory,
    WerknemerFactory,
)
from tests.gedeeld.test_pdf import elementen
from tests.trajects.plan_pdf.pad import met_pad
from trajects.keuzes import Fase, Standactie
from trajects.plan_pdf.exports import maak_plan, plan_html
from trajects.plan_pdf.planinhoud import stel_plan_samen
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
STIJLBLADEN = [STATISCH / "css/pdf.css", STATISCH / "css/pdf-plan.css"]
pytestmark = pytest.mark.amina(
    personeelsnummer="P 7/1", geboortedatum=date(1990, 5, 4), insz="90050400123", insz_hash="hash",
    in_dienst=True, in_dienst__dienst__naam="Keuken",
    in_dienst__bruto_maandloon=Decimal("2154.11"), met_steun=True,
)  # fmt: skip


@pytest.fixture
def amina(amina: Werknemer, begeleider: Gebruiker) -> Werknemer:
    return met_pad(amina, begeleider)


def tekst(pdf: bytes) -> list[str]:
    """The words of each page, with single spaces."""
    return [" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(pdf)).pages]


def test_the_first_page_is_for_the_employee(amina: Werknemer) -> None:
    eerste = tekst(maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True)))[0]
    for zin in (
        "Mijn plan Amina Benali",
        "Mijn doel keukenhulp in een woonzorgcentrum",
        "We zoeken samen een werkgever die bij mij past.",
        "We mikken op een nieuwe job vanaf 1 maart 2027.",
        "Tot wanneer krijg ik ondersteuning Tot en met 31 december 2028.",
        "Dat is nog 2 jaar en 1 maand. In die tijd krijgt mijn werkgever steun voor mijn job",
        "Bij wie kan ik terecht An Peeters",
        "De Lepel · Doorstroomplan van Amina Benali · versie van 23 november 2026 Pagina 1 van",
    ):
        assert zin in eerste


def test_the_other_pages_are_for_the_professionals(amina: Werknemer) -> None:
    rest = " ".join(tekst(maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True)))[1:])
    for zin in (
        "Personeelsnummer P 7/1",
        "Geboortedatum 4 mei 1990",
        "Keuken keukenhulp onbepaalde duur 01/01/2024 open einde 80 %",
        "Besluit van 14 februari 2024. Loopt van 1 januari 2024 t.e.m. 31 december 2028.",
        "1 april 2025 31 december 2025 30 % voorbij",
        "1 januari 2026 31 december 2028 20 % nu",
        "Beoogde uitstroom 1 maart 2027",
        "Einde ondersteuning nog 2 jaar en 1 maand, t.e.m. 31 december 2028",
        "20 november 2026, gesprek Het ging over de keuken.",
        "Dit plan is met mij besproken op ",
        "met / zonder tolk.",
    ):
        assert zin in rest


@pytest.mark.parametrize("geheim", ["vertrouwelijk", "900504", "2.154", "2154"])
def test_secrets_stay_out(amina: Werknemer, geheim: str) -> None:
    alles = " ".join(tekst(maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True))))
    assert geheim not in alles


def test_only_the_latest_version_of_a_talk_is_shared(amina: Werknemer) -> None:
    oud = NotitieFactory(werknemer=amina, tekst="Verkeerde versie.", datum=date(2026, 11, 22))
    NotitieFactory(
        werknemer=amina, tekst="Nu geheim.", datum=oud.datum, vervangt=oud, vertrouwelijk=True
    )
    plan = stel_plan_samen(amina, op=VANDAAG, met_teksten=True)
    assert [contact.tekst for contact in plan.contacten] == ["Het ging over de keuken."]


def test_the_last_five_talks_shortened(amina: Werknemer) -> None:
    for dag in range(1, 8):
        lang = f"{dag} " + "woord " * 2000
        NotitieFactory(werknemer=amina, datum=date(2026, 10, dag), tekst=lang)
    contacten = stel_plan_samen(amina, op=VANDAAG, met_teksten=True).contacten
    assert [contact.datum.day for contact in contacten] == [20, 7, 6, 5, 4]
    assert {len(contact.tekst) for contact in contacten[1:]} == {1200}
    assert contacten[1].tekst.endswith("… (lees verder in het logboek)")


@pytest.mark.parametrize(
    ("soort", "besluit", "zinnen"),
    [
        (None, None, ("Er is nog geen beslissing over mijn ondersteuning.", "nog geen advies")),
        (
            SoortAdvies.IMW_2,
            date(2023, 8, 1),
            ("Mijn ondersteuning liep tot en met 30 juni 2025.", "We bekijken samen"),
        ),
        (
            SoortAdvies.IMW_2,
            date(2027, 1, 10),
            ("Mijn ondersteuning begint op 1 januari 2027.", "nog niet gestart"),
        ),
    ],
)
def test_the_support_in_every_state(
    organisatie: Organisatie, soort: str | None, besluit: date | None, zinnen: tuple[str, ...]
) -> None:
    kaal = WerknemerFactory(organisatie=organisatie)
    if soort:
        AdviesFactory(werknemer=kaal, soort=soort, besluitdatum=besluit)
    alles = " ".join(tekst(maak_plan(stel_plan_samen(kaal, op=VANDAAG, met_teksten=True))))
    assert [zin for zin in zinnen if zin not in alles] == []


def test_what_is_missing_is_said_with_what_to_do(organisatie: Organisatie) -> None:
    kaal = WerknemerFactory(organisatie=organisatie)
    alles = " ".join(tekst(maak_plan(stel_plan_samen(kaal, op=VANDAAG, met_teksten=True))))
    for zin in (
        "Er is nog geen jobdoelwit. We kiezen er samen één.",
        "We spreken af wanneer we samen beginnen.",
        "Ik heb nog geen vaste begeleider. Ik vraag ernaar bij De Lepel.",
        "Er is nog geen contract ingevuld.",
        "Er is nog geen advies ingevuld.",
        "Er staat nog niets in het logboek dat we hier mogen delen.",
    ):
        assert zin in alles


def test_a_path_that_was_broken_off_promises_no_goal(amina: Werknemer) -> None:
    amina.trajecten.update(fase=Fase.STOPGEZET)
    plan = stel_plan_samen(amina, op=VANDAAG, met_teksten=True)
    assert (plan.jobdoelwit, plan.beoogde_uitstroom) == ("", None)
    assert plan.fase_in_woorden.startswith("Dit plan is gestopt.")


def test_the_running_path_wins_from_a_later_one_that_ended(amina: Werknemer) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.AFGEROND, gestart_op=date(2026, 6, 1))
    plan = stel_plan_samen(amina, op=VANDAAG, met_teksten=True)
    assert plan.traject is not None
    assert plan.traject.fase == Fase.JOBMATCHING


def test_it_is_pdf_ua_with_headings_in_order_and_figures_in_words(amina: Werknemer) -> None:
    inhoud = maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True))
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        assert str(pdf.Root.Lang) == "nl-BE"
        assert str(pdf.docinfo["/Title"]) == "Doorstroomplan van Amina Benali"
        assert bool(pdf.Root.MarkInfo.Marked) is True
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        alle = elementen(pdf.Root.StructTreeRoot.K)
        niveaus = [int(str(e.S)[2]) for e in alle if str(e.S) in {"/H1", "/H2", "/H3", "/H4"}]
        assert niveaus.count(1) == 1
        assert all(na <= voor + 1 for voor, na in pairwise(niveaus))
        assert all("/Scope" in e.A for e in alle if e.S == "/TH")
        assert [str(e.Alt) for e in alle if e.S == "/Figure"] == [
            "Tijdlijn van Amina Benali. De tabellen zeggen hetzelfde in woorden."
        ]
        letters = [v for p in pdf.pages for v in p.Resources.Font.values()]
        assert all("/FontFile2" in v.DescendantFonts[0].FontDescriptor for v in letters)


def opmaak(werknemer: Werknemer) -> Document:
    """The plan as WeasyPrint lays it out, to look at its boxes."""
    plan = stel_plan_samen(werknemer, op=VANDAAG, met_teksten=True)
    return HTML(string=plan_html(plan), base_url=STATISCH).render(stylesheets=STIJLBLADEN)


@pytest.fixture
def uiterste(organisatie: Organisatie, begeleider: Gebruiker) -> Werknemer:
    """Everything as long as the fields allow, without a space to break at."""
    lang = WerknemerFactory(
        organisatie=organisatie, begeleider=begeleider, voornaam="M" * 60, familienaam="W" * 80
    )
    dienst = DienstFactory(organisatie=organisatie, naam="D" * 100)
    for jaar in range(1990, 2025):
        periode = Periode(date(jaar, 1, 1), date(jaar + 1, 1, 1))
        ContractFactory(werknemer=lang, dienst=dienst, functie="W" * 100, periode=periode)
    TrajectFactory(werknemer=lang, jobdoelwit="W" * 200)
    for dag in range(1, 5):
        NotitieFactory(werknemer=lang, tekst="W" * 9000, datum=date(2026, 1, dag))
    return lang


def test_the_longest_words_stay_between_the_margins(uiterste: Werknemer) -> None:
    for pagina in opmaak(uiterste).pages:
        blad = pagina._page_box
        rechts = blad.margin_left + blad.width
        woorden = [box for box in blad.descendants() if isinstance(box, TextBox)]
        assert woorden
        te_ver = [box.text for box in woorden if box.position_x + box.width > rechts + 0.5]
        assert te_ver == []


def test_no_row_of_a_table_is_split_over_pages(uiterste: Werknemer) -> None:
    document = opmaak(uiterste)
    bladen = [
        {
            box.element
            for box in pagina._page_box.descendants()
            if isinstance(box, TableRowGroupBox) and not box.is_header
            for box in box.children
        }
        for pagina in document.pages
    ]
    rijen = [rij for blad in bladen for rij in blad]
    assert len(document.pages) > 4
    assert len(rijen) > 40
    assert len(rijen) == len(set(rijen))


def test_an_arabic_name_is_readable_on_paper(organisatie: Organisatie) -> None:
    amina = WerknemerFactory(organisatie=organisatie, voornaam="أمينة", familienaam="بن علي")
    inhoud = maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True))
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        namen = {str(v.BaseFont).partition("+")[2] for v in pdf.pages[0].Resources.Font.values()}
        assert "Noto-Sans-Arabic" in namen
        assert str(pdf.docinfo["/Title"]) == "Doorstroomplan van أمينة بن علي"


def test_the_same_plan_twice_is_the_same_file(amina: Werknemer) -> None:
    eerste = maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True))
    assert maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True)) == eerste


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def met_plan(amina: Werknemer) -> Werknemer:
    """Amina with something of everything in her plan."""
    traject = amina.trajecten.get()
    doel = DoelFactory(traject=traject, titel="Zelf een warme maaltijd bereiden")
    bij = {"werknemer": amina, "traject": traject}
    ActieFactory(**bij, doel=doel, wat="Een dag meelopen met de kok", wie="werknemer")
    ActieFactory(
        **bij, doel=doel, wat="Attest halen", stand=Standactie.GEDAAN, gedaan_op=date(2026, 9, 1)
    )
    ActieFactory(**bij, wat="Bellen naar De Linde", tegen=date(2026, 12, 1))
    ActieFactory(**bij, wat="Dit doen we niet meer", stand=Standactie.VERVALLEN)
    vorming = VormingFactory(organisatie=amina.organisatie, titel="Voedselveiligheid")
    DeelnameFactory(werknemer=amina, vorming=vorming, attest="HACCP")
    StageFactory(werknemer=amina, werkgever__naam="De Linde", taak="helpen in de keuken")
    RandvoorwaardeFactory(werknemer=amina, toelichting="De bus rijdt niet zo vroeg.")
    RandvoorwaardeFactory(werknemer=amina, thema="netwerk", stand="onbekend")
    TalentFactory(werknemer=amina, woorden="geduld")
    for naam, score in (("Samen koken", 4), ("Rekenen", 1)):
        competentie = CompetentieFactory(organisatie=amina.organisatie, naam=naam)
        CompetentiescoreFactory(
            werknemer=amina, competentie=competentie, score_begeleider=score, score_werknemer=None
        )
    return amina


def test_the_first_page_says_what_goes_well_and_what_comes_first(met_plan: Werknemer) -> None:
    eerste = tekst(maak_plan(stel_plan_samen(met_plan, op=VANDAAG, met_teksten=True)))[0]
    for zin in (
        "Wat ik goed kan geduld, Samen koken",
        "Bellen naar De Linde Dat doet mijn begeleider, tegen 1 december 2026.",
        "Een dag meelopen met de kok Dat doe ik, tegen 15 december 2026.",
    ):
        assert zin in eerste
    for niet in ("Rekenen", "Dit doen we niet meer", "Attest halen", "schrijven we samen op"):
        assert niet not in eerste


def test_the_other_pages_tell_the_whole_plan(met_plan: Werknemer) -> None:
    rest = " ".join(tekst(maak_plan(stel_plan_samen(met_plan, op=VANDAAG, met_teksten=True)))[1:])
    for zin in (
        "Zelf een warme maaltijd bereiden (loopt)",
        "Een dag meelopen met de kok werknemer 15/12/2026 te doen",
        "Attest halen begeleider 15/12/2026 gedaan op 01/09/2026",
        "Andere acties",
        "Talenten: geduld.",
        "Samen koken 4 –",
        "Voedselveiligheid 01/12/2026 02/12/2026 gepland HACCP",
        "De Linde 02/11/2026 27/11/2026 helpen in de keuken",
        "mobiliteit vraagt aandacht De bus rijdt niet zo vroeg.",
    ):
        assert zin in rest
    assert "Dit doen we niet meer" not in rest
    assert "netwerk" not in rest


def test_of_an_earlier_trajectory_only_what_is_still_to_do_is_in_the_plan(
    amina: Werknemer,
) -> None:
    oud = TrajectFactory(werknemer=amina, fase=Fase.AFGEROND, gestart_op=date(2020, 1, 1))
    klaar = {"stand": Standactie.GEDAAN, "gedaan_op": date(2020, 5, 4)}
    ActieFactory(werknemer=amina, traject=oud, wat="Lang geleden", **klaar)
    open_ = ActieFactory(werknemer=amina, traject=oud, wat="Het attest opvragen")
    plan = stel_plan_samen(amina, op=VANDAAG, met_teksten=True)
    assert [doelplan.acties for doelplan in plan.onderdelen.doelen] == [(open_,)]


def test_a_training_stands_there_with_hours_result_and_attest(amina: Werknemer) -> None:
    DeelnameFactory(
        werknemer=amina,
        vorming__titel="Hygiëne",
        vorming__uren=Decimal("7.5"),
        stand="aanwezig",
        resultaat="geslaagd",
        attest="HACCP",
        attest_vervalt_op=date(2029, 7, 20),
    )
    rest = " ".join(tekst(maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True)))[1:])
    assert "Hygiëne 01/12/2026 02/12/2026 aanwezig, 7,5" in rest
    for zin in ("geslaagd; HACCP", "20/07/2029"):
        assert zin in rest


def test_who_has_a_new_job_does_not_aim_for_one(amina: Werknemer) -> None:
    amina.trajecten.update(fase=Fase.NAZORG)
    eerste = tekst(maak_plan(stel_plan_samen(amina, op=VANDAAG, met_teksten=True)))[0]
    assert "Ik heb een nieuwe job." in eerste
    assert "We mikken" not in eerste
    assert "We kiezen samen" not in eerste
