"""An employer of the social economy."""

from collections.abc import Iterable
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from stdnum.be import vat as kbo
from stdnum.exceptions import ValidationError as OngeldigNummer

from gebruikers.keuzes import RUIMSTE_DREMPEL, STANDAARD_DREMPELS

CODE: Final = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
CODE_ZIN: Final = (
    "Gebruik voor de code alleen kleine letters, cijfers en streepjes, bijvoorbeeld de-lepel."
)


def standaard_drempels() -> list[int]:
    return list(STANDAARD_DREMPELS)


def controleer_kbo(nummer: str) -> None:
    """Refuse a KBO number whose check digits are wrong."""
    try:
        kbo.validate(nummer)
    except OngeldigNummer:
        raise ValidationError(
            "Dit KBO-nummer klopt niet. Kijk het na: het telt 10 cijfers, "
            "bijvoorbeeld 0403.170.701.",
            code="kbo",
        ) from None


def controleer_drempels(drempels: Iterable[int]) -> None:
    """Thresholds are whole months from 1 to RUIMSTE_DREMPEL, each once, widest first."""
    waarden = list(drempels)
    if not waarden or waarden != sorted(set(waarden), reverse=True):
        raise ValidationError("Zet de drempels van groot naar klein, elk één keer: 12, 6, 3.")
    if not all(1 <= waarde <= RUIMSTE_DREMPEL for waarde in waarden):
        zin = f"Een drempel is een aantal maanden van 1 tot en met {RUIMSTE_DREMPEL}."
        raise ValidationError(zin)


class Organisatie(models.Model):
    code = models.SlugField(
        max_length=30,
        unique=True,
        validators=[RegexValidator(CODE, CODE_ZIN)],
        help_text="Kort en zonder spaties; voor de opdrachtregel.",
    )
    naam = models.CharField(max_length=120)
    kbo_nummer = models.CharField(
        "KBO-nummer", max_length=12, blank=True, validators=[controleer_kbo]
    )
    drempels = ArrayField(
        models.PositiveSmallIntegerField(),
        default=standaard_drempels,
        validators=[controleer_drempels],
        help_text="Zoveel maanden voor het einde van de ondersteuning komt er een signaal.",
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ("naam", "pk")

    def __str__(self) -> str:
        return self.naam
