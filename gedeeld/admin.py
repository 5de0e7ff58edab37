"""What the operator reads when something went wrong: runs, outbox, audit trail."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from gedeeld.models import Auditregel, Taakrun, UitgaandeMail


class AlleenLezen(admin.ModelAdmin):  # type: ignore[type-arg]
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Taakrun)
class TaakrunAdmin(AlleenLezen):
    list_display = ("taak", "begin", "einde", "status", "fout")
    list_filter = ("taak", "status")


@admin.register(UitgaandeMail)
class UitgaandeMailAdmin(AlleenLezen):
    """Without the text: it can hold a link that gives access, or what concerns an employee."""

    list_display = ("sleutel", "organisatie", "pogingen", "verstuurd_op", "opgegeven_op", "fout")
    list_select_related = ("organisatie",)
    exclude = ("tekst",)


@admin.register(Auditregel)
class AuditregelAdmin(AlleenLezen):
    list_display = ("op", "door", "organisatie", "actie", "soort", "onderwerp_id")
    list_select_related = ("door", "organisatie")
    list_filter = ("organisatie", "soort")
    exclude = ("wijzigingen",)
    readonly_fields = ("verschil",)
