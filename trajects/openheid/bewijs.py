"""What shows that the end goal of the job was talked about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gebruikers.models import Gebruiker
from trajects.keuzes import Thema
from trajects.models import Notitie, Passagetoelichting
from trajects.rechten import mag_logboek_zien
from werknemers.models import Werknemer


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
