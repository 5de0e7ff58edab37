"""Cells of amounts, and sentences about scenarios."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from financiering.domein.saldozin import jobgetal
from gedeeld import weergeven
from gedeeld.kwartaal import Kwartaal

register = template.Library()


@register.simple_tag
def getalkoppen(namen: Iterable[str], voor: str = "") -> SafeString:
    """A head for each column of amounts; `voor` stands before the name."""
    koppen = ((f"{voor}{naam}" if voor else capfirst(naam),) for naam in namen)
    return format_html_join("", '<th scope="col" class="getal-kolom">{}</th>', koppen)


@register.simple_tag
def jobcellen(rij: Iterable[tuple[Decimal, str]]) -> SafeString:
    """A cell for each amount, with the full-time jobs that go with it below."""
    cellen = ((weergeven.bedrag(waarde), jobs) for waarde, jobs in rij)
    vorm = '<td class="bedrag">{}<br><span class="zacht">{}</span></td>'
    return format_html_join("", vorm, cellen)


@register.simple_tag
def bladcellen(bladen: Iterable[tuple[Any, Decimal]], rond: bool = False) -> SafeString:
    """A cell for each name and amount. No space between them: on a phone they stand in one line."""
    schrijf = weergeven.bedrag_rond if rond else weergeven.bedrag
    vorm = '<td class="getal-kolom{}" data-label="{}">{}</td>'
    cellen = ((" nul" if not waarde else "", naam, schrijf(waarde)) for naam, waarde in bladen)
    return format_html_join("", vorm, cellen)


@register.simple_tag
def naar_waarom(tekst: object, dienst: int | None, kwartaal: Kwartaal, staart: str) -> SafeString:
    """The text as a link to why the amounts of a service in a quarter are what they are; plain text
    for the organisation. `staart` is the question that the amounts answer."""
    if dienst is None:
        return format_html("{}", tekst)
    adres = reverse("financiering:waarom_dienst", args=[dienst, kwartaal]) + staart
    waarom = f": waarom dit in {kwartaal}?"
    return format_html(
        '<a href="{}">{}<span class="visually-hidden">{}</span></a>', adres, tekst, waarom
    )


@register.filter
def jobs(aantal: Decimal) -> str:
    """Full-time jobs: 12, 2,4 or 0,35."""
    return jobgetal(aantal)


@register.filter
def wat_het_vraagt(wat: Mapping[str, Any]) -> str:
    """How many leave in a scenario, for how many one begins now, and when the next one goes."""
    if not wat["mensen"]:
        return "niemand vertrekt op een geplande dag."
    zinnen = [
        f"{weergeven.meervoud(wat['mensen'], 'werknemer vertrekt', 'werknemers vertrekken')}."
    ]
    if wat["nu"]:
        zinnen.append(f"Bij {wat['nu']} van hen moest de voorbereiding al begonnen zijn.")
    if wat["eerste_dag"]:
        zinnen.append(f"De eerstvolgende dag is {weergeven.datum_voluit(wat['eerste_dag'])}.")
    return " ".join(zinnen)
