"""The charts of the forecast: the balance, and what comes in against what it costs."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString

from financiering.domein.prognosebeeld import BLADNAMEN, Kwartaalregel, Prognosebeeld
from financiering.domein.saldozin import jobgetal
from financiering.views.vraag import Vraag
from gedeeld.grafiek import (
    Categorie,
    Reeks,
    Saldostaven,
    Staafmerk,
    Stapel,
    Staven,
    saldografiek,
    stapelgrafiek,
)
from gedeeld.grafiek.gegevens import Getal
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import bedrag_rond, enkele, meervoud

Adres = Callable[[Kwartaal], str]

# Whose premium falls, by name; the page of a service lists everybody.
GENOEMD: Final = 6
# A leaf has the same fill wherever it is drawn, whichever other leaves there are.
_VULLING: Final = {naam: nummer for nummer, naam in enumerate(BLADNAMEN.values())}


def cijfers_van(kwartaal: Kwartaal) -> str:
    """The row of a quarter in the table under the charts."""
    return f"#cijfers-{kwartaal}"


def waarom_saldo(vraag: Vraag, kwartaal: Kwartaal) -> str:
    """Where a balance comes from: why, of a service; of the organisation its row in the forecast,
    and from there each service."""
    if vraag.dienst is None:
        return reverse("financiering:prognose") + vraag.adres() + cijfers_van(kwartaal)
    adres = reverse("financiering:waarom_dienst", args=[vraag.dienst, kwartaal])
    return adres + vraag.adres(dienst="")


def dalers_van(kwartaal: Kwartaal) -> str:
    """Those whose premium falls in a quarter, in the list under the charts."""
    return f"#dalingen-{kwartaal}"


def teken_saldo(beeld: Prognosebeeld, adres: Adres) -> SafeString:
    """Above and below zero, with the full-time jobs of each quarter."""
    regels, plaats = beeld.regels, beeld.eerste_tekort
    staven = Saldostaven(
        titel=f"Saldo van {beeld.dienst or 'de organisatie'}, per kwartaal",
        categorieen=tuple(categorie(regel.kwartaal, adres) for regel in regels),
        waarden=tuple(regel.saldo for regel in regels),
        voet=tuple(jobgetal(regel.vte) for regel in regels),
        voetnaam="voltijdse jobs",
        keerpunt=None if plaats is None else (plaats, f"onder nul in {regels[plaats].kwartaal}"),
        schrijf=_euro,
    )
    return saldografiek(staven, "saldo")


def teken(
    regels: list[Kwartaalregel],
    bladnamen: list[str],
    titel: str,
    sleutel: str,
    adres: Adres,
    merkadres: Adres | None = None,
) -> SafeString:
    """The leaves stacked, the cost as a line, a mark where premiums fall. Without `merkadres` it is
    about one employee, whose premium need not be counted."""
    staven = Staven(
        titel=titel,
        categorieen=tuple(categorie(regel.kwartaal, adres) for regel in regels),
        reeksen=tuple(
            Reeks(naam, tuple(regel.bladen[nummer][1] for regel in regels), _VULLING[naam])
            for nummer, naam in enumerate(bladnamen)
        ),
        schrijf=_euro,
    )
    kost = Reeks("kost", tuple(regel.loonkost + regel.omkadering for regel in regels))
    return stapelgrafiek(
        Stapel(
            staven=staven,
            lijn=kost,
            merken=tuple(
                _merk(regel, merkadres) if merkadres else _enig_merk(regel, adres)
                for regel in regels
            ),
            merk_betekent=(
                "bij zoveel werknemers daalt of stopt de loonpremie"
                if merkadres
                else "hier daalt of stopt de loonpremie"
            ),
            kort=_euro,
        ),
        sleutel,
    )


def categorie(kwartaal: Kwartaal, adres: Adres | None = None) -> Categorie:
    naar = adres(kwartaal) if adres else ""
    return Categorie(f"K{kwartaal.nummer}", str(kwartaal.jaar), naar)


def _euro(waarde: Getal) -> str:
    return bedrag_rond(Decimal(waarde))


def _enig_merk(regel: Kwartaalregel, adres: Adres) -> Staafmerk | None:
    woorden = "; ".join(str(daling) for daling in regel.dalingen)
    return Staafmerk("", woorden, adres(regel.kwartaal)) if woorden else None


def _merk(regel: Kwartaalregel, adres: Adres) -> Staafmerk | None:
    aantal = len(regel.dalingen)
    if not aantal:
        return None
    wie = enkele([str(daling) for daling in regel.dalingen], GENOEMD, "; ")
    woorden = f"{meervoud(aantal, 'loonpremie', 'loonpremies')} minder of weg. {wie}"
    return Staafmerk(str(aantal), woorden, adres(regel.kwartaal))
