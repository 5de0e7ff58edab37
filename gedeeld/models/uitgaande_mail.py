"""The outbox: a mail is a row first, sent after commit, retried when the server is away."""

from typing import Self

from django.db import models
from django.db.models import Count, F, Q

from gedeeld.tijd import nu

HOOGSTENS_POGINGEN = 8


class UitgaandeMailQuerySet(models.QuerySet["UitgaandeMail"]):
    def te_versturen(self) -> Self:
        return self.filter(
            verstuurd_op=None, pogingen__lt=HOOGSTENS_POGINGEN, niet_voor__lte=nu()
        ).order_by("pk")

    def tellingen(self) -> dict[str, int]:
        """How many wait for their first attempt, wait for another one, and were given up."""
        open_ = Q(verstuurd_op=None)
        return self.aggregate(
            wachtend=Count("pk", filter=open_ & Q(pogingen=0)),
            herhaald=Count("pk", filter=open_ & Q(pogingen__range=(1, HOOGSTENS_POGINGEN - 1))),
            opgegeven=Count("pk", filter=open_ & Q(pogingen__gte=HOOGSTENS_POGINGEN)),
        )


class UitgaandeMail(models.Model):
    """One mail to one person; `sleutel` names what it is about, so that it is made only once."""

    sleutel = models.CharField(max_length=120, unique=True)
    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    niet_voor = models.DateTimeField(default=nu)
    pogingen = models.PositiveSmallIntegerField(default=0)
    verstuurd_op = models.DateTimeField(null=True)
    fout = models.TextField(blank=True)

    objects = UitgaandeMailQuerySet.as_manager()

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mails"
        ordering = ("pk",)
        indexes = (
            models.Index(F("niet_voor"), condition=Q(verstuurd_op=None), name="mail_te_versturen"),
        )

    def __str__(self) -> str:
        return self.sleutel
