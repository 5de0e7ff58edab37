"""What a template may hold: it works without JavaScript, shows, and decides little."""

import re
from collections.abc import Iterable

import pytest

from tests.test_conventies import BASIS

SJABLONEN = sorted((BASIS / "templates").rglob("*.html"))
_LABEL = re.compile(r"<(a|form)\b((?:\{%.*?%\}|\{\{.*?\}\}|[^>])*?)>", re.DOTALL)


def kale_htmx(html: str) -> list[str]:
    """Links with hx-get without href, and forms that htmx sends without an action of their own."""
    return [
        f"<{soort}{attributen}>"
        for soort, attributen in _LABEL.findall(html)
        if (soort == "a" and "hx-get" in attributen and "href=" not in attributen)
        or (soort == "form" and "hx-post" in attributen and "method=" not in attributen)
    ]


def test_everything_works_without_javascript() -> None:
    kaal = {str(pad.relative_to(BASIS)): kale_htmx(pad.read_text()) for pad in SJABLONEN}
    assert {naam: labels for naam, labels in kaal.items() if labels} == {}


@pytest.mark.parametrize(
    ("html", "aantal"),
    [
        ('<a {% if a > b %}class="x"{% endif %} hx-get="/x/">', 1),
        ('<a hx-get="{{ url }}" href="{{ url }}">', 0),
        ('<a class="x">', 0),
        ('<form hx-post="/x/">', 1),
        ('<form hx-post="/x/" method="post">', 0),
    ],
)
def test_the_check_on_htmx_can_fail(html: str, aantal: int) -> None:
    assert len(kale_htmx(html)) == aantal


def test_htmx_is_written_out() -> None:
    """Inherited attributes change meaning in htmx 4, and nobody sees where they come from."""
    verboden = re.compile(r"hx-(boost|inherit|vals=['\"]js|on[:-])")
    gevonden = [
        str(pad.relative_to(BASIS)) for pad in SJABLONEN if verboden.search(pad.read_text())
    ]
    assert gevonden == []


# A template says how a page looks. What it says under which condition belongs in Python: a view, a
# property, or a tag or filter in a folder `templatetags`.
BREEDSTE_REGEL = 120
LOGICA_PER_KB = 3.1
# A small file is an idea with a condition around it, so the first tags of a file are free.
LOGICA_PER_BESTAND, VRIJ_PER_BESTAND = 5, 3
_LOGICA = re.compile(r"\{%-?\s*(?:if|elif|else|for|empty|with|ifchanged)\b")
ALLE_SJABLONEN = sorted(
    pad for soort in ("*.html", "*.txt") for pad in (BASIS / "templates").rglob(soort)
)


def te_brede_regels(tekst: str) -> list[int]:
    return [
        nummer for nummer, regel in enumerate(tekst.splitlines(), 1) if len(regel) > BREEDSTE_REGEL
    ]


def logica(teksten: Iterable[str], vrij: int = 0) -> float:
    """The tags that decide or repeat, without their ends, per 1,000 bytes."""
    samen = "".join(teksten)
    return max(0, len(_LOGICA.findall(samen)) - vrij) / max(1, len(samen.encode())) * 1000


def test_no_template_has_a_line_too_long_to_take_in() -> None:
    breed = {str(p.relative_to(BASIS)): te_brede_regels(p.read_text()) for p in ALLE_SJABLONEN}
    assert {naam: regels for naam, regels in breed.items() if regels} == {}


def test_templates_show_and_decide_little() -> None:
    samen = logica(pad.read_text() for pad in ALLE_SJABLONEN)
    assert samen <= LOGICA_PER_KB, f"{samen:.2f} logic tags per kB: move what grew into Python."


def test_no_template_is_a_program() -> None:
    maten = {
        str(pad.relative_to(BASIS)): round(logica([pad.read_text()], VRIJ_PER_BESTAND), 1)
        for pad in ALLE_SJABLONEN
    }
    assert {naam: maat for naam, maat in maten.items() if maat > LOGICA_PER_BESTAND} == {}


@pytest.mark.parametrize(
    ("tekst", "breed", "per_kb"),
    [
        ("é" * 120, [], 0),
        (f"<p>\n{'x' * 121}\n</p>", [2], 0),
        ("{% if a %}b{% elif c %}d{% else %}e{% endif %}".ljust(1000), [1], 3),
        ("{% for a in b %}{% empty %}{% endfor %}\n".ljust(500, "\n"), [], 4),
        ("{% with a=b %}{% endwith %}{% include 'format.html' %}\n".ljust(1000, "\n"), [], 1),
    ],
)
def test_the_checks_on_templates_can_fail(tekst: str, breed: list[int], per_kb: int) -> None:
    assert (te_brede_regels(tekst), logica([tekst])) == (breed, per_kb)


_HTMX_OVER_REGELS = re.compile(r"\bhx-[\w-]+=\"[^\"]*\n[^\"]*\"")


def test_htmx_stands_on_one_line() -> None:
    """Its words are parsed by htmx, which stops at a line break where HTML would not."""
    gebroken = {
        str(pad.relative_to(BASIS)): _HTMX_OVER_REGELS.findall(pad.read_text()) for pad in SJABLONEN
    }
    assert {naam: waarden for naam, waarden in gebroken.items() if waarden} == {}


def test_the_check_on_htmx_over_lines_can_fail() -> None:
    assert _HTMX_OVER_REGELS.search('<a hx-trigger="a from:x\n b">')
    assert not _HTMX_OVER_REGELS.search('<a hx-get="/x/"\n   href="/x/">')
