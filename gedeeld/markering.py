"""Words that were found in a text, marked on screen."""

import re
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# Nobody types these: Unicode leaves them to whoever wants a sign of one's own.
BEGIN: Final = "\ue000"
EINDE: Final = "\ue001"
_GEVONDEN: Final = re.compile(f"{BEGIN}([^{BEGIN}{EINDE}]*){EINDE}")


def gemarkeerd(tekst: str) -> SafeString:
    """The text, escaped, with `<mark>` around what stands between BEGIN and EINDE."""
    met_merken = _GEVONDEN.sub(r"<mark>\1</mark>", escape(tekst))
    schoon = met_merken.replace(BEGIN, "").replace(EINDE, "")
    return mark_safe(schoon)  # noqa: S308 - the text itself was escaped first
