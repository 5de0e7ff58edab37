"""Where the files of the law and the national values in the database differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.contrib.admin.models import LogEntry

from gedeeld.models import Auditregel
from gedeeld.weergeven import datum_kort, getal
from regels.domein.wettekst import Wetspost, Wetssleutel, Wetssoort, wet
from regels.models import Bron, Regelparameter, Regeltabel, Startpakket

# What the trail calls a change that came out of the files; any other is somebody's own.
UIT_DE_WET: Final = "uit de wet"
_EINDE: Final = "beëindigd"
_VERMELDING: Final = ("plaats", "citaat", "nagekeken_op", "toelichting")


@dataclass(frozen=True, slots=True)
class Wetsverschil:
    """What the files say, and what the database says: None where it is not there.

    `met_de_hand`: the operator wrote or changed what stands in the database.
    """

    bestand: Wetspost | None
    bank: Wetspost | None
    met_de_hand: bool

    @property
    def post(self) -> Wetspost:
        post = self.bestand or self.bank
        if post is None:
            raise ValueError("A difference is about something.")
        return post

    @property
    def wat(self) -> str:
        if self.bank is None:
            return "nieuw"
        return "weg" if self.bestand is None else "anders"

    @property
    def velden(self) -> list[tuple[str, str, str]]:
        """Field, old and new, as people read them; "" for what is not there."""
        oud = {} if self.bank is None else self.bank.velden
        nieuw = {} if self.bestand is None else self.bestand.velden
        namen = dict.fromkeys((*nieuw, *oud))
        return [
            (naam, in_tekst(oud.get(naam)), in_tekst(nieuw.get(naam)))
            for naam in namen
            if (oud.get(naam) or None) != (nieuw.get(naam) or None)
        ]


def wetsverschillen(posten: Iterable[Wetspost] | None = None) -> list[Wetsverschil]:
    """In the order of the files, what is gone last; a few short queries.

    A source that the operator added is none: only what the files name can be gone.
    """
    bestand = {post.sleutel: post for post in (wet() if posten is None else posten)}
    bank = {post.sleutel: post for post, _ in lees_bank()}
    anders = [
        sleutel for sleutel in {**bestand, **bank} if bestand.get(sleutel) != bank.get(sleutel)
    ]
    if not anders:
        return []
    handen = _met_de_hand()
    return [
        Wetsverschil(bestand.get(sleutel), bank.get(sleutel), sleutel in handen)
        for sleutel in anders
        if sleutel in bestand or sleutel[0] != Wetssoort.BRON
    ]


def loopt_gelijk() -> bool:
    """Whether the files and the database say the same, apart from what the operator wrote."""
    return all(verschil.met_de_hand for verschil in wetsverschillen())


def lees_bank() -> Iterator[tuple[Wetspost, Any]]:
    """Every national row as the files would say it, with the row itself."""
    for bron in Bron.objects.all():
        yield Wetspost(Wetssoort.BRON, bron.code, None, _van(bron, _BRONVELDEN)), bron
    landelijk = Regelparameter.objects.filter(organisatie=None).select_related("bron")
    for waarde in landelijk:
        yield _gedateerd(Wetssoort.WAARDE, waarde.code, waarde, "waarde"), waarde
    for tabel in Regeltabel.objects.select_related("bron"):
        rijen = {"rijen": tuple(tuple(rij) for rij in tabel.rijen)}
        yield _gedateerd(Wetssoort.TABEL, tabel.code, tabel, **rijen), tabel
    for pakket in Startpakket.objects.select_related("bron").prefetch_related("schijven"):
        velden = {
            "standaard": pakket.standaard,
            "schijven": tuple(pakket.treden),
            **_vermelding(pakket),
        }
        code = f"{pakket.soort} {pakket.variant}"
        yield Wetspost(Wetssoort.STARTPAKKET, code, pakket.geldig.van, velden), pakket


def in_tekst(waarde: Any) -> str:
    """A field of the law as people read it."""
    if waarde is None or waarde == "":
        return "niets"
    if isinstance(waarde, Decimal):
        return getal(waarde, 0 if waarde == waarde.to_integral_value() else 2)
    if isinstance(waarde, date):
        return datum_kort(waarde)
    if isinstance(waarde, tuple):
        return ", ".join("–".join(map(str, rij)) for rij in waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)


_BRONVELDEN: Final = ("titel", "adres", "datum", "zekerheid")


def _van(rij: Any, namen: Iterable[str]) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in namen}


def _vermelding(rij: Any) -> dict[str, Any]:
    return {"bron": "" if rij.bron is None else rij.bron.code, **_van(rij, _VERMELDING)}


def _gedateerd(soort: Wetssoort, code: str, rij: Any, *namen: str, **anders: Any) -> Wetspost:
    velden = _van(rij, (*namen, "zekerheid", "tegenspraak")) | anders | _vermelding(rij)
    return Wetspost(soort, code, rij.geldig.van, velden)


def _met_de_hand() -> set[Wetssleutel]:
    """What the operator wrote: the last row of the trail about it did not come from the files.

    Of start packages and sources Django's admin keeps that, in its own trail.
    """
    laatste = dict(
        Auditregel.objects.filter(soort="regelparameter", organisatie=None)
        .exclude(actie=_EINDE)
        .order_by("pk")
        .values_list("onderwerp_id", "actie")
    )
    gelogd = set(
        LogEntry.objects.filter(content_type__app_label="regels").values_list(
            "content_type__model", "object_id"
        )
    )
    return {
        post.sleutel
        for post, rij in lees_bank()
        if _eigen_hand(rij, laatste) or (rij._meta.model_name, str(rij.pk)) in gelogd
    }


def _eigen_hand(rij: Any, laatste: dict[int | None, str]) -> bool:
    return isinstance(rij, Regelparameter) and laatste.get(rij.pk, UIT_DE_WET) != UIT_DE_WET
