"""How to reach people."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, schoon, sleutel

# What people write where there is no number or address.
_GEEN: Final = frozenset(
    {"geen", "x", "xx", "nee", "neen", "niet", "onbekend", "nietgekend", "heeftgeen"}
    | {f"geen{wat}" for wat in ("gsm", "nummer", "telefoon", "mail", "email", "mailadres")}
)
_ADRES_ERIN: Final = re.compile(r"[^<>]*<\s*([^<>\s]+)\s*>")
_VOORVOEGSEL: Final = re.compile(r"(?:tel|gsm|telefoon|mobiel|nr)\.?:? *", re.IGNORECASE)
_CIJFERS: Final = re.compile(r"\D")


@lru_cache(maxsize=10_000)
def _email(tekst: str) -> str:
    adres = tekst.removeprefix("mailto:").rstrip(".")
    if in_haken := _ADRES_ERIN.fullmatch(adres):
        adres = in_haken[1]
    try:
        validate_email(adres)
    except ValidationError:
        raise Onleesbaar(
            "email_onleesbaar",
            f"“{tekst}” is geen e-mailadres. Schrijf het zo: naam@voorbeeld.be.",
        ) from None
    return adres.lower()


def lees_email(cel: Cel) -> str:
    """An e-mail address in lower case; "" when the cell says that there is none.

    Raises Onleesbaar.
    """
    tekst = als_tekst(cel)
    return "" if sleutel(tekst) in _GEEN else _email(tekst)


def lees_gsm(cel: Cel) -> str:
    """A telephone number as +32470123456; without a country it is Belgian. "" when the cell says
    that there is none. Raises Onleesbaar, also when more is written than one number."""
    tekst = als_tekst(cel)
    if sleutel(tekst) in _GEEN:
        return ""
    kaal = _VOORVOEGSEL.sub("", tekst, count=1) if _VOORVOEGSEL.match(tekst) else tekst
    try:
        nummer = phonenumbers.parse(kaal, "BE")
        if phonenumbers.is_valid_number(nummer) and _niets_meer(kaal, nummer):
            return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        pass
    raise Onleesbaar(
        "gsm_onleesbaar",
        f"“{tekst}” is geen geldig telefoonnummer. Schrijf het zo: 0470 12 34 56.",
    )


def _niets_meer(tekst: str, nummer: phonenumbers.PhoneNumber) -> bool:
    """Whether every figure of the text belongs to the number, and it holds no words."""
    land, eigen = str(nummer.country_code), str(nummer.national_number)
    voor = _CIJFERS.sub("", tekst).removesuffix(eigen)
    kort = voor.removeprefix("00").removeprefix(land)
    return kort in {"", "0"} and not any(teken.isalpha() for teken in tekst)


def _is_email(tekst: str) -> bool:
    try:
        return bool(_email(schoon(tekst)))
    except Onleesbaar:
        return False


# Whether what is kept can be dialled or written to.
LEESBAAR: Final[Mapping[str, Callable[[str], bool]]] = {
    "gsm": lambda tekst: tekst.startswith("+") and tekst[1:].isdigit(),
    "email": _is_email,
}
