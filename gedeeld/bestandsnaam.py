"""The name of a file that somebody downloads."""

import re
from datetime import date


def bestandsnaam(wat: str, nummer: str, op: date, einde: str = "pdf") -> str:
    """plan-P0001-2026-11-23.pdf; what is no letter or digit in the number becomes a dash."""
    veilig = re.sub(r"[^\w-]+", "-", nummer)
    return f"{wat}-{veilig}-{op:%Y-%m-%d}.{einde}"
