"""The two charts of money: nothing overlaps, all leads somewhere, a leaf keeps its colour."""

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from gedeeld.grafiek import (
    Categorie,
    Reeks,
    Saldostaven,
    Staafmerk,
    Stapel,
    Staven,
    saldografiek,
    stapelgrafiek,
)
from gedeeld.grafiek.svg import tekst_breedte
from gedeeld.grafiek.vulling import VULLINGEN

SVG = "{http://www.w3.org/2000/svg}"


def delen(figuur: str) -> list[ElementTree.Element]:
    """The wide drawing and the narrow one."""
    return list(ElementTree.fromstring(figuur).iter(f"{SVG}svg"))  # noqa: S314 - our own text


def kwartalen(aantal: int) -> tuple[Categorie, ...]:
    return tuple(
        Categorie(f"K{nr % 4 + 1}", str(2026 + nr // 4), f"#k{nr}") for nr in range(aantal)
    )


def saldo(waarden: list[int], keerpunt: tuple[int, str] | None = None) -> str:
    jobs = tuple(f"{12 + nr},5" for nr in range(len(waarden)))
    bedragen = tuple(Decimal(waarde) for waarde in waarden)
    staven = Saldostaven(
        "Saldo", kwartalen(len(waarden)), bedragen, jobs, "voltijdse jobs", keerpunt, str
    )
    return saldografiek(staven, "s")


def stapel(aantal: int, merk: str = "123", *reeksen: Reeks) -> str:
    standaard = (Reeks("loonpremie", (Decimal(900),) * aantal), Reeks("eigen", (1,) * aantal))
    staven = Staven("Bladen", kwartalen(aantal), reeksen or standaard)
    merken = tuple(Staafmerk(merk, "minder of weg", f"#d{nr}") for nr in range(aantal))
    return stapelgrafiek(Stapel(staven, Reeks("kost", (500,) * aantal), merken, "daalt"), "s")


def koppelingen(svg: ElementTree.Element) -> list[str]:
    return [a.get("href") or "" for a in svg.iter(f"{SVG}a")]


def test_the_balance_stands_above_and_below_zero() -> None:
    breed, smal = delen(saldo([400, 0, -300], (2, "onder nul in 2026-K3")))
    boven, nul, onder = (rect for rect in breed.iter(f"{SVG}rect"))
    lijn = float(boven.get("y") or 0) + float(boven.get("height") or 0)
    assert float(onder.get("y") or 0) == pytest.approx(lijn, abs=0.2)
    assert float(nul.get("height") or 0) == 0
    assert onder.get("fill") != boven.get("fill")
    for tekening in (breed, smal):
        woorden = [tekst.text for tekst in tekening.iter(f"{SVG}text")]
        assert woorden.count("onder nul in 2026-K3") == 1
        assert {"12,5", "13,5", "14,5", "voltijdse jobs"} <= set(woorden)
        assert {"#k0", "#k1", "#k2"} == set(koppelingen(tekening))
        assert tekening.get("role") == "group"
    beschrijving = breed.findtext(f"{SVG}desc") or ""
    assert beschrijving.startswith("onder nul in 2026-K3. 2026-K1: 400, voltijdse jobs 12,5.")


@pytest.mark.parametrize("waarden", [[0], [5], [-5], [0, 0], list(range(-20, 20))])
def test_any_balance_can_be_drawn(waarden: list[int]) -> None:
    for tekening in delen(saldo(waarden, (0, "onder nul in 2026-K1"))):
        breedte, hoogte = (float(deel) for deel in (tekening.get("viewBox") or "").split()[2:])
        for rect in tekening.iter(f"{SVG}rect"):
            x, y, b, h = (float(rect.get(n) or 0) for n in ("x", "y", "width", "height"))
            assert min(x, y, b, h) >= 0
            assert x + b <= breedte + 0.2
            assert y + h <= hoogte + 0.2


def test_every_bar_has_a_word() -> None:
    with pytest.raises(ValueError, match="één woord eronder"):
        Saldostaven("Saldo", kwartalen(2), (Decimal(1), Decimal(2)), ("1",), "jobs")
    assert saldo([]) == ""


@pytest.mark.parametrize("aantal", [1, 8, 20, 40])
@pytest.mark.parametrize("merk", ["7", "123", "5000"])
def test_texts_of_one_row_never_overlap(aantal: int, merk: str) -> None:
    for figuur in (stapel(aantal, merk), saldo([1000 * (-1) ** nr for nr in range(aantal)])):
        for tekening in delen(figuur):
            rijen: dict[str, list[tuple[float, float]]] = {}
            for tekst in tekening.iter(f"{SVG}text"):
                x, breedte = float(tekst.get("x") or 0), tekst_breedte(tekst.text or "")
                anker = {"middle": breedte / 2, "end": breedte}.get(tekst.get("text-anchor", ""), 0)
                rij = rijen.setdefault(tekst.get("y") or "", [])
                rij.append((x - anker, x - anker + breedte))
            for rij in rijen.values():
                for (_, einde), (begin, _) in pairwise(sorted(rij)):
                    assert einde <= begin + 0.2


def test_a_leaf_keeps_its_fill_whatever_comes_before_it() -> None:
    alleen = stapel(2, "1", Reeks("eigen opbrengst", (5, 5), 6))
    samen = stapel(2, "1", Reeks("loonpremie", (9, 9), 0), Reeks("eigen opbrengst", (5, 5), 6))
    for figuur in (alleen, samen):
        [breed, _] = delen(figuur)
        vullingen = {
            rect.get("fill")
            for groep in breed.iter(f"{SVG}a")
            if "eigen" in (groep.findtext(f"{SVG}title") or "")
            for rect in groep.iter(f"{SVG}rect")
        }
        assert vullingen == {VULLINGEN[6].grond}


def test_bars_marks_and_quarters_lead_somewhere() -> None:
    for tekening in delen(stapel(3)):
        adressen = koppelingen(tekening)
        for nr in range(3):
            assert adressen.count(f"#k{nr}") == 3  # two parts and the name
            assert adressen.count(f"#d{nr}") == 1


def test_a_part_with_room_is_named_beside_the_last_bar() -> None:
    [breed, smal] = delen(stapel(4))
    namen = [
        (tekst.text, float(tekst.get("x") or 0))
        for tekst in breed.iter(f"{SVG}text")
        if tekst.text in {"loonpremie", "eigen"}
    ]
    assert [naam for naam, _ in namen] == ["eigen", "loonpremie"]  # legend first
    assert namen[1][1] > 800
    assert [t.text for t in smal.iter(f"{SVG}text")][:2] == ["loonpremie", "eigen"]
