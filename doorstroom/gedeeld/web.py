"""What every view does the same way: refuse, and answer with a page or its fragment."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

View = TypeVar("View", bound=Callable[..., HttpResponse])


def vereist(recht: Callable[[Any], bool]) -> Callable[[View], View]:
    """Answer 403 unless the predicate holds for the user who asks."""

    def versier(view: View) -> View:
        @wraps(view)
        def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not recht(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        bewaakt.recht = recht  # type: ignore[attr-defined]
        return bewaakt  # type: ignore[return-value]

    return versier


def wil_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page; a restored history entry wants all of it."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def toon(
    request: HttpRequest, template: str, context: dict[str, Any], deel: str, status: int = 200
) -> HttpResponse:
    """The page, or only its partial `deel` when htmx asks for it."""
    naam = f"{template}#{deel}" if wil_fragment(request) else template
    antwoord = render(request, naam, context, status=status)
    antwoord["Vary"] = "HX-Request"
    return antwoord


def toon_formulier(
    request: HttpRequest, template: str, form: BaseForm, context: dict[str, Any] | None = None
) -> HttpResponse:
    """The page with a form; status 422 when it comes back because it was refused."""
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **(context or {})}, status=status)
