"""Adds, changes and removes advice, with the premium steps that were set by hand."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NotRequired, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort
from regels.keuzes import EIGEN_SCHIJVEN, SoortAdvies
from werknemers.domein.aannemelijk import eis_nagekeken, vreemd_advies, vreemde_verlenging
from werknemers.domein.adviesloop import besloten_over, volledige_periode
from werknemers.domein.schijven import Schijf, eigen_schijven
from werknemers.domein.termijn import bereken_periode
from werknemers.models import Adviesperiode, Premieschijf, Werknemer
from werknemers.schrijvers import ADVIEZEN, WERKNEMERS, schijven_in_woorden


class Adviesgegevens(TypedDict):
    """`begin` when it is not the quarter of the decision; `laatste_dag` only without a fixed term;
    `schijven` only after an evaluation; `bijgetelde_dagen` only of an LDE transition. `nagekeken`:
    somebody says that what looks odd is right."""

    soort: str
    besluitdatum: date
    begin: date | None
    laatste_dag: date | None
    begeleidingsniveau: str
    schijven: Sequence[Schijf]
    bijgetelde_dagen: NotRequired[int]
    nagekeken: NotRequired[bool]


def voeg_advies_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Adviesgegevens]
) -> Adviesperiode:
    """Add an advice; one that begins the day after another extends it. Raises ValidationError."""
    with als_zin():
        advies = Adviesperiode(werknemer=WERKNEMERS.vergrendel(werknemer))
        return _bewaar(advies, gegevens, door=door)


def wijzig_advies(
    advies: Adviesperiode,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    **gegevens: Unpack[Adviesgegevens],
) -> Adviesperiode:
    """Change an advice and its steps; returns it as it is now. Raises ValidationError.

    `gezien` as in `gelijktijdig.vergrendel`.
    """
    with als_zin():
        huidig = ADVIEZEN.vergrendel(advies, gezien)
        return _bewaar(huidig, gegevens, door=door)


def verwijder_advies(
    advies: Adviesperiode, *, door: Gebruiker, gezien: datetime | None = None
) -> Werknemer:
    """Remove an advice that was entered by mistake, and say whose it was.

    Raises ValidationError when it changed since `gezien`. `meegewist.gaat_mee` says what goes too.
    """
    with als_zin():
        huidig = ADVIEZEN.vergrendel(advies, gezien)
        ADVIEZEN.verwijder(huidig, door=door)
        return huidig.werknemer


def controleer_schijven(soort: str, periode: Periode, schijven: Sequence[Schijf]) -> None:
    """Own steps stand with an advice after an evaluation only; there they fill it without a gap.

    Raises ValidationError on `schijven`.
    """
    if soort not in EIGEN_SCHIJVEN:
        if schijven:
            zin = "Zelf percentages invullen kan alleen bij een advies na evaluatie."
            raise ValidationError({"schijven": zin})
        return
    if not schijven:
        raise ValidationError({"schijven": "Vul na een evaluatie zelf de percentages in."})
    eis_aansluitend(periode, sorted(schijven, key=lambda schijf: schijf.periode))


def eis_aansluitend(periode: Periode, schijven: Sequence[Schijf]) -> None:
    """The steps, in order, fill the period without a gap. Raises ValidationError on `schijven`."""
    verwacht: date | None = periode.van
    for schijf in schijven:
        if schijf.periode.van != verwacht:
            zin = (
                f"Er hoort een schijf te beginnen op {datum_kort(verwacht or schijf.periode.van)}, "
                f"maar de volgende begint op {datum_kort(schijf.periode.van)}. "
                "Elke schijf begint op de dag na de vorige."
            )
            raise ValidationError({"schijven": zin})
        verwacht = schijf.periode.tot
    if verwacht != periode.tot and periode.laatste_dag is not None:
        zin = f"De laatste schijf eindigt op {datum_kort(periode.laatste_dag)}, zoals het advies."
        raise ValidationError({"schijven": zin})


def _bewaar(advies: Adviesperiode, gegevens: Adviesgegevens, *, door: Gebruiker) -> Adviesperiode:
    nagekeken = gegevens.pop("nagekeken", False)
    velden: dict[str, Any] = dict(gegevens)
    velden["periode"] = bereken_periode(
        velden["soort"], velden["besluitdatum"], velden.pop("begin"), velden.pop("laatste_dag")
    )
    _eis_zelfde_besluit(advies, velden["besluitdatum"])
    _eis_nagekeken(advies, velden, nagekeken=nagekeken)
    if velden["soort"] != SoortAdvies.LDE_OVERGANG:
        velden["bijgetelde_dagen"] = 0
    schijven = sorted(velden.pop("schijven"), key=lambda schijf: schijf.periode)
    controleer_schijven(velden["soort"], velden["periode"], schijven)
    if advies.pk and besloten_over(advies):
        velden["periode"] = _na_besluiten(advies, velden)
    waren = eigen_schijven(advies) if advies.pk else ()
    erbij = {"schijven": (schijven_in_woorden(waren), schijven_in_woorden(schijven))}
    if ADVIEZEN.schrijf(advies, velden, door=door, erbij=erbij):
        _vervang_schijven(advies, schijven)
    return advies


def _eis_zelfde_besluit(advies: Adviesperiode, besluitdatum: date) -> None:
    """What began by a decision on file keeps the date of it. Raises ValidationError by field."""
    if advies.pk is None or besluitdatum == advies.besluitdatum:
        return
    door = advies.verleend_door.first()
    if door is not None and door.besluitdatum != besluitdatum:
        raise ValidationError({"besluitdatum": datum_van_besluit(door.besluitdatum)})


def datum_van_besluit(besluit: date | None) -> str:
    """Why an advice that began by a decision on file cannot get another date."""
    van = f" van {datum_kort(besluit)}" if besluit else ""
    return f"Dit advies begon door een beslissing{van}. Wijzig de datum bij die beslissing."


def _eis_nagekeken(advies: Adviesperiode, velden: dict[str, Any], *, nagekeken: bool) -> None:
    was = (advies.soort, advies.besluitdatum, advies.periode.van) if advies.pk else None
    soort, begin = velden["soort"], velden["periode"].van
    zinnen = [vreemd_advies(soort, velden["besluitdatum"], begin, was=was, op=vandaag())]
    if was is None or (was[0], was[2]) != (soort, begin):
        andere = advies.werknemer.adviezen.exclude(pk=advies.pk).values_list("soort", "periode")
        zinnen.append(vreemde_verlenging(soort, begin, andere))
    eis_nagekeken(zinnen, nagekeken=nagekeken)


def _na_besluiten(advies: Adviesperiode, velden: dict[str, Any]) -> Periode:
    """The period as decisions made it: they are about an advice of this kind, on these days."""
    vol = volledige_periode(advies)
    if (velden["soort"], velden["periode"]) != (advies.soort, vol):
        raise ValidationError(
            f"Bij dit advies ({vol}) staat een beslissing die ervan afhangt. Verwijder eerst die, "
            "dan kun je de soort, het begin en het einde veranderen."
        )
    periode: Periode = advies.periode
    return periode


def _vervang_schijven(advies: Adviesperiode, schijven: Sequence[Schijf]) -> None:
    advies.schijven.filter(gebeurtenis=None).delete()
    Premieschijf.objects.bulk_create(
        Premieschijf(advies=advies, periode=schijf.periode, percentage=schijf.percentage)
        for schijf in schijven
    )
