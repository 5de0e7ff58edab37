"""Which version this is: the newest that CHANGELOG.md describes. Stands here alone."""

from typing import Final

VERSIE: Final = "0.3.0"
