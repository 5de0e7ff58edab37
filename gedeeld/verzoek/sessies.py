"""Sessions in the database, asked for only by a key that Django could have made."""

import re
from typing import Any, Final

from django.contrib.sessions.backends import db

_SLEUTEL: Final = re.compile(r"[a-z0-9]{32}")


class SessionStore(db.SessionStore):
    """A cookie can hold anything, also what no database takes: then there is no session."""

    def _validate_session_key(self, key: Any) -> bool:
        return isinstance(key, str) and _SLEUTEL.fullmatch(key) is not None
