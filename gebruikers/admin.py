"""Django's own admin, for the operator; who works for an organisation never comes here."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from gebruikers.models import Gebruiker, Organisatie

# One way in for everybody, so that the limit on attempts holds for the operator as well.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_title = "Doorstroom, voor de operator"
admin.site.site_header = f"Doorstroom {settings.VERSIE}, voor de operator"


@admin.register(Organisatie)
class OrganisatieAdmin(admin.ModelAdmin):
    list_display = ("naam", "code", "kbo_nummer")
    search_fields = ("naam", "code")

    def has_delete_permission(self, request: HttpRequest, obj: Organisatie | None = None) -> bool:
        return False


@admin.register(Gebruiker)
class GebruikerAdmin(admin.ModelAdmin):
    """Passwords are not set here: whoever it concerns asks for a link."""

    list_display = ("email", "naam", "organisatie", "rol", "is_active", "last_login")
    list_filter = ("is_active", "is_superuser")
    list_select_related = ("organisatie",)
    search_fields = ("email", "naam", "voornaam")
    fields = ("email", "voornaam", "naam", "organisatie", "rol", "is_active", "last_login")
    readonly_fields = ("last_login",)

    def save_model(
        self, request: HttpRequest, obj: Gebruiker, form: ModelForm, change: bool
    ) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Gebruiker | None = None) -> bool:
        return False
