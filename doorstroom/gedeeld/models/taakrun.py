"""One run of a job: the status page and the health check read these."""

from datetime import timedelta
from typing import Self

from django.db import models

from doorstroom.gedeeld.tijd import nu

ALARM_NA = timedelta(hours=26)


class TaakrunQuerySet(models.QuerySet["Taakrun"]):
    def geslaagd(self) -> Self:
        return self.filter(status=Taakrun.Status.GESLAAGD)

    def laatste_geslaagde(self, taak: str) -> "Taakrun | None":
        return self.geslaagd().filter(taak=taak).order_by("-begin").first()

    def te_lang_geleden(self, taak: str) -> bool:
        """Whether `taak` has not succeeded for 26 hours: a missed night, with some slack."""
        return not self.geslaagd().filter(taak=taak, einde__gt=nu() - ALARM_NA).exists()


class Taakrun(models.Model):
    class Status(models.TextChoices):
        BEZIG = "bezig", "bezig"
        GESLAAGD = "geslaagd", "geslaagd"
        MISLUKT = "mislukt", "mislukt"

    taak = models.CharField(max_length=60)
    begin = models.DateTimeField(auto_now_add=True)
    einde = models.DateTimeField(null=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.BEZIG)
    tellingen = models.JSONField(default=dict)
    fout = models.TextField(blank=True)

    objects = TaakrunQuerySet.as_manager()

    class Meta:
        verbose_name = "run van een taak"
        verbose_name_plural = "runs van taken"
        ordering = ("-begin", "-pk")
        indexes = (models.Index(fields=("taak", "-begin"), name="taakrun_taak"),)

    def __str__(self) -> str:
        return f"{self.taak} {self.begin:%d/%m/%Y %H:%M} {self.status}"
