"""The values of one parameter as they follow on each other, and where a new one fits in."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django.core.exceptions import ValidationError

from gebruikers.models import Organisatie
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.periode import Periode
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode, Zekerheid
from regels.models import Bron, Regelparameter


@dataclass(frozen=True, slots=True)
class Parameterwijziging:
    """`waarde` counts from the day `van`, in the unit of `code`, until the next value that is
    known; None: the organisation goes back to the national one.

    Without organisation it holds for everybody. `bron` or `bronvermelding` says where from.
    """

    code: Parametercode
    van: date
    organisatie: Organisatie | None
    waarde: Decimal | None
    bron: Bron | None = None
    bronvermelding: str = ""
    zekerheid: Zekerheid = Zekerheid.E
    toelichting: str = ""
    tegenspraak: str = ""

    @property
    def organisatie_id(self) -> int | None:
        return None if self.organisatie is None else self.organisatie.pk

    def als_rij(self, geldig: Periode) -> Regelparameter:
        """Not saved."""
        return Regelparameter(
            code=self.code, organisatie=self.organisatie, geldig=geldig, **self.velden()
        )

    def velden(self) -> dict[str, object]:
        """What a value says, without where and when."""
        return {
            "waarde": self.waarde,
            "bron": self.bron,
            "bronvermelding": self.bronvermelding,
            "zekerheid": self.zekerheid,
            "toelichting": self.toelichting,
            "tegenspraak": self.tegenspraak,
        }


@dataclass(frozen=True, slots=True)
class Keten:
    """The national values of one code, or those of one organisation; in order of time."""

    rijen: tuple[Regelparameter, ...]

    @property
    def kenmerk(self) -> str:
        """Another text as soon as anybody changes the chain."""
        stand = [(rij.pk, rij.gewijzigd_op.isoformat(), str(rij.geldig)) for rij in self.rijen]
        return sha256(repr(stand).encode()).hexdigest()[:20]

    def op(self, dag: date) -> Regelparameter | None:
        return next((rij for rij in self.rijen if dag in rij.geldig), None)

    def plaats(self, wijziging: Parameterwijziging) -> Periode:
        """The days on which the change counts: until the value that follows.

        Raises ValidationError at `van` for a hole in the national values, or when there is no own
        value to leave.
        """
        vorige = self.op(wijziging.van)
        if vorige is not None:
            return Periode(wijziging.van, vorige.geldig.tot)
        if wijziging.waarde is None:
            dag = datum_voluit(wijziging.van)
            raise ValidationError(
                {"van": f"Op {dag} geldt er geen eigen waarde. Kies een dag waarop ze geldt."}
            )
        if wijziging.organisatie is None:
            self._weiger_gat(wijziging.van)
        later = (rij.geldig.van for rij in self.rijen if rij.geldig.van > wijziging.van)
        return Periode(wijziging.van, min(later, default=None))

    def na(self, wijziging: Parameterwijziging) -> tuple[Regelparameter, ...]:
        """The chain as it would be; rows that change are copies, and nothing is saved."""
        plaats = self.plaats(wijziging)
        return tuple(sorted(self._na(wijziging, plaats), key=lambda rij: rij.geldig))

    def _na(self, wijziging: Parameterwijziging, plaats: Periode) -> Iterator[Regelparameter]:
        vorige = self.op(wijziging.van)
        for rij in self.rijen:
            if rij is not vorige:
                yield rij
            elif rij.geldig.van < wijziging.van:
                kort = copy(rij)
                kort.geldig = Periode(rij.geldig.van, wijziging.van)
                yield kort
        if wijziging.waarde is not None:
            yield wijziging.als_rij(plaats)

    def _weiger_gat(self, van: date) -> None:
        """Own values may have holes: there the national one counts. National ones may not."""
        einden = [rij.geldig.tot for rij in self.rijen if rij.geldig.voorbij(van)]
        laatste = max((tot for tot in einden if tot is not None), default=van)
        if laatste < van:
            zin = (
                f"Dan geldt er van {datum_voluit(laatste)} tot {datum_voluit(van)} geen waarde. "
                f"Laat de waarde beginnen op {datum_voluit(laatste)}."
            )
            raise ValidationError({"van": zin})


def laad_keten(code: str, organisatie: Organisatie | None) -> Keten:
    """One query."""
    rijen = Regelparameter.objects.filter(code=code, organisatie=organisatie)
    return Keten(tuple(rijen.select_related("bron").order_by("geldig")))


def vergrendel_keten(code: str, organisatie: Organisatie | None) -> Keten:
    """As `laad_keten`; nobody else changes it until the transaction of the caller ends."""
    if organisatie is not None:
        ORGANISATIES.vergrendel(organisatie)
    else:
        landelijk = Regelparameter.objects.filter(code=code, organisatie=None)
        list(landelijk.select_for_update().order_by("pk").values_list("pk"))
    return laad_keten(code, organisatie)
