"""Asks whether something may really go."""

from typing import Any

from gedeeld.bewerkformulier import Bewerkformulier


class Verwijderformulier(Bewerkformulier):
    """No fields: it only notices that somebody saved the record since it was opened."""

    def begin(self, record: Any) -> dict[str, Any]:
        return {}
