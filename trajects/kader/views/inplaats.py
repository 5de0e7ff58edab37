"""Sections of the pages of an employee, and the forms that change them in place.

A section is a part of a page with an id. Its links open a form: htmx puts it where the section
stands, without JavaScript it is a page of its own. After saving the section comes back as it is
then, or the browser goes to the page that holds it. One template serves both ways.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh, retarget

from gebruikers.domein.vervangingen import vervangers_van
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gebruikers.verzoek import Verzoek
from gedeeld.formulieren import Formulier
from gedeeld.tijd import vandaag
from gedeeld.web import pad_van_pagina, toon, wil_fragment
from trajects.concepten.views import sleutel_van_adres, vergeet_concept
from trajects.kader.views.raam import beeld_van, raam_van, tijdlijn_van
from trajects.kader.werknemerbeeld import Erbij
from werknemers.models import Werknemer

FORMULIER = "trajects/kader/inplaats.html"
PAGINA = "trajects/kader/pagina.html"


def _niets_erbij(_: HeeftRol) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Sectie:
    """`naam` is the id on the page of the view `pagina`; `lees` gathers what its template shows.

    The template is `trajects/<onderwerp>/<naam>.html` and finds what `lees` gave as `inhoud`.
    `erbij` is what `lees` wants annotated on the employee: a page reads it for all its sections at
    once. `tab` is the page whose tab is lit, when its own page has none.
    """

    naam: str
    titel: str
    pagina: str
    lees: Callable[[Werknemer, Gebruiker], dict[str, Any]]
    onderwerp: str
    erbij: Erbij = _niets_erbij
    tab: str = ""

    @property
    def template(self) -> str:
        return f"trajects/{self.onderwerp}/{self.naam}.html"

    def adres(self, werknemer: Werknemer) -> str:
        """Where the section stands, for a link without JavaScript."""
        return f"{reverse(self.pagina, args=[werknemer.pk])}#{self.naam}"

    def voor(self, werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
        """The context of the frame `trajects/kader/sectie.html` around the template."""
        self._leg_erbij(werknemer, gebruiker)
        return {"sectie": self, "werknemer": werknemer, "inhoud": self.lees(werknemer, gebruiker)}

    def _leg_erbij(self, werknemer: Werknemer, gebruiker: Gebruiker) -> None:
        """For a section by itself, what the page would have read; no query when it did."""
        erbij = self.erbij(gebruiker)
        if all(hasattr(werknemer, naam) for naam in erbij):
            return
        zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).filter(pk=werknemer.pk)
        for naam, waarde in zichtbaar.annotate(**erbij).values(*erbij).get().items():
            setattr(werknemer, naam, waarde)


def zoek_werknemer(request: Verzoek, pk: int) -> Werknemer:
    """The employee of an address, with whom guides and who stands in for them; 404 for who may not
    know about this one."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    met_begeleiding = zichtbaar.select_related("organisatie", "begeleider").annotate(
        vervangers=vervangers_van(OuterRef("begeleider"), vandaag())
    )
    return get_object_or_404(met_begeleiding, pk=pk)


def toon_paginasecties(
    request: Verzoek,
    pk: int,
    pagina: str,
    titel: str,
    secties: Iterable[Sectie],
    *,
    bovenaan: Iterable[Sectie] = (),
    met_tijdlijn: bool = False,
    template: str = PAGINA,
    **verder: Any,
) -> HttpResponse:
    """A page of an employee that consists of sections; `pagina` names its tab.

    `template` extends `trajects/kader/pagina.html` when more stands on it; `verder` is for that,
    and so are the sections `bovenaan`.
    """
    samen, eerst = tuple(secties), tuple(bovenaan)
    erbij = tuple(sectie.erbij for sectie in (*eerst, *samen))
    beeld = beeld_van(request.user, pk, erbij=erbij)
    context = raam_van(beeld, request.user, pagina) | {
        **(tijdlijn_van(beeld, request.user) if met_tijdlijn else {}),
        "met_tijdlijn": met_tijdlijn,
        "titel": titel,
        "bovenaan": [sectie.voor(beeld.werknemer, request.user) for sectie in eerst],
        "secties": [sectie.voor(beeld.werknemer, request.user) for sectie in samen],
    }
    return render(request, template, context | verder)


def toon_in_plaats(
    request: Verzoek,
    werknemer: Werknemer,
    sectie: Sectie,
    form: Formulier,
    *,
    titel: str,
    knop: str = "Bewaar",
    uitleg: str = "",
    erbij: str = "",
    **verder: Any,
) -> HttpResponse:
    """The form, in place or as a page; status 422 when it comes back because it was refused.

    `erbij` is a template that stands between the fields and the buttons; `verder` is for that one,
    and may name another that stands beside the form (`naast`).
    """
    context = {
        "werknemer": werknemer,
        "sectie": sectie,
        "form": form,
        "titel": titel,
        "knop": knop,
        "uitleg": uitleg,
        "erbij": erbij,
        "naast": "",
        "annuleer": sectie.adres(werknemer),
        "concept": sleutel_van_adres(request),
        "sectie_url": reverse("trajects:sectie", args=[werknemer.pk, sectie.naam]),
    } | verder
    geweigerd = bool(form.is_bound and (form.errors or getattr(form, "botsing", None)))
    if not wil_fragment(request):
        beeld = beeld_van(request.user, werknemer.pk)
        context |= raam_van(beeld, request.user, sectie.tab or sectie.pagina.partition(":")[2])
    return toon(request, FORMULIER, context, deel="formulier", status=422 if geweigerd else 200)


def klaar(
    request: Verzoek, werknemer: Werknemer, sectie: Sectie, melding: str, *, alles: bool = False
) -> HttpResponse:
    """After saving: the section as it is now, or the way to the page that holds it.

    `alles`: other sections changed too, so the whole page comes again.
    """
    messages.success(request, melding)
    vergeet_concept(request)
    return _terug(request, werknemer, sectie, alles=alles)


def doe_meteen(
    request: Verzoek,
    werknemer: Werknemer,
    sectie: Sectie,
    schrijf: Callable[[], object],
    melding: str,
    *,
    alles: bool = False,
) -> HttpResponse:
    """For a button without a form: call the domain and say so, or say why it was refused."""
    try:
        schrijf()
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
        return _terug(request, werknemer, sectie)
    return klaar(request, werknemer, sectie, melding, alles=alles)


def _terug(
    request: Verzoek, werknemer: Werknemer, sectie: Sectie, *, alles: bool = False
) -> HttpResponse:
    if not wil_fragment(request):
        return redirect(sectie.adres(werknemer))
    # A form that filled a page of its own leaves that page behind.
    if pad_van_pagina(request) == request.path:
        return HttpResponseClientRedirect(sectie.adres(werknemer))
    if alles:
        return HttpResponseClientRefresh()
    return retarget(toon_sectie(request, werknemer, sectie), f"#{sectie.naam}")


def toon_sectie(request: Verzoek, werknemer: Werknemer, sectie: Sectie) -> HttpResponse:
    """The section alone, with the messages of what just happened."""
    prefetch_related_objects([werknemer], "trajecten__jobdoelwitten")
    context = sectie.voor(werknemer, request.user) | {"los": True}
    return render(request, "trajects/kader/sectie_los.html", context)
