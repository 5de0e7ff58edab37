"""Names of people, towns, services, jobs and more, as they stand in `namen.toml`."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

_BESTAND: Final = Path(__file__).parent / "namen.toml"


@dataclass(frozen=True, slots=True)
class Namen:
    voornamen: tuple[str, ...]
    familienamen: tuple[str, ...]
    gemeenten: tuple[str, ...]
    organisaties: tuple[str, ...]
    diensten: tuple[str, ...]
    functies: tuple[str, ...]
    jobdoelwitten: tuple[str, ...]
    doelen: tuple[str, ...]
    acties: tuple[str, ...]
    talenten: tuple[str, ...]
    werkgevers: tuple[str, ...]
    vormingen: tuple[str, ...]


def _lees() -> Namen:
    inhoud = tomllib.loads(_BESTAND.read_text(encoding="utf-8"))
    return Namen(**{veld.name: tuple(inhoud[veld.name]) for veld in fields(Namen)})


NAMEN: Final = _lees()
