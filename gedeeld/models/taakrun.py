"""One run of a job: the status page and the health check read these."""

from typing import Self

from django.db import models


class TaakrunQuerySet(models.QuerySet["Taakrun"]):
    def geslaagd(self) -> Self:
        return self.filter(status=Taakrun.Status.GESLAAGD)


class Taakrun(models.Model):
    class Status(models.TextChoices):
        BEZIG = "bezig", "bezig"
        GESLAAGD = "geslaagd", "geslaagd"
        MISLUKT = "mislukt", "mislukt"
        AFGEBROKEN = "afgebroken", "afgebroken"

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
