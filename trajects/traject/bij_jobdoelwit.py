"""What lies beside the choice of a job target: what somebody can do, and what stands in the way."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, OuterRef

from gedeeld.meelezen import mee
from trajects.keuzes import SCORES, Standrandvoorwaarde, Thema
from trajects.models import Competentiescore, Randvoorwaarde, Talent
from werknemers.models import Werknemer

# From this score on somebody can do it alone, as one of both sides says.
LUKT: Final = 3
_WOORDEN: Final = {score: woorden.partition(" · ")[2] for score, woorden in SCORES}


@dataclass(frozen=True, slots=True)
class BijJobdoelwit:
    """Competences with the words of their score, preconditions with those of their state."""

    talenten: tuple[str, ...]
    competenties: tuple[tuple[str, str], ...]
    voorwaarden: tuple[tuple[str, str], ...]


def lees_bij_jobdoelwit(werknemer: Werknemer) -> BijJobdoelwit:
    """One query, for a reader who may see the plan of this employee."""
    eigen = {"werknemer": OuterRef("pk")}
    scores = Competentiescore.objects.filter(**eigen).order_by(
        "competentie__volgorde", "competentie", "datum"
    )
    rij = (
        Werknemer.objects.filter(pk=werknemer.pk)
        .annotate(
            talentrijen=mee(Talent.objects.nu().filter(**eigen), "woorden"),
            scorerijen=mee(
                scores, "score_begeleider", "score_werknemer", wat=F("competentie__naam")
            ),
            voorwaarderijen=mee(Randvoorwaarde.objects.open().filter(**eigen), "thema", "stand"),
        )
        .values("talentrijen", "scorerijen", "voorwaarderijen")
        .get()
    )
    return BijJobdoelwit(
        talenten=tuple(talent["woorden"] for talent in rij["talentrijen"]),
        competenties=_wat_lukt(rij["scorerijen"]),
        voorwaarden=tuple(
            (Thema(voorwaarde["thema"]).label, Standrandvoorwaarde(voorwaarde["stand"]).label)
            for voorwaarde in rij["voorwaarderijen"]
        ),
    )


def _wat_lukt(rijen: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """By what each side said last, oldest first; the higher of both counts."""
    laatste: dict[str, dict[str, int]] = {}
    for rij in rijen:
        gezegd = {kant: rij[kant] for kant in ("score_begeleider", "score_werknemer") if rij[kant]}
        laatste[rij["wat"]] = laatste.get(rij["wat"], {}) | gezegd
    hoogste = {wat: max(kanten.values()) for wat, kanten in laatste.items()}
    return tuple((wat, _WOORDEN[score]) for wat, score in hoogste.items() if score >= LUKT)
