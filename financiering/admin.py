"""The operator adds national values of parameters; it stands here because what an earlier day
changes is known here only."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from financiering.domein.parameterwijziging import BevestigingNodig, voer_door
from financiering.forms.parameters import LandelijkeWaardeformulier
from gedeeld.tijd import vandaag
from regels.domein.parameterketen import Keten, laad_keten
from regels.domein.parameters import in_woorden
from regels.keuzes import Parametercode
from regels.models import Bron, Regelparameter


@admin.register(Regelparameter)
class RegelparameterAdmin(admin.ModelAdmin):
    """National values only. Nothing is changed or deleted: a new value ends the one before it, or
    takes its place when it begins on the same day."""

    list_display = ("naam", "waarde_in_woorden", "geldig", "zekerheid", "bron")
    list_filter = ("code",)
    list_select_related = ("bron",)
    ordering = ("code", "-geldig")

    @admin.display(description="parameter", ordering="code")
    def naam(self, rij: Regelparameter) -> str:
        return rij.get_code_display()

    @admin.display(description="waarde")
    def waarde_in_woorden(self, rij: Regelparameter) -> str:
        return in_woorden(rij.code, rij.waarde)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Regelparameter]:
        return super().get_queryset(request).filter(organisatie=None)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """First which parameter, then its value."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        code = request.GET.get("code", "")
        if not code:
            return self._toon(request, "kies", {"codes": list(Parametercode)})
        if code not in Parametercode.values:
            raise Http404
        return self._waarde(request, Parametercode(code))

    def _waarde(self, request: HttpRequest, code: Parametercode) -> HttpResponse:
        keten = laad_keten(code, None)
        form = LandelijkeWaardeformulier(
            request.POST or None,
            code=code,
            kenmerk=keten.kenmerk,
            bronnen=Bron.objects.order_by("titel", "pk"),
        )
        context = {"form": form, "code": code, "rijen": _in_woorden(keten)}
        if "aanpassen" in request.POST:
            form.zet("bevestigd", "")
            return self._toon(request, "waarde", context)
        try:
            bewaard = form.probeer(lambda: self._bewaar(request, form))
        except BevestigingNodig as nodig:
            verouderd = bool(form.cleaned_data["bevestigd"])
            form.zet("bevestigd", nodig.voorproef.kenmerk)
            anders = {"voorproef": nodig.voorproef, "verouderd": verouderd}
            return self._toon(request, "gevolg", context | anders, 422 if verouderd else 200)
        if bewaard is None:
            return self._toon(request, "waarde", context, 422 if form.is_bound else 200)
        messages.success(request, f"{code.label}: de nieuwe waarde is bewaard.")
        return redirect("admin:regels_regelparameter_changelist")

    def _bewaar(
        self, request: HttpRequest, form: LandelijkeWaardeformulier
    ) -> Regelparameter | None:
        return voer_door(
            wijziging=form.wijziging(),
            door=request.user,  # type: ignore[arg-type]
            gezien=form.cleaned_data["gezien"],
            bevestigd=form.cleaned_data["bevestigd"],
            op=vandaag(),
        )

    def _toon(
        self, request: HttpRequest, blad: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        titel = {"title": "Landelijke waarde toevoegen", "opts": self.opts}
        alles = self.admin_site.each_context(request) | titel | context
        return render(request, f"financiering/operator/{blad}.html", alles, status=status)


def _in_woorden(keten: Keten) -> list[tuple[Regelparameter, str]]:
    """The newest first, each with its value."""
    return [(rij, in_woorden(rij.code, rij.waarde)) for rij in reversed(keten.rijen)]
