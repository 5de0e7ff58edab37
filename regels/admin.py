"""The operator keeps the national values; each organisation only reads them."""

from django.contrib import admin

from regels.models import Bron, Startpakket, StartpakketSchijf


@admin.register(Bron)
class BronAdmin(admin.ModelAdmin):
    list_display = ("titel", "datum", "zekerheid")


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
