"""The outflow dashboard, and the same figures as a spreadsheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst, vraag_van
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.grafiek import Categorie, Reeks, Staven, staafgrafiek
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, download, kies_pagina, toon, vereist
from trajects.keuzes import Horizon
from trajects.paginas.exports import schrijf_uitstroom
from trajects.paginas.filters.uitstromen import UitstroomFilter
from trajects.paginas.filters.werknemers import WerknemerFilter
from trajects.paginas.lijstexports import UITGESTROOMD
from trajects.paginas.uitstroomcijfers import (
    FASEKOPPEN,
    Cijferrij,
    Getal,
    Keuze,
    Uitstroomcijfers,
    Uitstroomtijdvak,
    tel,
)
from trajects.paginas.uitstroomresultaten import (
    KLAAR_BETEKENT,
    Figuur,
    Klaarheid,
    Uitstroomresultaten,
    tel_klaarheid,
    tel_uitstroom,
)
from trajects.rechten import mag_dashboard_zien
from trajects.uitstroom.nieuwe_start import nieuwe_starts
from werknemers.models import Dienst
from werknemers.rechten import ziet_alle_werknemers

_HORIZONS: Final = tuple(horizon.label for horizon in Horizon)

Gekozen = Mapping[str, list[str]]


class Peiling(WerknemerFilter):
    """The filters of the list that make sense for its figures: service, counsellor and day."""

    alleen = frozenset({"dienst", "begeleider", "op"})

    @property
    def cijfers(self) -> Uitstroomcijfers:
        dienst = self.keuze.get("dienst")
        alle = Dienst.objects.zichtbaar_voor(self.request.user)
        return tel(self.mensen, self.dag, [dienst] if dienst else alle)

    @property
    def resultaten(self) -> Uitstroomresultaten:
        """Who left in the year of the day, up to and including it; counted in their list."""
        jaar = {"jaar": str(self.dag.year), "tot": self.dag.isoformat()}
        zeef = UitstroomFilter(_met(self._mensenvraag, jaar), request=self.request)
        return tel_uitstroom(zeef.gevonden, self.dag.year, self.dag, zeef.weken)

    @property
    def klaarheid(self) -> Klaarheid:
        return tel_klaarheid(self.mensen, self.dag)

    def lijst(self, keuze: Keuze) -> str:
        """The address of the list with exactly these people."""
        return _adres(*self._lijst, keuze)

    def uitgestroomd(self, keuze: Keuze) -> str:
        """The address of the list of those who left."""
        return _adres(*self._uitgestroomd, keuze)

    # Kept: the page of a large organisation holds two thousand of these addresses.
    @cached_property
    def _lijst(self) -> tuple[str, Gekozen]:
        return reverse("trajects:werknemers"), dict(QueryDict(self.vraag()).lists())

    @cached_property
    def _uitgestroomd(self) -> tuple[str, Gekozen]:
        return reverse("trajects:uitgestroomd"), dict(QueryDict(self._mensenvraag).lists())

    @cached_property
    def _mensenvraag(self) -> str:
        """Service and counsellor, without the day."""
        return super().vraag(op="")

    def vraag(self, **anders: str) -> str:
        """Today needs no date in the address."""
        return super().vraag(**({"op": ""} if self.dag == vandaag() else {}), **anders)


def _met(vraag: str, keuze: Keuze) -> QueryDict:
    """A query string with these choices."""
    alles = QueryDict(vraag, mutable=True)
    for naam, waarde in keuze.items():
        alles.setlist(naam, [waarde] if isinstance(waarde, str) else list(waarde))
    return alles


def _adres(pad: str, gekozen: Gekozen, keuze: Keuze) -> str:
    """With what is chosen, where `keuze` does not choose otherwise."""
    vraag = urlencode({**gekozen, **keuze}, doseq=True)
    return f"{pad}{'?' if vraag else ''}{vraag}"


@dataclass(frozen=True, slots=True)
class Uitstroomcel:
    """A figure in a table: the words of its column, and where the people behind it are listed;
    nothing leads to nothing."""

    kop: str
    aantal: int
    url: str


@dataclass(frozen=True, slots=True)
class Uitstroomregel:
    naam: str
    cellen: list[Uitstroomcel]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of figures; `wat` heads the column of names, `samen` is the line below."""

    wat: str
    koppen: tuple[str, ...]
    regels: list[Uitstroomregel]
    samen: Uitstroomregel | None = None


@require_safe
@vereist(mag_dashboard_zien)
def dashboard(request: Verzoek) -> HttpResponse:
    peiling = Peiling(request)
    context = {
        "peiling": peiling,
        "ziet_alle": ziet_alle_werknemers(request.user),
        "xlsx_url": peiling.adres("trajects:uitstroom_xlsx"),
        "nieuwe_starts": nieuwe_starts(request.user, vandaag()),
    }
    if peiling.form.is_valid():
        context |= _figuren(peiling, peiling.cijfers) | _resultaten(peiling)
    adres = peiling.adres("trajects:uitstroom")
    return toon(
        request, "trajects/paginas/uitstroom/pagina.html", context, deel="cijfers", adres=adres
    )


@require_safe
@vereist(mag_dashboard_zien)
def dashboard_xlsx(request: Verzoek) -> HttpResponse:
    peiling = Peiling(request)
    if not peiling.form.is_valid():
        return redirect(f"{reverse('trajects:uitstroom')}?{request.GET.urlencode()}")
    inhoud = schrijf_uitstroom(
        peiling.cijfers,
        peiling.resultaten,
        peiling.klaarheid,
        peiling.in_woorden(),
        str(request.user.organisatie),
    )
    return download(inhoud, XLSX, f"uitstroom-{peiling.dag:%Y-%m-%d}.xlsx")


def _figuren(peiling: Peiling, cijfers: Uitstroomcijfers) -> dict[str, Any]:
    """The figures as the template shows them."""
    per_dienst = len(cijfers.horizons) > 1
    return {
        "cijfers": cijfers,
        "kopgetallen": _cellen(peiling, _HORIZONS, cijfers.totaal.getallen),
        "horizontabel": Tabel(
            "dienst",
            (*_HORIZONS, "samen"),
            [_regel(peiling, rij, (*_HORIZONS, "samen")) for rij in cijfers.horizons],
            _regel(peiling, cijfers.totaal, (*_HORIZONS, "samen")) if per_dienst else None,
        ),
        "grafiek": staafgrafiek(_staven(cijfers), "einde-per-kwartaal"),
        "eindetabel": _eindetabel(peiling, cijfers),
        "fasetabel": Tabel(
            "fase", FASEKOPPEN, [_regel(peiling, rij, FASEKOPPEN) for rij in cijfers.fasen]
        ),
        "in_dienst_url": peiling.lijst(cijfers.in_dienst.keuze),
        "nabij": Uitstroomcel("nabij", cijfers.nabij.aantal, peiling.lijst(cijfers.nabij.keuze)),
    }


def _resultaten(peiling: Peiling) -> dict[str, Any]:
    """Who left this year and who is ready to, each figure with its list."""
    uit, klaar = peiling.resultaten, peiling.klaarheid

    def vertrokken(figuur: Figuur) -> Uitstroomcel:
        return Uitstroomcel(
            figuur.naam, figuur.getal.aantal, peiling.uitgestroomd(figuur.getal.keuze)
        )

    def blijvend(figuur: Figuur) -> Uitstroomcel:
        return Uitstroomcel(figuur.naam, figuur.getal.aantal, peiling.lijst(figuur.getal.keuze))

    return {
        "resultaten": uit,
        "uit_samen": vertrokken(Figuur("uitgestroomd", uit.samen)),
        "bestemmingen": [vertrokken(figuur) for figuur in uit.bestemmingen],
        "aan_het_werk": vertrokken(Figuur("nog aan het werk", uit.aan_het_werk)),
        "gemeten": vertrokken(Figuur("gemeten", uit.gemeten)),
        "klaar_samen": blijvend(Figuur("stoppen binnen 6 maanden", klaar.samen)),
        "klaar": [blijvend(figuur) for figuur in klaar.stappen],
        "klaar_betekent": [(stap.label, zin) for stap, zin in KLAAR_BETEKENT.items()],
    }


def _cellen(
    peiling: Peiling, koppen: Iterable[str], getallen: Iterable[Getal]
) -> list[Uitstroomcel]:
    return [
        Uitstroomcel(kop, getal.aantal, peiling.lijst(getal.keuze) if getal.aantal else "")
        for kop, getal in zip(koppen, getallen, strict=True)
    ]


def _regel(peiling: Peiling, rij: Cijferrij, koppen: tuple[str, ...]) -> Uitstroomregel:
    return Uitstroomregel(rij.naam, _cellen(peiling, koppen, (*rij.getallen, rij.totaal)))


def _staven(cijfers: Uitstroomcijfers) -> Staven:
    """A bar per quarter, a layer per service."""
    return Staven(
        "Einde ondersteuning per kwartaal en per dienst",
        tuple(_categorie(vak) for vak in cijfers.tijdvakken),
        tuple(Reeks(rij.naam, tuple(g.aantal for g in rij.getallen)) for rij in cijfers.eindes),
    )


def _categorie(vak: Uitstroomtijdvak) -> Categorie:
    jaar, _, kwartaal = vak.naam.partition("-")
    return Categorie(kwartaal, jaar) if kwartaal else Categorie(vak.naam)


def _eindetabel(peiling: Peiling, cijfers: Uitstroomcijfers) -> Tabel:
    """The figures of the chart: a row per quarter in which somebody's support ends."""
    rijen = (*cijfers.eindes, cijfers.eindes_totaal) if len(cijfers.eindes) > 1 else cijfers.eindes
    koppen = tuple(rij.naam for rij in cijfers.eindes) + ("mensen",) * (len(rijen) > 1)
    regels = [
        Uitstroomregel(vak.naam, _cellen(peiling, koppen, (rij.getallen[plaats] for rij in rijen)))
        for plaats, vak in enumerate(cijfers.tijdvakken)
        if cijfers.eindes_totaal.getallen[plaats].aantal
    ]
    samen = Uitstroomregel("Samen", _cellen(peiling, koppen, (rij.totaal for rij in rijen)))
    return Tabel("kwartaal", koppen, regels, samen)


@require_safe
@vereist(mag_dashboard_zien)
def uitgestroomd(request: Verzoek) -> HttpResponse:
    zeef = UitstroomFilter(request.GET, request=request)
    context = {
        "zeef": zeef,
        "vraag": vraag_van(request),
        "pagina": kies_pagina(request, zeef.gevonden),
    }
    return toon(request, "trajects/paginas/uitgestroomd.html", context, deel="lijst")


@require_safe
@vereist(mag_dashboard_zien)
def uitgestroomd_xlsx(request: Verzoek) -> HttpResponse:
    zeef = UitstroomFilter(request.GET, request=request)
    if not zeef.form.is_valid():
        return redirect(f"{reverse('trajects:uitgestroomd')}?{vraag_van(request)}")
    keuzes = filters_in_woorden(zeef.form)
    return download_lijst(request, "Uitgestroomd", UITGESTROOMD, zeef.gevonden, keuzes)
