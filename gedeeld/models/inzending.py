"""What somebody sent once, so that the same form sent twice becomes one record."""

from django.conf import settings
from django.db import models


class Inzending(models.Model):
    """A form that was kept. `vingerafdruk` is a hash of who sent what from which rendered page;
    `naar` is the address that the answer led to, empty when it was a part of a page."""

    vingerafdruk = models.CharField(max_length=64, unique=True)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    naar = models.TextField(blank=True)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"
        ordering = ("-op", "-pk")
        indexes = (models.Index(fields=("op",), name="inzending_op"),)

    def __str__(self) -> str:
        return f"inzending {self.pk}"
