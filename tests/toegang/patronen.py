"""The addresses as Django has them: one by one, for two may share a name or a route."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Patroon:
    """One pattern: its full name, and the whole route that leads to it."""

    naam: str
    route: str
    patroon: URLPattern

    @property
    def soorten(self) -> Mapping[str, str]:
        """The kind of converter (`int`, `slug` …) of each part of the route."""
        soorten = re.findall(r"<(?:(\w+):)?(\w+)>", self.route)
        return {deel: soort or "str" for soort, deel in soorten}

    def pad(self, delen: Mapping[str, Any]) -> str:
        """The path with these values in it; any other part gets one that its converter takes."""

        def vul(vondst: re.Match[str]) -> str:
            return str(delen.get(vondst[1], "1"))

        route = _GROEP.sub(_eerste_keuze, self.route).replace("^", "").removesuffix("$")
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", vul, route)


# A part of a route that is a regular expression.
_GROEP: Final = re.compile(r"\(\?P<\w+>([^)]*)\)")


def _eerste_keuze(groep: re.Match[str]) -> str:
    eerste = groep[1].partition("|")[0]
    return eerste if eerste.isalpha() else "1"


def patronen(resolver: URLResolver, ruimte: str = "", voor: str = "") -> Iterator[Patroon]:
    """Every pattern in the order in which Django tries them."""
    for patroon in resolver.url_patterns:
        route = f"{voor}{patroon.pattern}"
        if isinstance(patroon, URLResolver):
            dieper = f"{patroon.namespace}:" if patroon.namespace else ruimte
            yield from patronen(patroon, dieper, route)
        else:
            yield Patroon(f"{ruimte}{patroon.name}", route, patroon)


def alle_patronen() -> list[Patroon]:
    return list(patronen(get_resolver()))


def eigen_patronen() -> list[Patroon]:
    """All but those of Django's admin, which the operator alone uses."""
    return [patroon for patroon in alle_patronen() if not patroon.naam.startswith("admin:")]


def dubbele(gevonden: Iterable[Patroon]) -> list[str]:
    """The names and the routes that more than one pattern has."""
    kenmerken = [kenmerk for patroon in gevonden for kenmerk in (patroon.naam, patroon.route)]
    return sorted({kenmerk for kenmerk in kenmerken if kenmerken.count(kenmerk) > 1})
