"""Openness from the first day: how the passage was explained, and what shows that it was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import vergrendel
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import Thema
from trajects.models import Contractpassage, Notitie, Passagetoelichting
from trajects.rechten import mag_logboek_zien
from trajects.schrijvers import PASSAGETOELICHTINGEN
from werknemers.models import Arbeidsovereenkomst, Werknemer


class Openheidgegevens(TypedDict):
    """Without `uitgelegd_op` nothing was explained yet; then there is no language either."""

    passage: Contractpassage | None
    uitgelegd_op: date | None
    uitgelegd_door: str
    taal: str
    met_tolk: bool
    erkend_op: date | None


@dataclass(frozen=True, slots=True)
class Bewijs:
    """Something that shows that the employee knew where the job leads; `door` may be empty.

    `tekst` is what was said, for who may read that; `vertrouwelijk` does not lie before others.
    """

    op: date
    wat: str
    door: str
    tekst: str = ""
    vertrouwelijk: bool = False


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
        vergrendel(contract, None)
        huidig = (
            _nieuw(contract)
            if toelichting is None
            else PASSAGETOELICHTINGEN.vergrendel(toelichting, gezien)
        )
        nieuw = _controleer(contract, gegevens)
        actie = "vastgelegd" if toelichting is None else "gewijzigd"
        PASSAGETOELICHTINGEN.schrijf(huidig, nieuw, door=door, actie=actie)
    return huidig


def bewijs_van_openheid(werknemer: Werknemer, lezer: Gebruiker | None = None) -> list[Bewijs]:
    """What is on file, oldest first: passages explained and acknowledged, talks on the end goal.

    Without `lezer` it may lie before others: of a talk only its kind, and nothing confidential.
    With `lezer` it is what this user may read. Two queries, for who may see the plan.
    """
    toelichtingen = Passagetoelichting.objects.filter(contract__werknemer=werknemer)
    bewijzen = [
        *van_de_passage(toelichtingen.select_related("passage"), werknemer),
        *van_gesprekken(werknemer, lezer),
    ]
    return op_volgorde(bewijzen)


def op_volgorde(bewijzen: Iterable[Bewijs]) -> list[Bewijs]:
    return sorted(bewijzen, key=lambda bewijs: bewijs.op)


def van_de_passage(
    toelichtingen: Iterable[Passagetoelichting], werknemer: Werknemer
) -> Iterator[Bewijs]:
    """Each passage that was explained, and that the employee understood it."""
    for toelichting in toelichtingen:
        passage = _passage(toelichting)
        if toelichting.uitgelegd_op:
            tolk = "met tolk" if toelichting.met_tolk else "zonder tolk"
            wat = f"Gesprek over {passage}, in het {toelichting.get_taal_display()}, {tolk}"
            yield Bewijs(toelichting.uitgelegd_op, wat, toelichting.uitgelegd_door)
        if toelichting.erkend_op:
            wat = f"Bevestiging dat {passage} begrepen is"
            yield Bewijs(toelichting.erkend_op, wat, werknemer.naam)


def van_gesprekken(werknemer: Werknemer, lezer: Gebruiker | None) -> Iterator[Bewijs]:
    """Each note on the end goal; see `bewijs_van_openheid` for `lezer`."""
    leest = lezer is not None and mag_logboek_zien(lezer)
    notities = Notitie.objects.filter(werknemer=werknemer).over(Thema.EINDDOEL)
    if lezer is not None and leest:
        notities = notities.zichtbaar_voor(lezer).geldend()
    else:
        notities = notities.deelbaar()
    for notitie in notities.select_related("auteur").order_by("datum", "pk"):
        yield Bewijs(
            notitie.datum,
            f"{notitie.get_soort_display().capitalize()} over het einddoel",
            notitie.auteur.volledige_naam,
            notitie.tekst if leest else "",
            notitie.vertrouwelijk,
        )


def _passage(toelichting: Passagetoelichting) -> str:
    versie = f" ({toelichting.passage})" if toelichting.passage else ""
    return f"de bijzondere passage{versie}"


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
