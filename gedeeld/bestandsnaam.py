"""The name of a file that somebody downloads."""

import re
from datetime import date


def veilig(tekst: str) -> str:
    """What is no letter or digit becomes a dash."""
    return re.sub(r"[^\w-]+", "-", tekst)


def bestandsnaam(wat: str, nummer: str, op: date, einde: str = "pdf") -> str:
    """plan-P0001-2026-11-23.pdf; what is no letter or digit in the number becomes a dash."""
    return f"{wat}-{veilig(nummer)}-{op:%Y-%m-%d}.{einde}"
