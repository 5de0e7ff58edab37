"""The outbox: a mail is a row first, sent after commit, retried when the server is away."""

from datetime import datetime, timedelta
from typing import Any, Final, Self

from django.db import models
from django.db.models import Count, F, Q

from gedeeld.tijd import nu

# As long as a link to choose a password works: a mail server that stays away longer is broken.
PROBEREN: Final = timedelta(days=3)


def einde_van_het_proberen() -> datetime:
    """Until when a mail of this moment is tried."""
    return nu() + PROBEREN


class Mailfout(models.TextChoices):
    """Why the last attempt failed."""

    SERVER_WEG = "server_weg", "mailserver antwoordt niet"
    ADRES_GEWEIGERD = "adres", "adres geweigerd"
    MAIL_GEWEIGERD = "mail", "mail geweigerd"
    ONVERZENDBAAR = "inhoud", "kan zo niet verstuurd worden"
    ONBEKEND = "onbekend", "onverwachte fout"


# These wait for the server or for us; the others for somebody who mends an address or a text.
ALGEMENE_FOUTEN: Final = ("", Mailfout.SERVER_WEG, Mailfout.ONBEKEND)


class UitgaandeMailQuerySet(models.QuerySet["UitgaandeMail"]):
    def zichtbaar_voor(self, gebruiker: Any) -> Self:
        """The mails of the own organisation; what concerns none is nobody's."""
        eigen = getattr(gebruiker, "organisatie_id", None)
        return self.none() if eigen is None else self.filter(organisatie=eigen)

    def onderweg(self) -> Self:
        return self.filter(verstuurd_op=None, opgegeven_op=None)

    def te_versturen(self) -> Self:
        """Whose turn it is; who has waited longest comes first."""
        return self.onderweg().filter(niet_voor__lte=nu()).order_by("niet_voor", "pk")

    def wacht_op_besluit(self) -> Self:
        """Given up, and nobody has said yet what has to happen with it."""
        return self.filter(opgegeven_op__isnull=False, afgezien_op=None)

    def vervallen(self) -> Self:
        """What it said holds no longer, or is not kept."""
        return self.filter(Q(geldig_tot__lte=nu()) | Q(aan=""))

    def tellingen(self) -> dict[str, int]:
        """How many wait for their first attempt, wait for another one, and were given up."""
        onderweg = Q(verstuurd_op=None, opgegeven_op=None)
        return self.aggregate(
            wachtend=Count("pk", filter=onderweg & Q(pogingen=0)),
            herhaald=Count("pk", filter=onderweg & Q(pogingen__gt=0)),
            opgegeven=Count("pk", filter=Q(opgegeven_op__isnull=False, afgezien_op=None)),
        )


class UitgaandeMail(models.Model):
    """One mail to one person; `sleutel` names what it is about, so that it is made only once.

    `niet_voor` is when it may be tried (again). Whoever sends it puts it some minutes ahead first,
    so that nobody else does so meanwhile, and so that it comes back when that one is killed.
    From `geldig_tot` on the text says nothing useful any more; `na_verval` says what to do instead.
    `organisatie` None: it concerns none, such as a mail to an address that has no account.
    """

    sleutel = models.CharField(max_length=120, unique=True)
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", null=True, on_delete=models.PROTECT, related_name="+"
    )
    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    niet_voor = models.DateTimeField(default=nu)
    proberen_tot = models.DateTimeField(default=einde_van_het_proberen)
    geldig_tot = models.DateTimeField(null=True)
    na_verval = models.CharField(max_length=200, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    verstuurd_op = models.DateTimeField(null=True)
    opgegeven_op = models.DateTimeField(null=True)
    afgezien_op = models.DateTimeField(null=True)
    soort_fout = models.CharField(max_length=10, choices=Mailfout, blank=True)
    fout = models.TextField(blank=True)

    objects = UitgaandeMailQuerySet.as_manager()

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mails"
        ordering = ("pk",)
        indexes = (
            models.Index(
                F("niet_voor"),
                condition=Q(verstuurd_op=None, opgegeven_op=None),
                name="mail_onderweg",
            ),
            models.Index(
                F("organisatie"),
                condition=Q(opgegeven_op__isnull=False, afgezien_op=None),
                name="mail_opgegeven",
            ),
        )

    def __str__(self) -> str:
        return self.sleutel

    @property
    def is_vervallen(self) -> bool:
        return self.geldig_tot is not None and self.geldig_tot <= nu()

    @property
    def is_gewist(self) -> bool:
        """What it said, and to whom, is no longer kept."""
        return not self.aan
