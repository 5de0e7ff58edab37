"""Who left, where to, and whether they are still at work; who is ready to leave."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from gedeeld.weergeven import datum_voluit
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from trajects.kader.caseload import CaseloadQuerySet, klaar_voorwaarde
from trajects.keuzes import AAN_HET_WERK, GEMETEN, Bestemming, Horizon, Klaar
from trajects.models import Nazorgmoment, Uitstroom
from trajects.paginas.uitstroomcijfers import Getal
from werknemers.models import Arbeidsovereenkomst, Dienst

BINNEN_ZES_MAANDEN: Final = (Horizon.DRIE_MAANDEN, Horizon.ZES_MAANDEN)
# What each step of `Klaar` means, for who reads the figure.
KLAAR_BETEKENT: Final = {
    Klaar.JOBDOELWIT: "er is een jobdoelwit gekozen",
    Klaar.JOBMATCHING: "het traject staat in jobmatching, stage of nazorg",
    Klaar.STAGE: "er is een stage geweest of gepland sinds het begin van het traject",
    Klaar.OVERDRACHT: "er is een overdrachtsgesprek gepland of gehouden in dit traject",
}


@dataclass(frozen=True, slots=True)
class Figuur:
    """A figure under its name, with the choices in the list that show exactly those people."""

    naam: str
    getal: Getal


@dataclass(frozen=True, slots=True)
class Uitstroomresultaten:
    """Of one calendar year up to and including `tot`.

    `weken` is when outflow counts as lasting; None when no rule is in force.
    """

    jaar: int
    tot: date
    samen: Getal
    bestemmingen: tuple[Figuur, ...]
    aan_het_werk: Getal
    gemeten: Getal
    weken: int | None

    @property
    def definities(self) -> dict[str, str]:
        """What each figure counts."""
        uit = {
            "uitgestroomd": f"de laatste dag in dienst viel in {self.jaar}, "
            f"t.e.m. {datum_voluit(self.tot)}"
        }
        if self.weken is None:
            return uit
        return uit | {
            "gemeten": f"gehoord hoe het gaat, {self.weken} weken na de uitstroom of later; "
            "wie niet bereikt werd, telt niet mee",
            "duurzaam": f"aan het werk toen {self.weken} weken na de uitstroom of later voor het "
            "eerst iets gehoord werd",
        }


@dataclass(frozen=True, slots=True)
class Klaarheid:
    """Of the people whose support stops within six months: how many have what."""

    samen: Getal
    stappen: tuple[Figuur, ...]


def weken_tot_duurzaam(op: date, organisatie_id: int | None) -> int | None:
    """After how many weeks outflow counts as lasting; None on a day without rule."""
    waarde = laad_parameters(op, organisatie_id).waarde(Parametercode.DUURZAAM)
    return None if waarde is None else int(waarde)


def bij_dienst(uitstromen: "QuerySet[Uitstroom]", dienst: Dienst) -> "QuerySet[Uitstroom]":
    """Of who worked in this service on the last day."""
    contracten = Arbeidsovereenkomst.objects.filter(
        werknemer=OuterRef("werknemer"), dienst=dienst, periode__contains=OuterRef("datum")
    )
    return uitstromen.filter(Exists(contracten))


def met_stand_na(uitstromen: "QuerySet[Uitstroom]", weken: int) -> "QuerySet[Uitstroom]":
    """With `stand_na`: the first result that was heard after so many weeks; None when none was.

    For one outflow: `duurzaam.is_duurzaam`.
    """
    momenten = Nazorgmoment.objects.filter(
        uitstroom=OuterRef("pk"), weken__gte=weken, resultaat__in=GEMETEN
    )
    return uitstromen.alias(stand_na=Subquery(momenten.order_by("weken").values("resultaat")[:1]))


def met_afloop(
    uitstromen: "QuerySet[Uitstroom]", weken: int, *, aan_het_werk: bool | None = None
) -> "QuerySet[Uitstroom]":
    """Measured after so many weeks; with `aan_het_werk` only those who were, or were not."""
    gemeten: QuerySet[Any] = met_stand_na(uitstromen, weken)
    gemeten = gemeten.exclude(stand_na=None)
    if aan_het_werk is None:
        return gemeten
    wel = Q(stand_na__in=AAN_HET_WERK)
    return gemeten.filter(wel if aan_het_werk else ~wel)


def tel_uitstroom(
    uitstromen: "QuerySet[Uitstroom]", jaar: int, tot: date, weken: int | None
) -> Uitstroomresultaten:
    """Count the outflows of a year, chosen as in the list; one query."""
    keuze = {"jaar": str(jaar), "tot": tot.isoformat()}
    stand = met_stand_na(uitstromen, weken or 0).order_by().values("bestemming")
    rijen = {
        rij["bestemming"]: rij
        for rij in stand.annotate(
            aantal=Count("pk"),
            wel=Count("pk", filter=Q(stand_na__in=AAN_HET_WERK)),
            gemeten=Count("pk", filter=Q(stand_na__isnull=False)),
        )
    }
    som = {naam: sum(rij[naam] for rij in rijen.values()) for naam in ("aantal", "wel", "gemeten")}
    return Uitstroomresultaten(
        jaar=jaar,
        tot=tot,
        samen=Getal(som["aantal"], keuze),
        bestemmingen=tuple(
            Figuur(b.label, Getal(rijen[b]["aantal"], {**keuze, "bestemming": b.value}))
            for b in Bestemming
            if b in rijen
        ),
        aan_het_werk=Getal(som["wel"], {**keuze, "duurzaam": "ja"}),
        gemeten=Getal(som["gemeten"], {**keuze, "duurzaam": "gemeten"}),
        weken=weken,
    )


def tel_klaarheid(mensen: CaseloadQuerySet, op: date) -> Klaarheid:
    """Of a caseload of that day; one query."""
    stappen = {
        f"is_{stap}": ExpressionWrapper(klaar_voorwaarde(stap), BooleanField()) for stap in Klaar
    }
    nabij: QuerySet[Any] = mensen.in_horizon(*BINNEN_ZES_MAANDEN, op=op).order_by()
    rijen = list(nabij.annotate(**stappen).values(*stappen))
    keuze = {"horizon": tuple(horizon.value for horizon in BINNEN_ZES_MAANDEN)}
    return Klaarheid(
        samen=Getal(len(rijen), keuze),
        stappen=tuple(
            Figuur(stap.label, Getal(_tel(rijen, stap), {**keuze, "klaar": stap.value}))
            for stap in Klaar
        ),
    )


def _tel(rijen: list[dict[str, bool | None]], stap: Klaar) -> int:
    return sum(bool(rij[f"is_{stap}"]) for rij in rijen)
