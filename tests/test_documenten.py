"""What code and documents cite exists, and stands in this repository."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from regels.keuzes import Parametercode

BASIS = Path(settings.BASE_DIR)
DOCUMENTEN = sorted([*BASIS.glob("*.md"), *(BASIS / "docs").rglob("*.md")])
MAPPEN = (
    "bin", "demo", "doorstroom", "financiering", "gebruikers", "gedeeld", "regels", "static/css",
    "static/js", "templates", "tests", "trajects", "werknemers",
)  # fmt: skip
SOORTEN = {".py", ".html", ".txt", ".js", ".css", ".sh", ".toml"}

_CODEBLOK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_DIFF = re.compile(r"^```diff\n(.*?)^```", re.MULTILINE | re.DOTALL)
_BESTAAND = re.compile(r"[ -](?!--)\s*\S")
_KOP = re.compile(r"^#+ (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MD = re.compile(r"(?<![\w/:.-])([\w./-]*\w\.md)(#[\w-]+)?")
_BESLISSING = re.compile(r"docs/adr/(\d{4})(?![\w-])")
_PAD = re.compile(rf"`((?:{'|'.join(MAPPEN)}|docs)/[\w./-]*)`")
# A paragraph or "the design" of a document that somebody else has, or had.
_ELDERS = re.compile(r"§ ?\d|\bADR \d|\bthe design,? ?\(?§?\d", re.IGNORECASE)


def bestanden() -> Iterator[Path]:
    """Code, templates and tests, but not this module, which has to name what is wrong."""
    for map_ in MAPPEN:
        for pad in sorted((BASIS / map_).rglob("*")):
            if pad.suffix in SOORTEN and pad != Path(__file__):
                yield pad


def zonder_codeblok(tekst: str) -> str:
    """Markdown without its fenced blocks: a diff may show what is not there."""
    return _CODEBLOK.sub("", tekst)


def ankers(tekst: str) -> set[str]:
    """The anchors of a document, as a forge makes them from its headings."""
    koppen = (re.sub(r"[^\w\s-]", "", kop).strip().lower() for kop in _KOP.findall(tekst))
    return {re.sub(r"\s", "-", kop) for kop in koppen}


def bestaat(doel: str, vanaf: Path = BASIS) -> bool:
    """Whether `path#anchor`, seen from a folder, is a file with that heading."""
    pad, _, anker = doel.partition("#")
    bestand = vanaf / pad
    if not bestand.exists():
        return False
    return not anker or anker in ankers(zonder_codeblok(bestand.read_text()))


def loze_verwijzingen(tekst: str) -> set[str]:
    """Citations of documents or headings that are not in the repository."""
    loos = {pad + anker for pad, anker in _MD.findall(tekst) if not bestaat(pad + anker)}
    loos |= {
        nummer
        for nummer in _BESLISSING.findall(tekst)
        if not list((BASIS / "docs/adr").glob(f"{nummer}-*.md"))
    }
    return loos | set(_ELDERS.findall(tekst))


def test_code_cites_only_what_stands_here() -> None:
    gevonden = {
        f"{pad.relative_to(BASIS)}: {loos}"
        for pad in bestanden()
        for loos in loze_verwijzingen(pad.read_text())
    }
    assert gevonden == set(), (
        "Cite docs/regels.md#anchor or docs/adr/NNNN, or say the thing itself."
    )


@pytest.mark.parametrize(
    ("tekst", "loos"),
    [
        ("as in docs/regels.md#term", set()),
        ("as in `docs/regels.md`, docs/adr/0004 and README.md", set()),
        ("as in docs/regels.md#no-such-heading", {"docs/regels.md#no-such-heading"}),
        ("as in `sector.md`", {"sector.md"}),
        ("as in docs/adr/0999", {"0999"}),
        ("the table (the design, §6)", {"the design, §6"}),
        ("see ADR 3", {"ADR 3"}),
    ],
)
def test_the_check_on_citations_can_fail(tekst: str, loos: set[str]) -> None:
    assert loze_verwijzingen(tekst) == loos


@pytest.mark.parametrize("pad", DOCUMENTEN, ids=lambda pad: str(pad.relative_to(BASIS)))
def test_what_a_document_names_exists(pad: Path) -> None:
    tekst = zonder_codeblok(pad.read_text())
    links = {
        doel
        for doel in _LINK.findall(tekst)
        if "://" not in doel
        and not bestaat(pad.name + doel if doel[0] == "#" else doel, pad.parent)
    }
    paden = {
        naam
        for naam in _PAD.findall(tekst)
        if not (BASIS / naam).exists() and not (BASIS / "templates" / naam).exists()
    }
    assert links | paden == set()


def regels_die_niet_passen(markdown: str) -> set[str]:
    """Lines that a diff keeps or takes away, and that are not in the file it is about.

    A line with … is trimmed, and a file that the diff makes is not looked for.
    """
    niet, inhoud = set(), None
    for regel in "\n".join(_DIFF.findall(markdown)).splitlines():
        if regel.startswith("+++ b/"):
            bestand = BASIS / regel.removeprefix("+++ b/")
            inhoud = bestand.read_text().splitlines() if bestand.exists() else None
        elif _BESTAAND.match(regel) and inhoud is not None and "…" not in regel:
            niet |= {regel[1:]} - set(inhoud)
    return niet


@pytest.mark.parametrize("pad", DOCUMENTEN, ids=lambda pad: str(pad.relative_to(BASIS)))
def test_a_diff_in_a_document_still_fits(pad: Path) -> None:
    assert regels_die_niet_passen(pad.read_text()) == set(), "Make the change again, and show that."


def test_the_check_on_diffs_can_fail() -> None:
    diff = "```diff\n--- a/manage.py\n+++ b/manage.py\n@@ x\n import os\n-import oss\n+new\n```\n"
    assert regels_die_niet_passen(diff) == {"import oss"}


def test_the_rules_name_every_parameter() -> None:
    tekst = (BASIS / "docs/regels.md").read_text()
    ongenoemd = {code.value for code in Parametercode if f"`{code.value}`" not in tekst}
    assert ongenoemd == set(), "Say in docs/regels.md what it is and who says so."


def test_the_tree_of_the_readme_is_true() -> None:
    """Its folders exist, and stand in the order in which imports may point."""
    tekst = (BASIS / "README.md").read_text()
    boom = tekst.partition("## Where things are")[2].split("```")[1]
    mappen = re.findall(r"^(\w+)/", boom, re.MULTILINE)
    contracten = tomllib.loads((BASIS / "pyproject.toml").read_text())["tool"]["importlinter"]
    apps, onderwerpen = (contracten["contracts"][nummer]["layers"] for nummer in (0, 2))
    assert [naam for naam in mappen if naam in apps] == apps
    assert [naam for naam in mappen if not (BASIS / naam).is_dir()] == []
    genoemd = re.search(r"subject: ([\w, \n]+);", boom)
    assert genoemd is not None
    eigen = onderwerpen[onderwerpen.index("uitstroom") : onderwerpen.index("kader")]
    assert re.findall(r"\w+", genoemd[1]) == eigen


def test_anchors_as_a_forge_makes_them() -> None:
    assert ankers("# One\n## Wage premium\n### Who's in, and who not?\n") == {
        "one",
        "wage-premium",
        "whos-in-and-who-not",
    }
