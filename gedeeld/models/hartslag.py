"""When a job of every minute last succeeded: one row a job, however often it runs."""

from django.db import models


class Hartslag(models.Model):
    taak = models.CharField(max_length=100, unique=True)
    gelukt_op = models.DateTimeField()

    class Meta:
        verbose_name = "hartslag"
        verbose_name_plural = "hartslagen"
        ordering = ("taak",)

    def __str__(self) -> str:
        return f"{self.taak} {self.gelukt_op:%d/%m/%Y %H:%M}"
