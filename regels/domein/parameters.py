"""The value of a Regelparameter on a day, for an organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import CharField, F, QuerySet
from django.db.models.functions import Cast

from gedeeld.meelezen import Meelijst, mee
from gedeeld.periode import Periode
from gedeeld.vastevraag import vaste_vraag
from gedeeld.weergeven import bedrag, datum_kort, getal
from regels.keuzes import ALLEEN_EIGEN, BIJ_BETALING, EENHEID, FINANCIEEL, Eenheid, Parametercode
from regels.models import Regelparameter
from regels.models.parameter import RegelparameterQuerySet


class ParameterOnbekend(LookupError):
    """No value of this parameter is in force on the day, or its value is not known."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Every parameter in force on the day `op` for one organisation; read once, asked often."""

    op: date
    gevonden: dict[str, Regelparameter]

    def regel(self, code: Parametercode) -> Regelparameter | None:
        """The row with value, source and certainty; None when there is none."""
        return self.gevonden.get(code)

    def waarde(self, code: Parametercode) -> Decimal | None:
        """The value in the unit of the code; None when it is not known."""
        regel = self.regel(code)
        return None if regel is None else regel.waarde

    def bekend(self, code: Parametercode) -> Decimal:
        """The value in the unit of the code. Raises ParameterOnbekend."""
        waarde = self.waarde(code)
        if waarde is None:
            raise ParameterOnbekend(f"{code.label} is niet bekend op {datum_kort(self.op)}.")
        return waarde

    def aantal(self, code: Parametercode) -> int:
        """A whole number of weeks or months. Raises ParameterOnbekend."""
        return int(self.bekend(code))

    def bronnen(self, *codes: Parametercode) -> str:
        """Where the values of these codes come from and how sure that is, each source once."""
        gevonden = [regel for code in codes if (regel := self.regel(code))]
        return "; ".join(dict.fromkeys(regel.bron_in_woorden for regel in gevonden))

    def tegenspraak(self, code: Parametercode) -> str:
        """What other sources say instead; "" when none does."""
        regel = self.regel(code)
        return "" if regel is None else regel.tegenspraak

    def toelichting(self, code: Parametercode) -> str:
        """What is said about the value, and what other sources say instead."""
        regel = self.regel(code)
        delen = (regel.toelichting, regel.tegenspraak) if regel else ()
        return " ".join(deel for deel in delen if deel)


@dataclass(frozen=True, slots=True)
class Parameterverloop:
    """Every value of one organisation, the national ones first; for more days than one."""

    rijen: tuple[Regelparameter, ...]

    def op(self, dag: date) -> Parameters:
        """What is in force on the day; a value of the organisation goes before the national one."""
        return Parameters(dag, {rij.code: rij for rij in self.rijen if dag in rij.geldig})

    def met_keten(
        self, code: str, organisatie_id: int | None, keten: Iterable[Regelparameter]
    ) -> "Parameterverloop":
        """As if these were the national values of the code, or those of this organisation."""
        rest = [r for r in self.rijen if (r.code, r.organisatie_id) != (code, organisatie_id)]
        return Parameterverloop(_eigen_laatst([*rest, *keten]))

    def alleen(self, *codes: Parametercode) -> "Parameterverloop":
        """Only of these codes, for who asks for very many days."""
        return Parameterverloop(tuple(rij for rij in self.rijen if rij.code in codes))

    def hoogste(self, code: Parametercode) -> Decimal:
        """The highest value that was ever in force; 0 when none is known."""
        waarden = (rij.waarde for rij in self.rijen if rij.code == code)
        return max((waarde for waarde in waarden if waarde is not None), default=Decimal(0))


def laad_parameterverloop(organisatie_id: int | None) -> Parameterverloop:
    """One query."""
    if organisatie_id is None:
        return Parameterverloop(_op_volgorde(Regelparameter.objects.van(None)))
    return Parameterverloop(_eigen_laatst(_rijen_van(organisatie_id)))


def laad_rekenwaarden(organisatie_id: int) -> Parameterverloop:
    """What a forecast counts with, and payments beside it, for who shows no source: that would be
    read row by row. One query."""
    return Parameterverloop(_eigen_laatst(_rekenwaarden_van(organisatie_id)))


@vaste_vraag
def _rekenwaarden_van(organisatie: int) -> QuerySet[Regelparameter]:
    rijen = Regelparameter.objects.van(organisatie).filter(code__in=(*FINANCIEEL, *BIJ_BETALING))
    return rijen.only("code", "organisatie", "waarde", "geldig")


@vaste_vraag
def _rijen_van(organisatie: int) -> QuerySet[Regelparameter]:
    return Regelparameter.objects.van(organisatie).select_related("bron")


def parameters_mee(parameters: RegelparameterQuerySet) -> Meelijst:
    """Values to read along in another query; `meegelezen_verloop` knows which one counts."""
    return mee(
        parameters,
        "code",
        "organisatie_id",
        waarde=Cast("waarde", CharField()),
        van=F("geldig__startswith"),
        tot=F("geldig__endswith"),
    )


def meegelezen_verloop(rijen: Iterable[Mapping[str, Any]]) -> Parameterverloop:
    """From `parameters_mee`: values and their days, without source."""
    return Parameterverloop(_eigen_laatst(map(_meegelezen, rijen)))


def _meegelezen(rij: Mapping[str, Any]) -> Regelparameter:
    tot = rij["tot"] and date.fromisoformat(rij["tot"])
    return Regelparameter(
        code=rij["code"],
        organisatie_id=rij["organisatie_id"],
        waarde=rij["waarde"] and Decimal(rij["waarde"]),
        geldig=Periode(date.fromisoformat(rij["van"]), tot),
    )


def laad_parameters(op: date, organisatie_id: int | None) -> Parameters:
    """One query; as `Parameterverloop.op` for one day."""
    rijen = _op_volgorde(Regelparameter.objects.van(organisatie_id).op(op))
    return Parameterverloop(rijen).op(op)


def _op_volgorde(rijen: RegelparameterQuerySet) -> tuple[Regelparameter, ...]:
    """Those of an organisation last."""
    return _eigen_laatst(rijen.select_related("bron"))


def _eigen_laatst(rijen: Iterable[Regelparameter]) -> tuple[Regelparameter, ...]:
    return tuple(sorted(rijen, key=lambda rij: bool(rij.organisatie_id)))


@dataclass(frozen=True, slots=True)
class Parameterregel:
    """What is known of one code on a day; `parameter` None when nothing is in force."""

    code: Parametercode
    parameter: Regelparameter | None

    @property
    def waarde_in_woorden(self) -> str:
        """As in "18 maanden" or "€ 12,50"; "niet gekend" when no value is known."""
        return in_woorden(self.code, None if self.parameter is None else self.parameter.waarde)


_PER: Final = {
    Eenheid.EURO_PER_MAAND: "per maand",
    Eenheid.EURO_PER_KWARTAAL: "per kwartaal",
}


def in_woorden(code: str, waarde: Decimal | None) -> str:
    """A value in the unit of its code: "18 maanden", "€ 12,50", "ja", "niet gekend"; "geen eigen
    waarde" of what each organisation has for itself."""
    if waarde is None:
        return "geen eigen waarde" if code in ALLEEN_EIGEN else "niet gekend"
    eenheid = eenheid_van(code)
    if eenheid == Eenheid.JA_NEE:
        return "ja" if waarde else "nee"
    if eenheid == Eenheid.EURO:
        return bedrag(waarde)
    if eenheid in _PER:
        return f"{bedrag(waarde)} {_PER[eenheid]}"
    cijfers = getal(waarde, 0 if waarde == waarde.to_integral_value() else 2)
    if eenheid in (Eenheid.KWARTAAL, Eenheid.CATEGORIE):
        return f"{eenheid.label} {cijfers}"
    return f"{cijfers} {eenheid.label}"


def eenheid_van(code: str) -> Eenheid:
    return EENHEID[Parametercode(code)]
