"""How to reach people."""

from functools import lru_cache

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst


@lru_cache(maxsize=10_000)
def _email(tekst: str) -> str:
    try:
        validate_email(tekst)
    except ValidationError:
        raise Onleesbaar(
            "email_onleesbaar",
            f"“{tekst}” is geen e-mailadres. Schrijf het zo: naam@voorbeeld.be.",
        ) from None
    return tekst.lower()


def lees_email(cel: Cel) -> str:
    """An e-mail address in lower case; raises Onleesbaar."""
    return _email(als_tekst(cel))


def lees_gsm(cel: Cel) -> str:
    """A telephone number as +32470123456; without a country it is Belgian. Raises Onleesbaar."""
    tekst = als_tekst(cel)
    try:
        nummer = phonenumbers.parse(tekst, "BE")
        if phonenumbers.is_valid_number(nummer):
            return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        pass
    raise Onleesbaar(
        "gsm_onleesbaar",
        f"“{tekst}” is geen geldig telefoonnummer. Schrijf het zo: 0470 12 34 56.",
    )
