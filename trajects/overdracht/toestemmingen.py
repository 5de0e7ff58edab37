"""Consent to share with a next employer: given, withdrawn; and what was shared within it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort
from trajects.keuzes import Deelbaar, Toestemmingswijze
from trajects.models import Overdracht, Toestemming
from trajects.schrijvers import OVERDRACHTEN, TOESTEMMINGEN


@dataclass(frozen=True, slots=True)
class Deelstand:
    """Where the consents of one hand-over stand; each in the order in which things are shared."""

    toestemmingen: tuple[Toestemming, ...]

    @property
    def te_delen(self) -> tuple[Toestemming, ...]:
        """Agreed to and not shared yet."""
        return tuple(t for t in self.geldend if t.gedeeld_op is None)

    @property
    def gedeeld(self) -> tuple[Toestemming, ...]:
        """What was ever shared, also when the consent was withdrawn afterwards."""
        return tuple(t for t in self.toestemmingen if t.gedeeld_op is not None)

    @property
    def op_papier(self) -> tuple[Deelbaar, ...]:
        """Shared, with consent that still stands: what a document for the employer may hold."""
        return tuple(Deelbaar(t.wat) for t in self.geldend if t.gedeeld_op is not None)

    @property
    def geldend(self) -> tuple[Toestemming, ...]:
        return tuple(t for t in self.toestemmingen if t.ingetrokken_op is None)

    @property
    def ingetrokken(self) -> tuple[Toestemming, ...]:
        return tuple(t for t in self.toestemmingen if t.ingetrokken_op is not None)

    @property
    def te_vragen(self) -> tuple[Deelbaar, ...]:
        """For which there is no consent now."""
        gegeven = {toestemming.wat for toestemming in self.geldend}
        return tuple(wat for wat in Deelbaar if wat.value not in gegeven)


def deelstand(overdracht: Overdracht) -> Deelstand:
    """One query, none when `toestemmingen` was prefetched."""
    volgorde = {wat: plaats for plaats, wat in enumerate(Deelbaar.values)}
    rijen = overdracht.toestemmingen.all()
    return Deelstand(tuple(sorted(rijen, key=lambda t: (volgorde[t.wat], t.pk))))


def geef_toestemming(
    overdracht: Overdracht,
    *,
    door: Gebruiker,
    wat: Iterable[Deelbaar],
    gegeven_op: date,
    wijze: Toestemmingswijze,
) -> list[Toestemming]:
    """Write down what the employee agreed to share with this employer, when and how.

    Raises ValidationError by field, also for what was agreed to already.
    """
    with als_zin():
        huidig = OVERDRACHTEN.vergrendel(overdracht)
        keuze = _eis_keuze(wat)
        _eis_voorbij("gegeven_op", gegeven_op)
        if al := [deel for deel in keuze if deel not in deelstand(huidig).te_vragen]:
            zin = f"Er is al toestemming voor: {_opsomming(al)}. Vink dat uit."
            raise ValidationError({"wat": zin})
        return [
            _schrijf(
                Toestemming(overdracht=huidig),
                {"wat": deel, "gegeven_op": gegeven_op, "wijze": wijze},
                door,
                "toestemming",
            )
            for deel in keuze
        ]


def markeer_gedeeld(
    overdracht: Overdracht, *, door: Gebruiker, wat: Iterable[Deelbaar], op: date
) -> list[Toestemming]:
    """Write down what was passed on, on which day. Raises ValidationError without consent for it,
    and for what stands as shared already."""
    with als_zin():
        keuze = _eis_keuze(wat)
        _eis_voorbij("op", op)
        per_deel = {t.wat: t for t in deelstand(OVERDRACHTEN.vergrendel(overdracht)).te_delen}
        if zonder := [deel for deel in keuze if deel.value not in per_deel]:
            zin = f"Dit kun je niet delen: {_opsomming(zonder)}. Vraag er eerst toestemming voor."
            raise ValidationError({"wat": zin})
        gekozen = [per_deel[deel.value] for deel in keuze]
        _eis_erna("op", op, gekozen, "Delen")
        return [_schrijf(t, {"gedeeld_op": op}, door, "gedeeld") for t in gekozen]


def maak_delen_ongedaan(toestemming: Toestemming, *, door: Gebruiker) -> Toestemming:
    """It was not shared after all: a slip of the thumb. Raises ValidationError after withdrawal."""
    with als_zin():
        OVERDRACHTEN.vergrendel(toestemming.overdracht)
        huidig = TOESTEMMINGEN.vergrendel(toestemming)
        if huidig.ingetrokken_op is not None:
            raise ValidationError("De toestemming is ingetrokken. Wat gedeeld is, blijft staan.")
        if huidig.gedeeld_op is None:
            return huidig
        return _schrijf(huidig, {"gedeeld_op": None}, door, "niet gedeeld")


def trek_toestemming_in(
    overdracht: Overdracht, *, door: Gebruiker, wat: Iterable[Deelbaar], op: date
) -> list[Toestemming]:
    """From the day `op` nothing more of it is shared; what was shared before stays on file."""
    with als_zin():
        keuze = _eis_keuze(wat)
        _eis_voorbij("op", op)
        geldend = deelstand(OVERDRACHTEN.vergrendel(overdracht)).geldend
        gekozen = [t for t in geldend if t.wat in keuze]
        _eis_erna("op", op, gekozen, "Intrekken")
        return [_schrijf(t, {"ingetrokken_op": op}, door, "ingetrokken") for t in gekozen]


def _eis_keuze(wat: Iterable[Deelbaar]) -> list[Deelbaar]:
    keuze = list(wat)
    if not keuze:
        raise ValidationError({"wat": "Kies minstens één ding."})
    return keuze


def _eis_voorbij(veld: str, dag: date) -> None:
    if dag > vandaag():
        raise ValidationError({veld: "Kies vandaag of een dag die voorbij is."})


def _eis_erna(veld: str, dag: date, toestemmingen: Iterable[Toestemming], werkwoord: str) -> None:
    laatste = max((t.gegeven_op for t in toestemmingen), default=dag)
    if dag < laatste:
        zin = f"{werkwoord} kan pas vanaf de dag van de toestemming ({datum_kort(laatste)})."
        raise ValidationError({veld: zin})


def _opsomming(delen: Iterable[Deelbaar]) -> str:
    return ", ".join(deel.label for deel in delen)


def _schrijf(
    toestemming: Toestemming, velden: dict[str, Any], door: Gebruiker, actie: str
) -> Toestemming:
    TOESTEMMINGEN.schrijf(toestemming, velden, door=door, actie=actie)
    return toestemming
