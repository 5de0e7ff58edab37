"""The one search box: people, whatever their contract says today, and the words of notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import OuterRef, QuerySet, Subquery

from gebruikers.models import Gebruiker
from gedeeld.periode import dag_ervoor
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.models import Notitie
from trajects.rechten import mag_logboek_zien
from werknemers.models import Arbeidsovereenkomst, Werknemer

# Who is not among the first, is looked for with another word, or in the list of employees.
HOOGSTENS_MENSEN: Final = 20
HOOGSTENS_NOTITIES: Final = 10


@dataclass(frozen=True, slots=True)
class Persoonsregel:
    """`stand`: where the employee works, or why not (any more, yet)."""

    werknemer: Werknemer
    stand: str


@dataclass(frozen=True, slots=True)
class Zoekuitkomst:
    """The first of each; there are more when `meer_mensen` or `meer_notities`. `notities` is None
    for who may not read any."""

    tekst: str
    mensen: Sequence[Persoonsregel]
    meer_mensen: bool
    notities: Sequence[Notitie] | None
    meer_notities: bool

    @property
    def zin(self) -> str:
        """How much was found, to be said aloud."""
        if not self.tekst:
            return "Typ wat je zoekt."
        delen = [_hoeveel(len(self.mensen), self.meer_mensen, "werknemer", "werknemers")]
        if self.notities is not None:
            aantal = len(self.notities)
            delen.append(_hoeveel(aantal, self.meer_notities, "notitie", "notities"))
        return f"{' en '.join(delen)} gevonden."


def zoek_overal(gebruiker: Gebruiker, tekst: str, op: date) -> Zoekuitkomst:
    """At most two queries; none without a text."""
    leest = mag_logboek_zien(gebruiker)
    if not tekst:
        return Zoekuitkomst("", (), False, () if leest else None, False)
    mensen = list(_mensen(gebruiker, tekst, op)[: HOOGSTENS_MENSEN + 1])
    notities = list(_notities(gebruiker, tekst)[: HOOGSTENS_NOTITIES + 1]) if leest else []
    return Zoekuitkomst(
        tekst,
        [Persoonsregel(rij, _stand(rij)) for rij in mensen[:HOOGSTENS_MENSEN]],
        len(mensen) > HOOGSTENS_MENSEN,
        notities[:HOOGSTENS_NOTITIES] if leest else None,
        len(notities) > HOOGSTENS_NOTITIES,
    )


def _mensen(gebruiker: Gebruiker, tekst: str, op: date) -> QuerySet[Any]:
    contracten = Arbeidsovereenkomst.objects.filter(
        werknemer=OuterRef("pk"), organisatie=OuterRef("organisatie")
    )
    straks = contracten.filter(periode__startswith__gt=op).order_by("periode__startswith")
    eerder = contracten.filter(periode__endswith__lte=op).order_by("-periode__endswith")
    gevonden = Werknemer.objects.zichtbaar_voor(gebruiker).zoek(tekst).met_huidig_contract(op)
    return gevonden.annotate(
        begint_op=Subquery(straks.values("periode__startswith")[:1]),
        weg_sinds=Subquery(eerder.values("periode__endswith")[:1]),
    ).order_by("familienaam", "voornaam", "pk")


def _stand(rij: Any) -> str:
    if rij.dienst_naam:
        return str(rij.dienst_naam)
    if rij.begint_op:
        return f"begint op {datum_voluit(rij.begint_op)}"
    if rij.weg_sinds:
        return f"vertrok op {datum_voluit(dag_ervoor(rij.weg_sinds))}"
    return "zonder contract"


def _notities(gebruiker: Gebruiker, tekst: str) -> QuerySet[Notitie]:
    gevonden = Notitie.objects.zichtbaar_voor(gebruiker).geldend().zoek(tekst)
    met_wie = gevonden.select_related("werknemer", "auteur").defer("werknemer__insz")
    return met_wie.met_vondsten(tekst, heel=False)


def _hoeveel(aantal: int, meer: bool, enkel: str, meervoudig: str) -> str:
    return f"meer dan {aantal} {meervoudig}" if meer else meervoud(aantal, enkel, meervoudig)
