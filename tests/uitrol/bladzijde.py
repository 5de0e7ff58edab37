"""The commands of a page, as somebody who follows it types them."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from django.conf import settings

BASIS: Final = Path(settings.BASE_DIR)
HEK: Final = "```"


def blokken(bladzijde: str, kop: str, taal: str = "sh") -> list[str]:
    """The fenced blocks of one language under a `## kop`, in order."""
    tekst = (BASIS / bladzijde).read_text()
    _, begin, rest = tekst.partition(f"\n## {kop}\n")
    assert begin, f"{bladzijde} has no heading {kop!r}"
    stukken = rest.partition("\n## ")[0].split(f"\n{HEK}")
    opening = f"{taal}\n"
    return [stuk.removeprefix(opening) for stuk in stukken[1::2] if stuk.startswith(opening)]


def volg(opdrachten: list[str], omgeving: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """All of them in one shell, which stops at the first that fails."""
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(opdrachten)],
        env=omgeving,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
