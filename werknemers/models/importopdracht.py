"""A spreadsheet on its way in: the file, what it would do, and what became of it."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from gebruikers.rechten import HeeftRol, is_lid


class ImportopdrachtQuerySet(models.QuerySet["Importopdracht"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        return (
            self.filter(organisatie=gebruiker.organisatie_id) if is_lid(gebruiker) else self.none()
        )

    def licht(self) -> Self:
        """Without the file and the rows, which can take megabytes."""
        return self.defer("inhoud", "kolombeeld", "uitkomst", "terugweg")

    def wacht_op_iemand(self) -> Self:
        """Which ask something of a person before they go on."""
        return self.filter(status__in=Importopdracht.VRAAGT)

    def van_voor(self, dag: date) -> Self:
        return self.filter(aangemaakt_op__date__lt=dag)


class Importopdracht(models.Model):
    """`inhoud` is the encrypted file, empty once it was cleared away. `bladkeuze` holds the sheets
    among which the user has to choose, each with how many rows it has, and `bladen` the chosen
    ones; none when there was nothing to choose. `kolombeeld` is what the columns of the file look
    like, encrypted as it holds samples of cells; `kolomkeuze` says of each title, by its key, which
    column it is and by which habit it is written. `antwoorden` is what was said of the rows,
    encrypted, empty when nothing was. `uitkomst` is what the preview shows,
    `vingerafdruk` proves that a confirmation is about that same outcome. `pogingen` counts how
    often its step began since the user asked for it; `gevraagd_op` is when it was asked for, or
    last began. `terugweg` is what was there before it was brought in, encrypted; empty when there
    is no way back (any more).
    """

    class Status(models.TextChoices):
        WACHT = "wacht", "wordt gelezen"
        KIEZEN = "kiezen", "blad te kiezen"
        KOLOMMEN = "kolommen", "kolommen na te kijken"
        NAKIJKEN = "nakijken", "na te kijken"
        BEVESTIGD = "bevestigd", "wordt ingebracht"
        KLAAR = "klaar", "ingebracht"
        GEWEIGERD = "geweigerd", "geweigerd"
        TERUG = "terug", "wordt ongedaan gemaakt"
        ONGEDAAN = "ongedaan", "ongedaan gemaakt"

    BEZIG: ClassVar = (Status.WACHT, Status.BEVESTIGD, Status.TERUG)
    VRAAGT: ClassVar = (Status.KIEZEN, Status.KOLOMMEN, Status.NAKIJKEN)
    # What was written stays written, also when the file is cleared away.
    INGEBRACHT: ClassVar = (Status.KLAAR, Status.TERUG, Status.ONGEDAAN)

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    bestandsnaam = models.CharField(max_length=200)
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=10, choices=Status, default=Status.WACHT)
    te_maken_diensten = ArrayField(models.CharField(max_length=300), default=list)
    bladkeuze = models.JSONField(default=list, blank=True)
    bladen = ArrayField(models.TextField(), default=list, blank=True)
    kolombeeld = models.BinaryField(default=b"", blank=True)
    kolomkeuze = models.JSONField(default=dict, blank=True)
    antwoorden = models.BinaryField(default=bytes, blank=True)
    uitkomst = models.JSONField(null=True)
    vingerafdruk = models.CharField(max_length=64, blank=True)
    veranderd = models.BooleanField(default=False)
    weigering = models.TextField(blank=True)
    door = models.ForeignKey("gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="+")
    bevestigd_door = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+"
    )
    aangemaakt_op = models.DateTimeField(auto_now_add=True)
    gevraagd_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    ingebracht_op = models.DateTimeField(null=True)
    terugweg = models.BinaryField(default=b"")
    ongedaan_door = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+"
    )
    ongedaan_op = models.DateTimeField(null=True)

    objects = ImportopdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ("-aangemaakt_op", "-pk")
        indexes = (
            models.Index(fields=("organisatie", "-aangemaakt_op"), name="import_organisatie"),
        )

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def kan_kolommen_kiezen(self) -> bool:
        """Whether the user may still say what its columns are."""
        return self.status in (self.Status.KOLOMMEN, self.Status.NAKIJKEN)

    @property
    def bezig(self) -> bool:
        return self.status in self.BEZIG
