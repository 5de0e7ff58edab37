"""The log: what was said and seen. Append-only; a correction is a new version."""

from typing import Final, Self, cast

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchHeadline, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q

from gebruikers.rechten import HeeftRol
from gedeeld import markering
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from trajects.keuzes import SoortNotitie, Thema
from trajects.models.zoektekst import ZOEKTAAL, ZOEKVECTOR, Zoekvraag
from trajects.rechten import mag_logboek_zien, ziet_alle_vertrouwelijke_notities
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers

LANGSTE_GESPREK: Final = 12 * 60


class NotitieQuerySet(models.QuerySet["Notitie"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Notes on visible employees; confidential ones only the own, unless one coordinates."""
        if not mag_logboek_zien(gebruiker):
            return self.filter(NIEMAND)
        zichtbaar = self.filter(zichtbare_werknemers(gebruiker, "werknemer"))
        if ziet_alle_vertrouwelijke_notities(gebruiker):
            return zichtbaar
        return zichtbaar.filter(Q(vertrouwelijk=False) | Q(auteur=gebruiker.pk))

    def geldend(self) -> Self:
        """The latest version of each note. A correction belongs to the same organisation: without
        saying so the database looks for it among those of the whole country."""
        verbetering = Notitie.objects.filter(
            vervangt=OuterRef("pk"), organisatie=OuterRef("organisatie")
        )
        return self.filter(~Exists(verbetering.order_by()))

    def deelbaar(self) -> Self:
        """What may stand in a document that others read."""
        return self.geldend().filter(vertrouwelijk=False)

    def over(self, thema: Thema) -> Self:
        return self.filter(themas__contains=[thema])

    def zoek(self, tekst: str) -> Self:
        """Whose text holds every word of `Zoekvraag`; accents and case do not matter."""
        return self.filter(zoekvector=Zoekvraag(tekst))

    def met_vondsten(self, tekst: str, *, heel: bool = True) -> Self:
        """With the text as `vondsten`: what was found stands between the signs of `markering`.

        Unless `heel`, only the two pieces around it.
        """
        return self.annotate(
            vondsten=SearchHeadline(
                "tekst",
                Zoekvraag(tekst),
                config=ZOEKTAAL,
                start_sel=markering.BEGIN,
                stop_sel=markering.EINDE,
                highlight_all=heel,
                max_fragments=None if heel else 2,
                fragment_delimiter=" … ",
            )
        )


_Manager = models.Manager.from_queryset(NotitieQuerySet)


class NotitieManager(_Manager["Notitie"]):
    """Without the words to search in, which are longer than the text and which no page shows."""

    def get_queryset(self) -> NotitieQuerySet:
        return cast(NotitieQuerySet, super().get_queryset().defer("zoekvector"))


class Notitie(models.Model):
    """A trigger refuses UPDATE and DELETE; `vervangt` points to what a version corrects."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="notities", db_index=False
    )
    auteur = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="notities"
    )
    soort = models.CharField(max_length=12, choices=SoortNotitie, default=SoortNotitie.GESPREK)
    datum = models.DateField()
    tekst = models.TextField(max_length=10_000)
    themas = ArrayField(
        models.CharField(max_length=14, choices=Thema), default=list, blank=True, size=len(Thema)
    )
    duur_minuten = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LANGSTE_GESPREK)],
    )
    vertrouwelijk = models.BooleanField(default=False)
    vervangt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="verbetering"
    )
    aangemaakt_op = models.DateTimeField(auto_now_add=True)
    zoekvector = models.GeneratedField(
        expression=ZOEKVECTOR, output_field=SearchVectorField(), db_persist=True
    )

    objects = NotitieManager()

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ("-datum", "-pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="notitie_organisatie"),
            Oudersleutel(name="notitie_ouder"),
            models.CheckConstraint(
                condition=Q(duur_minuten=None) | Q(duur_minuten__range=(1, LANGSTE_GESPREK)),
                name="notitie_duur",
                violation_error_message="Een gesprek duurt minstens 1 minuut en hoogstens 12 uur.",
            ),
        )
        indexes = (
            models.Index(fields=("werknemer", "-datum"), name="notitie_werknemer_datum"),
            models.Index(fields=("organisatie", "-datum", "-id"), name="notitie_organisatie_datum"),
            models.Index(
                fields=("organisatie", "werknemer"),
                condition=Q(themas__contains=[Thema.EINDDOEL]),
                name="notitie_einddoel",
            ),
            models.Index(
                fields=("organisatie", "vervangt"),
                condition=Q(vervangt__isnull=False),
                name="notitie_verbetering",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.datum:%d/%m/%Y}"

    @property
    def themas_in_woorden(self) -> str:
        return ", ".join(Thema(thema).label for thema in self.themas)
