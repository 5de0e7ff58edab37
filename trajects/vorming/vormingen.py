"""Training: entered once with everybody who takes part, and what came of it for each."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NotRequired, TypedDict, Unpack, cast

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit, verkeerd_om
from trajects.keuzes import Standdeelname, Vormingsstand
from trajects.logboek.bestanden import Bestand
from trajects.logboek.bijlagen import voeg_bijlage_toe
from trajects.models import Deelname, Vormingsactie
from trajects.rechten import mag_vormingsfonds_zien
from trajects.schrijvers import DEELNAMES, VORMINGEN
from trajects.vorming.deelnemers import eis_eigen_deelnemers
from werknemers.models import Werknemer


class Vormingsgegevens(TypedDict):
    """`uren` per participant, `kost` in euro in all; the last day is part of the training.

    Without `kost` it stays as it is: not everybody sees amounts.
    """

    titel: str
    thema: str
    aanbieder: str
    formule: str
    eerste_dag: date
    laatste_dag: date
    uren: Decimal | None
    kost: NotRequired[Decimal | None]


class Fondsgegevens(TypedDict):
    """What the Vormingsfonds LDE was asked and answered; amounts in euro."""

    fondsoordeel: str
    fonds_waarom: str
    gevraagd_op: date | None
    beslist_op: date | None
    bedrag_gevraagd: Decimal | None
    bedrag_toegekend: Decimal | None
    bedrag_betaald: Decimal | None


class Deelnamegegevens(TypedDict):
    """`uren` None: those of the training."""

    stand: str
    uren: Decimal | None
    resultaat: str
    attest: str
    attest_vervalt_op: date | None


def voeg_vorming_toe(
    *, door: Gebruiker, deelnemers: Iterable[Werknemer], **gegevens: Unpack[Vormingsgegevens]
) -> Vormingsactie:
    """A training of the organisation with its participants. Raises ValidationError by field."""
    with als_zin():
        vorming = Vormingsactie(organisatie_id=cast(int, door.organisatie_id))
        _bewaar_vorming(vorming, gegevens, door=door)
        schrijf_in(vorming, deelnemers, door=door)
    return vorming


def wijzig_vorming(
    vorming: Vormingsactie,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Vormingsgegevens],
) -> Vormingsactie:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        huidig = VORMINGEN.vergrendel(vorming, gezien)
        eis_eigen_deelnemers(huidig, door)
        return _bewaar_vorming(huidig, gegevens, door=door)


def annuleer(vorming: Vormingsactie, *, door: Gebruiker, geannuleerd: bool = True) -> Vormingsactie:
    """Call it off, or have it go on after all; who would take part stays to be read.

    Raises ValidationError when somebody followed it.
    """
    with als_zin():
        huidig = VORMINGEN.vergrendel(vorming)
        eis_eigen_deelnemers(huidig, door)
        if geannuleerd and huidig.deelnames.filter(stand=Standdeelname.AANWEZIG).exists():
            raise ValidationError("Er was al iemand aanwezig. Annuleren kan dan niet meer.")
        actie = "geannuleerd" if geannuleerd else "gaat toch door"
        VORMINGEN.schrijf(huidig, {"geannuleerd": geannuleerd}, door=door, actie=actie)
    return huidig


def wijzig_fonds(
    vorming: Vormingsactie,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    bijlagen: Sequence[Bestand] = (),
    **gegevens: Unpack[Fondsgegevens],
) -> Vormingsactie:
    """What the fund was asked and answered, with what proves it: all of it is kept, or nothing.

    Raises ValidationError by field.
    """
    if not mag_vormingsfonds_zien(door):
        raise ValidationError("De bedragen van het fonds vult de coördinator of HR in.")
    for veld in ("gevraagd_op", "beslist_op"):
        if (dag := gegevens[veld]) and dag > vandaag():
            raise ValidationError({veld: "Kies vandaag of een dag die voorbij is."})
    with als_zin():
        huidig = VORMINGEN.vergrendel(vorming, gezien)
        VORMINGEN.schrijf(huidig, gegevens, door=door, actie="fonds gewijzigd")
        for bestand in bijlagen:
            voeg_bijlage_toe(bestand, door=door, vorming=huidig)
    return huidig


def schrijf_in(
    vorming: Vormingsactie, deelnemers: Iterable[Werknemer], *, door: Gebruiker
) -> list[Deelname]:
    """Add participants; who takes part already is left as is. Returns the new participations.

    Raises ValidationError for a training that was called off.
    """
    with als_zin():
        if VORMINGEN.vergrendel(vorming).geannuleerd:
            raise ValidationError("Deze vorming is geannuleerd. Er kan niemand meer bij.")
        erbij = set(vorming.deelnames.values_list("werknemer", flat=True))
        return [
            _nieuwe_deelname(vorming, werknemer, door)
            for werknemer in sorted(deelnemers, key=lambda werknemer: werknemer.pk)
            if werknemer.pk not in erbij
        ]


def wijzig_deelname(
    deelname: Deelname,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    bijlagen: Sequence[Bestand] = (),
    **gegevens: Unpack[Deelnamegegevens],
) -> Deelname:
    """How it went for one participant, with the files of the attest: all is kept, or nothing.

    Raises ValidationError by field.
    """
    with als_zin():
        huidig = DEELNAMES.vergrendel(deelname, gezien)
        if gegevens["attest_vervalt_op"] and not gegevens["attest"]:
            raise ValidationError({"attest": "Zeg welk attest op die dag vervalt."})
        if huidig.stand != gegevens["stand"]:
            _eis_begonnen(huidig.vorming, gegevens["stand"])
        DEELNAMES.schrijf(huidig, gegevens, door=door)
        for bestand in bijlagen:
            voeg_bijlage_toe(bestand, door=door, deelname=huidig)
    return huidig


def schrijf_uit(deelname: Deelname, *, door: Gebruiker) -> None:
    """Take a participant off a training that has not been followed. Raises ValidationError."""
    with als_zin():
        huidig = DEELNAMES.vergrendel(deelname)
        if huidig.stand == Standdeelname.AANWEZIG:
            raise ValidationError(
                "Deze vorming is gevolgd. Zet de deelname op afwezig als dat niet klopt."
            )
        DEELNAMES.verwijder(huidig, door=door, actie="uitgeschreven")


def _eis_begonnen(vorming: Vormingsactie, stand: str) -> None:
    """Nobody was at a training that has not begun or that was called off."""
    if stand != Standdeelname.AANWEZIG:
        return
    if vorming.geannuleerd:
        raise ValidationError({"stand": "Deze vorming is geannuleerd: niemand was aanwezig."})
    if vorming.stand_op(vandaag()) == Vormingsstand.GEPLAND:
        eerste_dag = datum_voluit(vorming.periode.van)
        raise ValidationError({"stand": f"Deze vorming begint pas op {eerste_dag}."})


def _nieuwe_deelname(vorming: Vormingsactie, werknemer: Werknemer, door: Gebruiker) -> Deelname:
    if werknemer.organisatie_id != vorming.organisatie_id:
        raise ValidationError({"deelnemers": "Kies werknemers van je eigen organisatie."})
    deelname = Deelname(vorming=vorming, werknemer=werknemer)
    velden = {"stand": Standdeelname.GEPLAND}
    DEELNAMES.schrijf(deelname, velden, door=door, actie="ingeschreven")
    return deelname


def _bewaar_vorming(
    vorming: Vormingsactie, gegevens: Vormingsgegevens, *, door: Gebruiker
) -> Vormingsactie:
    velden: dict[str, Any] = dict(gegevens)
    eerste, laatste = velden.pop("eerste_dag"), velden.pop("laatste_dag")
    if laatste < eerste:
        raise ValidationError({"laatste_dag": verkeerd_om(eerste, laatste)})
    velden["periode"] = Periode.tem(eerste, laatste)
    VORMINGEN.schrijf(vorming, velden, door=door)
    return vorming
