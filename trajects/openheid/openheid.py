"""Openness from the first day: how the passage was explained, and what shows that it was."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Contractpassage, Passagetoelichting
from trajects.schrijvers import PASSAGETOELICHTINGEN
from werknemers.models import Arbeidsovereenkomst
from werknemers.schrijvers import CONTRACTEN


class Openheidgegevens(TypedDict):
    """Without `uitgelegd_op` nothing was explained yet; then there is no language either."""

    passage: Contractpassage | None
    uitgelegd_op: date | None
    uitgelegd_door: str
    taal: str
    met_tolk: bool
    erkend_op: date | None


def leg_openheid_vast(
    *,
    contract: Arbeidsovereenkomst,
    toelichting: Passagetoelichting | None,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Openheidgegevens],
) -> Passagetoelichting:
    """Write down which passage a contract holds and how it was explained; `toelichting` None when
    nothing of that was on file yet.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field, and when somebody
    else was first.
    """
    with als_zin():
        CONTRACTEN.vergrendel(contract)
        huidig = (
            _nieuw(contract)
            if toelichting is None
            else PASSAGETOELICHTINGEN.vergrendel(toelichting, gezien)
        )
        nieuw = _controleer(contract, gegevens)
        actie = "vastgelegd" if toelichting is None else "gewijzigd"
        PASSAGETOELICHTINGEN.schrijf(huidig, nieuw, door=door, actie=actie)
    return huidig


def _nieuw(contract: Arbeidsovereenkomst) -> Passagetoelichting:
    if Passagetoelichting.objects.filter(contract=contract).exists():
        raise ValidationError(
            "Iemand anders vulde dit net ook in. Bewaar opnieuw om te vergelijken."
        )
    return Passagetoelichting(contract=contract)


def _controleer(contract: Arbeidsovereenkomst, gegevens: Openheidgegevens) -> dict[str, Any]:
    """What can be written of it; raises ValidationError by field for what cannot be."""
    passage, uitgelegd_op = gegevens["passage"], gegevens["uitgelegd_op"]
    if passage and passage.organisatie_id not in {None, contract.werknemer.organisatie_id}:
        raise ValidationError({"passage": "Kies een passage van je eigen organisatie."})
    if uitgelegd_op is None:
        if gegevens["uitgelegd_door"].strip() or gegevens["met_tolk"]:
            raise ValidationError({"uitgelegd_op": "Op welke dag is de passage overlopen?"})
        return {**gegevens, "uitgelegd_door": "", "taal": ""}
    if passage is None:
        raise ValidationError({"passage": "Kies welke versie jullie overlopen hebben."})
    for veld in ("uitgelegd_op", "erkend_op"):
        if (dag := gegevens[veld]) and dag > vandaag():
            raise ValidationError({veld: "Kies vandaag of een dag die voorbij is."})
    return dict(gegevens)
