"""What stands in `uitrol/`, read."""

from pathlib import Path
from typing import Any, Final

import yaml

from tests.uitrol.bladzijde import BASIS

UITROL: Final = BASIS / "uitrol"
COMPOSE: Final[dict[str, Any]] = yaml.safe_load((UITROL / "compose.yaml").read_text())
DIENSTEN: Final[dict[str, dict[str, Any]]] = COMPOSE["services"]
WORKERS: Final = tuple(naam for naam in DIENSTEN if naam.startswith("worker"))
UNITS: Final[list[Path]] = sorted((UITROL / "systemd").glob("*.service"))
CONTAINERFILE: Final = (UITROL / "Containerfile").read_text()
