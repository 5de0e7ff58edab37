"""Columns with a fixed set of answers, however they are spelled."""

from collections.abc import Mapping
from typing import Final

from django.db.models import TextChoices

from regels.keuzes import SoortAdvies
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, sleutel
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal


def _tabel[K: TextChoices](soort: type[K]) -> dict[str, K]:
    return {sleutel(naam): keuze for keuze in soort for naam in (keuze.value, keuze.label)}


_ADVIEZEN: Final = _tabel(SoortAdvies)
_CONTRACTEN: Final = _tabel(SoortContract) | {
    "bod": SoortContract.ONBEPAALD,
}
