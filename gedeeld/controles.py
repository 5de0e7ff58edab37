"""What is looked at once, when the application starts."""

import ctypes
from typing import Any, Final

from django.core.checks import CheckMessage
from django.core.checks import Warning as Waarschuwing

# Debian's package libharfbuzz-subset0.
_LETTERKNIPPER: Final = "libharfbuzz-subset.so.0"


def controleer_letterknipper(**_: Any) -> list[CheckMessage]:
    """WeasyPrint makes plans two to three times slower without this library, and says nothing."""
    try:
        ctypes.CDLL(_LETTERKNIPPER)
    except OSError:
        return [
            Waarschuwing(
                f"{_LETTERKNIPPER} is missing, so making a PDF takes two to three times as long.",
                hint="apt-get install libharfbuzz-subset0",
                id="gedeeld.W001",
            )
        ]
    return []
