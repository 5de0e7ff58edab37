"""Where a rule or an amount comes from."""

from django.db import models

from regels.keuzes import Zekerheid


class Bron(models.Model):
    code = models.SlugField(max_length=40, unique=True)
    titel = models.CharField(max_length=200)
    adres = models.URLField(blank=True, max_length=300)
    datum = models.DateField(null=True, blank=True)
    zekerheid = models.CharField(max_length=2, choices=Zekerheid)

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = ("titel", "pk")

    def __str__(self) -> str:
        return self.titel
