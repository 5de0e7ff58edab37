"""The operator keeps the national values; each organisation only reads them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models

from regels.models import Bron, Startpakket, StartpakketSchijf


@admin.register(Bron)
class BronAdmin(admin.ModelAdmin):
    list_display = ("titel", "datum", "zekerheid")
    # An address without scheme is https, as it will be in Django 6.
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.URLField: {"assume_scheme": "https"}}


class SchijfInline(admin.TabularInline):
    model = StartpakketSchijf
    extra = 0


@admin.register(Startpakket)
class StartpakketAdmin(admin.ModelAdmin):
    list_display = ("soort", "variant", "standaard", "geldig", "bron")
    list_select_related = ("bron",)
    readonly_fields = ("geldig",)
    inlines = (SchijfInline,)

    def has_delete_permission(self, *_: object) -> bool:
        return False
