"""What somebody can do, how that went over time, and what must be in order for it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils import timezone

from gedeeld.weergeven import datum_kort, datum_voluit, en, met_punt
from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import Leemte, Pakketdeel, Pakketfeit, Vindplaats
from trajects.keuzes import Standrandvoorwaarde
from trajects.models import Competentiescore
from trajects.plan.randvoorwaardenbeeld import Themabeeld
from trajects.profiel.competentiebeeld import Competentiebeeld

_SCHAAL: Final = "Een score gaat van 1 (nog te leren) tot 4 (kan het anderen tonen)."
_GEEN_SCORE: Final = "De competenties zijn nog niet samen overlopen."
_EEN_KEER: Final = "Elke competentie is één keer overlopen. Overloop ze opnieuw voor een verloop."
_GEEN_TALENT: Final = "Er staat nog geen talent."
_GEZONDHEID: Final = "Over gezondheid staat er alleen of er aandacht nodig is."


def competentiedeel(bron: Pakketbron) -> Pakketdeel:
    talenten = (
        Pakketfeit(t.toegevoegd_op, f"Talent: {met_punt(t.woorden)}", Vindplaats.COMPETENTIES)
        for t in bron.talenten
    )
    scores = (feit for beeld in bron.competenties for feit in _competentie(beeld, bron.voornaam))
    feiten = (*scores, *talenten)
    leemtes = tuple(_competentieleemtes(bron))
    return Pakketdeel("competenties", "Verloop van de competenties", feiten, leemtes, _SCHAAL)


def _competentie(beeld: Competentiebeeld, voornaam: str) -> Iterator[Pakketfeit]:
    """The course of one, and the latest example of it."""
    verloop = "; ".join(_ronde(ronde, voornaam) for ronde in beeld.ronden)
    naam, waar = beeld.competentie.naam, Vindplaats.COMPETENTIES
    yield Pakketfeit(beeld.datum, f"{naam}: {verloop}.", waar)
    if ronde := beeld.met_voorbeeld:
        yield Pakketfeit(ronde.datum, f"{naam}, voorbeeld: {met_punt(ronde.voorbeeld)}", waar)


def _ronde(ronde: Competentiescore, voornaam: str) -> str:
    kanten = (("begeleider", ronde.score_begeleider), (voornaam, ronde.score_werknemer))
    scores = en([f"{wie} {score}" for wie, score in kanten if score is not None])
    return f"{scores} op {datum_kort(ronde.datum)}"


def _competentieleemtes(bron: Pakketbron) -> Iterator[Leemte]:
    if not bron.competenties:
        yield Leemte(_GEEN_SCORE, Vindplaats.COMPETENTIES)
    elif all(len(beeld.ronden) == 1 for beeld in bron.competenties):
        yield Leemte(_EEN_KEER, Vindplaats.COMPETENTIES)
    if not bron.talenten:
        yield Leemte(_GEEN_TALENT, Vindplaats.COMPETENTIES)


def randvoorwaardendeel(bron: Pakketbron) -> Pakketdeel:
    bekend = [beeld for beeld in bron.themas if beeld.stand != Standrandvoorwaarde.ONBEKEND]
    feiten = tuple(
        Pakketfeit(_sinds(beeld), _voorwaarde(beeld), Vindplaats.RANDVOORWAARDEN)
        for beeld in bekend
    )
    open_ = [beeld.thema.label for beeld in bron.themas if beeld not in bekend]
    leemtes = (
        (Leemte(f"Nog niet besproken: {en(open_)}.", Vindplaats.RANDVOORWAARDEN),) if open_ else ()
    )
    return Pakketdeel("randvoorwaarden", "Randvoorwaarden", feiten, leemtes, _GEZONDHEID)


def _sinds(beeld: Themabeeld) -> date:
    """The day of the last talk about it; without history the day that it was written down."""
    if beeld.wissels:
        return beeld.wissels[0].op
    assert beeld.randvoorwaarde is not None  # noqa: S101 - it has a state
    return timezone.localdate(beeld.randvoorwaarde.gewijzigd_op)


def _voorwaarde(beeld: Themabeeld) -> str:
    eerder = "".join(
        f" Tot {datum_voluit(wissel.op)}: {wissel.van}."
        for wissel in beeld.wissels
        if wissel.van not in (wissel.naar, Standrandvoorwaarde.ONBEKEND.label)
    )
    hoe = f"{beeld.thema.label.capitalize()}: {beeld.stand.label}. {met_punt(beeld.toelichting)}"
    return f"{hoe.rstrip()}{eerder}"
