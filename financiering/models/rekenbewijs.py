"""What figures were computed from, kept: it suffices to compute them again in later years."""

import zlib
from typing import Any, Final

from django.db import models

from financiering.keuzes import Bewijssoort
from financiering.models.bereik import BereikQuerySet
from gedeeld.bewijs.papier import VERANDERD, Bewijsbestand, Bewijsfout
from gedeeld.organisatiesleutel import Oudersleutel

# Of seven levels the one after which a receipt hardly gets smaller.
_NIVEAU: Final = 6


class Rekenbewijs(models.Model):
    """A receipt under its code; it never changes, and only that of a night that nothing refers to
    any more may go. `dag`, `versie` and `regelset` are of the first time
    that this was computed. `invoer` and `uitkomst` are compressed. `vingerafdruk` tells a night
    that nothing changed, sooner than the code does; empty when no night made it. `door` is who kept
    it; None: a night, or a paper."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="rekenbewijzen",
        db_index=False,
    )
    code = models.CharField(max_length=19)
    soort = models.CharField(max_length=20, choices=Bewijssoort)
    dag = models.DateField()
    versie = models.CharField(max_length=20)
    regelset = models.CharField(max_length=19)
    invoer = models.BinaryField()
    uitkomst = models.BinaryField()
    vingerafdruk = models.BinaryField(blank=True, default=b"")
    door = models.ForeignKey(
        "gebruikers.Gebruiker",
        null=True,
        on_delete=models.PROTECT,
        related_name="rekenbewijzen",
        db_index=False,
    )
    bewaard_op = models.DateTimeField(auto_now_add=True)

    objects = BereikQuerySet["Rekenbewijs"].as_manager()

    class Meta:
        verbose_name = "rekenbewijs"
        verbose_name_plural = "rekenbewijzen"
        ordering = ("-bewaard_op", "-pk")
        constraints = (
            Oudersleutel(name="rekenbewijs_ouder"),
            models.UniqueConstraint(
                fields=("organisatie", "code"),
                name="rekenbewijs_een_per_code",
                violation_error_message="Dit bewijs is al bewaard.",
            ),
        )

    def __str__(self) -> str:
        return self.code

    @staticmethod
    def velden_van(bewijs: Bewijsbestand) -> dict[str, Any]:
        """What a row says of a receipt."""
        return {
            "code": bewijs.code,
            "soort": bewijs.soort,
            "dag": bewijs.dag,
            "versie": bewijs.versie,
            "regelset": bewijs.regelset,
            "invoer": zlib.compress(bewijs.invoer, _NIVEAU),
            "uitkomst": zlib.compress(bewijs.uitkomst, _NIVEAU),
        }

    @property
    def bewijs(self) -> Bewijsbestand:
        """Raises Bewijsfout when the row was changed behind the back of the application."""
        try:
            invoer, uitkomst = zlib.decompress(self.invoer), zlib.decompress(self.uitkomst)
        except zlib.error:
            raise Bewijsfout(VERANDERD) from None
        bewijs = Bewijsbestand(self.soort, self.dag, self.versie, self.regelset, invoer, uitkomst)
        if bewijs.code != self.code:
            raise Bewijsfout(VERANDERD)
        return bewijs
