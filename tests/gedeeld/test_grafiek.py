"""The charts: well-formed, escaped, named for a screen reader, and right at the edges."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.grafiek import (
    Balk,
    Categorie,
    Lijn,
    Merk,
    Reeks,
    Staafsoort,
    Staven,
    Strepen,
    Tijdlijn,
    Tijdlijnrij,
    Verloop,
    staafgrafiek,
    staafgrafiek_svg,
    tijdlijn,
    tijdlijn_svg,
    verloop_svg,
)
from gedeeld.grafiek.schaal import Tijdschaal, jaren_rond, ronde_stappen
from gedeeld.grafiek.vulling import VULLINGEN
from gedeeld.periode import Periode

SVG = "{http://www.w3.org/2000/svg}"
VANDAAG = date(2026, 11, 23)
ADVIES = Balk(Periode(date(2022, 7, 1), date(2027, 7, 1)), "IMW 5 jaar", Staafsoort.ADVIES)


def lees(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own text, parsed to see that it parses


def woorden(svg: str) -> list[str]:
    return [element.text or "" for element in lees(svg).iter(f"{SVG}text")]


def titels(svg: str) -> list[str]:
    return [element.text or "" for element in lees(svg).iter(f"{SVG}title")][1:]


def omschrijving(svg: str) -> str:
    return lees(svg).findtext(f"{SVG}desc") or ""


def lijn_met(*balken: Balk, **rest: object) -> Tijdlijn:
    return Tijdlijn("Tijdlijn van Amina", VANDAAG, (Tijdlijnrij("Advies", balken),), **rest)  # type: ignore[arg-type]


def staven_met(*reeksen: Reeks, aantal: int = 2) -> Staven:
    categorieen = tuple(Categorie(f"K{nr + 1}", "2027") for nr in range(aantal))
    return Staven("Einde ondersteuning", categorieen, reeksen)


class TestTimeline:
    def test_is_an_image_with_a_name_and_a_description(self) -> None:
        wortel = lees(tijdlijn_svg(lijn_met(ADVIES), "t"))
        assert wortel.get("role") == "img"
        assert wortel.get("aria-labelledby") == "t-titel t-tekst"
        assert {element.get("id") for element in wortel} >= {"t-titel", "t-tekst"}
        assert omschrijving(tijdlijn_svg(lijn_met(ADVIES), "t")) == (
            "Advies: IMW 5 jaar van 1 juli 2022 t.e.m. 30 juni 2027. "
            "Vandaag is het 23 november 2026."
        )

    def test_shows_each_year_below_the_axis(self) -> None:
        assert [w for w in woorden(tijdlijn_svg(lijn_met(ADVIES), "t")) if w.isdigit()] == [
            "2022", "2023", "2024", "2025", "2026", "2027",
        ]  # fmt: skip

    def test_text_never_becomes_markup(self) -> None:
        kwaad = '<script>alert("x")</script>&'
        balk = Balk(ADVIES.periode, kwaad, Staafsoort.CONTRACT)
        lijn = Tijdlijn(
            kwaad, VANDAAG, (Tijdlijnrij(kwaad, (balk,)),), uitstroom=Merk(date(2027, 4, 1), kwaad)
        )
        for svg in (tijdlijn_svg(lijn, "t"), tijdlijn(lijn, 't"><script>')):
            assert "<script" not in svg
        assert lees(tijdlijn_svg(lijn, "t")).findtext(f"{SVG}title") == kwaad

    def test_without_anything_there_is_no_drawing(self) -> None:
        assert tijdlijn(Tijdlijn("Leeg", VANDAAG, ()), "t") == ""
        assert tijdlijn_svg(lijn_met(), "t") == ""

    def test_talks_alone_suffice_and_the_same_day_counts_once(self) -> None:
        gesprek = Merk(date(2026, 3, 2), "")
        strepen = Strepen("Gesprekken", "Gesprek", (gesprek, gesprek))
        lijn = Tijdlijn("T", VANDAAG, (), strepen=(strepen,))
        svg = tijdlijn_svg(lijn, "t")
        assert titels(svg) == ["Gesprek op 2 maart 2026", "vandaag: 23 november 2026"]
        assert "1 gesprek, laatst op 2 maart 2026." in omschrijving(svg)

    def test_what_falls_on_the_same_day_stands_together(self) -> None:
        dag = date(2026, 12, 1)
        acties = Strepen("Acties", "Actie", (Merk(dag, "cv maken"), Merk(dag, "bellen")))
        leeg = Strepen("Leeg", "Leegte", ())
        svg = tijdlijn_svg(Tijdlijn("T", VANDAAG, (), strepen=(acties, leeg)), "t")
        assert titels(svg)[0] == "cv maken, bellen op 1 december 2026"
        assert "Leeg" not in woorden(svg)

    def test_an_open_end_runs_to_the_edge_and_is_said_in_words(self) -> None:
        balk = Balk(Periode(date(2025, 1, 1)), "Onbepaalde duur", Staafsoort.CONTRACT)
        svg = tijdlijn_svg(lijn_met(balk), "t")
        assert "Onbepaalde duur vanaf 1 januari 2025, zonder einddatum." in omschrijving(svg)

    def test_a_bar_of_one_day_stays_visible(self) -> None:
        dag = Balk(Periode(VANDAAG, date(2026, 11, 24)), "EHBO", Staafsoort.VORMING)
        svg = tijdlijn_svg(lijn_met(dag), "t")
        assert titels(svg)[0] == "Advies: EHBO op 23 november 2026"
        assert "EHBO" in woorden(svg)
        (vorm,) = lees(svg).iter(f"{SVG}path")
        assert "h3.0" in (vorm.get("d") or "")

    def test_bars_that_overlap_stand_below_each_other(self) -> None:
        tweede = Balk(Periode(date(2024, 1, 1), date(2025, 1, 1)), "Strijk", Staafsoort.CONTRACT)
        derde = Balk(Periode(date(2027, 7, 1), date(2027, 12, 1)), "Vervolg", Staafsoort.CONTRACT)
        vormen = lees(tijdlijn_svg(lijn_met(ADVIES, tweede, derde), "t")).iter(f"{SVG}path")
        hoogtes = [(vorm.get("d") or "").split()[1].split("h")[0] for vorm in vormen]
        assert hoogtes[0] == hoogtes[1] != hoogtes[2]

    def test_text_that_fits_nowhere_is_only_in_the_title(self) -> None:
        lang = "Een heel lange naam van een opleiding die nergens past"
        kort = Balk(Periode(date(2026, 11, 1), date(2026, 12, 1)), lang, Staafsoort.VORMING)
        svg = tijdlijn_svg(lijn_met(kort), "t")
        assert lang not in woorden(svg)
        assert lang in titels(svg)[0]

    def test_steps_go_down_with_their_height(self) -> None:
        treden = (
            Balk(Periode(date(2025, 1, 1), date(2026, 1, 1)), "75 %", Staafsoort.PREMIE, 1.0),
            Balk(Periode(date(2026, 1, 1), date(2027, 1, 1)), "30 %", Staafsoort.PREMIE, 0.4),
        )
        vormen = lees(tijdlijn_svg(lijn_met(*treden), "t")).iter(f"{SVG}path")
        hoogtes = [float((vorm.get("d") or "").split()[1].split("h")[0]) for vorm in vormen]
        assert hoogtes[0] < hoogtes[1]

    @pytest.mark.parametrize("hoogte", [0, -0.1, 1.1])
    def test_an_impossible_height_is_refused(self, hoogte: float) -> None:
        with pytest.raises(ValueError, match="tussen 0 en 1"):
            Balk(ADVIES.periode, "75 %", Staafsoort.PREMIE, hoogte)

    def test_the_desired_outflow_gets_a_line_of_its_own(self) -> None:
        lijn = lijn_met(ADVIES, uitstroom=Merk(date(2027, 4, 1), "gewenste uitstroom"))
        svg = tijdlijn_svg(lijn, "t")
        assert titels(svg)[-1] == "gewenste uitstroom: 1 april 2027"
        streepjes = [e.get("stroke-dasharray") for e in lees(svg).iter(f"{SVG}line")]
        assert streepjes.count("5 3") == 1

    def test_a_contract_of_decades_keeps_the_rest_readable(self) -> None:
        oud = Balk(Periode(date(1991, 1, 1)), "Onbepaalde duur", Staafsoort.CONTRACT)
        jaren = [w for w in woorden(tijdlijn_svg(lijn_met(oud, ADVIES), "t")) if w[-2:].isdigit()]
        assert jaren[0] == "2018"
        assert len(jaren) == 10


def _licht(kleur: str) -> float:
    """How light a colour looks, from 0 to 1."""
    rood, groen, blauw = (int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


class TestBarChart:
    def test_shows_values_totals_legend_and_group(self) -> None:
        svg = staafgrafiek_svg(staven_met(Reeks("Groen", (2, 0)), Reeks("Strijk", (1, 3))), "s")
        assert lees(svg).get("role") == "img"
        assert titels(svg) == ["2027-K1, Groen: 2", "2027-K1, Strijk: 1", "2027-K2, Strijk: 3"]
        assert omschrijving(svg) == "2027-K1: 3 (Groen 2, Strijk 1). 2027-K2: 3 (Strijk 3)."
        assert woorden(svg)[:2] == ["Groen", "Strijk"]
        assert woorden(svg).count("2027") == 1
        vet = [e.text for e in lees(svg).iter(f"{SVG}text") if e.get("font-weight") == "700"]
        assert vet == ["3", "3"]

    def test_series_differ_without_colour_too(self) -> None:
        reeksen = [Reeks(f"Dienst {nr}", (1, 1)) for nr in range(4)]
        wortel = lees(staafgrafiek_svg(staven_met(*reeksen), "s"))
        patronen = [e.get("id") for e in wortel.iter(f"{SVG}pattern")]
        assert patronen == ["s-vulling-1", "s-vulling-3"]
        vlakken = list(wortel.iter(f"{SVG}rect"))
        vullingen = {e.get("fill") for e in vlakken if e.get("class") == "textuur"}
        assert vullingen == {f"url(#{naam})" for naam in patronen}

    def test_solid_fills_stay_apart_in_grey(self) -> None:
        """Neighbours in the order of the leaves differ in lightness."""
        licht = [_licht(vulling.grond) for vulling in VULLINGEN]
        assert all(abs(een - twee) > 0.1 for een, twee in pairwise(licht))

    def test_what_is_too_many_is_added_up_as_other(self) -> None:
        reeksen = [Reeks(f"Dienst {nr}", (1, nr)) for nr in range(11)]
        svg = staafgrafiek_svg(staven_met(*reeksen), "s")
        assert woorden(svg)[7] == "overige"
        assert "2027-K1, overige: 4" in titels(svg)
        assert "2027-K2, overige: 34" in titels(svg)

    def test_empty_and_all_zero(self) -> None:
        assert staafgrafiek(staven_met(), "s") == ""
        assert staafgrafiek(Staven("T", (), (Reeks("Groen", ()),)), "s") == ""
        nul = staven_met(Reeks("Groen", (0, 0)))
        assert omschrijving(staafgrafiek_svg(nul, "s")) == "Alles is nul."
        assert staafgrafiek(nul, "s").count("<svg") == 2

    def test_text_never_becomes_markup(self) -> None:
        kwaad = "<img src=x onerror=y>"
        staven = Staven(kwaad, (Categorie(kwaad, kwaad),), (Reeks(kwaad, (1,)),))
        assert "<img" not in staafgrafiek(staven, "s")

    def test_amounts_appear_as_asked(self) -> None:
        reeks = Reeks("Tekort", (Decimal("4210.50"), Decimal(0)))
        staven = Staven("T", staven_met(reeks).categorieen, (reeks,), schrijf=lambda w: f"€ {w}")
        assert "2027-K1, Tekort: € 4210.50" in titels(staafgrafiek_svg(staven, "s"))

    @pytest.mark.parametrize(
        ("waarden", "zin"), [((1,), "één waarde per categorie"), ((1, -1), "onder nul")]
    )
    def test_a_wrong_series_is_refused(self, waarden: tuple[int, ...], zin: str) -> None:
        with pytest.raises(ValueError, match=zin):
            staven_met(Reeks("Groen", waarden))


@pytest.mark.parametrize(
    "maak",
    [
        lambda: tijdlijn(lijn_met(ADVIES), "x"),
        lambda: staafgrafiek(staven_met(*(Reeks(f"D{nr}", (1, 2)) for nr in range(8))), "x"),
    ],
)
def test_a_figure_has_two_widths_without_double_ids_or_style(
    maak: Callable[[], str],
) -> None:
    figuur = lees(maak())
    assert [deel.get("class") for deel in figuur] == ["grafiek-breed", "grafiek-smal"]
    ids = [element.get("id") for element in figuur.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not [e for e in figuur.iter() if e.get("style") or e.tag in {f"{SVG}style", "style"}]
    assert all(svg.get("font-family") for svg in figuur.iter(f"{SVG}svg"))


@given(
    van=st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    dagen=st.integers(1, 20000),
    breed=st.booleans(),
)
def test_everything_stays_within_the_drawing(van: date, dagen: int, breed: bool) -> None:
    periode = Periode(van, date.fromordinal(van.toordinal() + dagen))
    lijn = lijn_met(
        Balk(periode, "IMW", Staafsoort.ADVIES), uitstroom=Merk(van, "gewenste uitstroom")
    )
    for svg in lees(tijdlijn(lijn, "t")).iter(f"{SVG}svg"):
        breedte = float((svg.get("viewBox") or "").split()[2])
        for vlak in svg.iter(f"{SVG}rect"):
            links = float(vlak.get("x") or 0)
            assert links >= 0
            assert links + float(vlak.get("width") or 0) <= breedte + 0.2


@pytest.mark.parametrize(
    ("hoogste", "stappen"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (8, [0, 2, 4, 6, 8]),
        (23, [0, 5, 10, 15, 20, 25]),
        (Decimal("0.4"), [Decimal(d) for d in ("0.0", "0.1", "0.2", "0.3", "0.4")]),
        (101, [0, 50, 100, 150]),
    ],
)
def test_round_steps(hoogste: Decimal, stappen: list[Decimal]) -> None:
    assert ronde_stappen(Decimal(hoogste)) == stappen


def test_the_time_scale_keeps_days_within_the_axis() -> None:
    schaal = Tijdschaal(2026, 2028, 100, 200)
    assert schaal.x(date(2026, 1, 1)) == 100
    assert schaal.x(date(2027, 1, 1)) == 150
    assert schaal.x(date(1999, 1, 1)) == 100
    assert schaal.x(date(2040, 1, 1)) == schaal.x(None) == 200


def test_the_years_around_always_contain_the_middle() -> None:
    assert jaren_rond([], 2026, 8) == (2026, 2027)
    assert jaren_rond([date(2040, 1, 1)], 2026, 8) == (2026, 2035)
    assert jaren_rond([date(2001, 1, 1), date(2028, 5, 1)], 2026, 8) == (2018, 2029)


RONDEN = (date(2025, 3, 3), date(2025, 9, 1), date(2026, 3, 2), date(2026, 9, 7))


def verloop_met(begeleider: tuple[int | None, ...], zelf: tuple[int | None, ...]) -> Verloop:
    lijnen = (Lijn("begeleider", begeleider), Lijn("Amina zelf", zelf))
    return Verloop("Hoe het ging", RONDEN[: len(zelf)], lijnen, 1, 4)


class TestCourse:
    @pytest.mark.parametrize(
        ("waarden", "stukken"),
        [
            ((), []),
            ((None, None), []),
            ((1, 2, 3), [[(0, 1), (1, 2), (2, 3)]]),
            ((1, None, 3, 4), [[(0, 1)], [(2, 3), (3, 4)]]),
            ((None, 2, None, None), [[(1, 2)]]),
        ],
    )
    def test_a_skipped_round_breaks_the_line(
        self, waarden: tuple[int | None, ...], stukken: list[list[tuple[int, int]]]
    ) -> None:
        assert Lijn("begeleider", waarden).stukken == stukken

    @given(st.lists(st.none() | st.integers(1, 4), max_size=12))
    def test_no_value_is_lost_and_the_order_stays(self, waarden: list[int | None]) -> None:
        stukken = Lijn("begeleider", tuple(waarden)).stukken
        punten = [punt for stuk in stukken for punt in stuk]
        assert punten == [(nr, w) for nr, w in enumerate(waarden) if w is not None]
        assert all(na - voor == 1 for stuk in stukken for (voor, _), (na, _) in pairwise(stuk))

    def test_tells_every_round_and_draws_only_what_was_said(self) -> None:
        svg = verloop_svg(verloop_met((1, 2, 2), (2, None, 3)), "v")
        assert omschrijving(svg) == (
            "3 maart 2025: begeleider 1, Amina zelf 2. 1 september 2025: begeleider 2. "
            "2 maart 2026: begeleider 2, Amina zelf 3."
        )
        wortel = lees(svg)
        assert len(list(wortel.iter(f"{SVG}circle"))) == 3
        assert len(list(wortel.iter(f"{SVG}rect"))) == 2
        assert "1 september 2025, begeleider: 2" in titels(svg)
        assert woorden(svg) == ["1", "2", "3", "4", "03/03/2025", "02/03/2026"]

    def test_a_round_in_which_nobody_said_anything(self) -> None:
        svg = verloop_svg(verloop_met((1, None), (2, None)), "v")
        assert omschrijving(svg).endswith("1 september 2025: geen score.")

    @pytest.mark.parametrize("aantal", [0, 1])
    def test_one_round_is_no_course(self, aantal: int) -> None:
        assert verloop_svg(verloop_met((2,) * aantal, (3,) * aantal), "v") == ""

    def test_what_cannot_be_is_refused(self) -> None:
        with pytest.raises(ValueError, match="niet één waarde per ronde"):
            verloop_met((1,), (2, 3))
        with pytest.raises(ValueError, match="buiten de schaal"):
            verloop_met((1, 5), (2, 3))

    def test_a_name_never_becomes_markup(self) -> None:
        lijnen = (Lijn("begeleider", (1, 2)), Lijn("<script>x</script>", (1, 2)))
        svg = verloop_svg(Verloop("<b>", RONDEN[:2], lijnen, 1, 4), "v")
        assert "<script>" not in svg
        assert "<script>x</script> 1" in omschrijving(svg)
