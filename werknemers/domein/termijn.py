"""The period of an advice: from the quarter of the decision, for the years of its kind. Pure."""

from datetime import date

from django.core.exceptions import ValidationError

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, dag_erna, plus_jaren
from gedeeld.weergeven import datum_kort, verkeerd_om
from regels.keuzes import IN_KWARTALEN, TERMIJN_IN_JAREN, SoortAdvies


def heeft_vaste_termijn(soort: str) -> bool:
    return soort in TERMIJN_IN_JAREN


def bereken_periode(
    soort: str, besluitdatum: date, begin: date | None = None, laatste_dag: date | None = None
) -> Periode:
    """The period of an advice of this kind, decided on `besluitdatum`.

    IMW starts in the quarter of the decision unless `begin` is given: an extension starts when
    the former advice ends. Kinds with a fixed term ignore `laatste_dag`, the others need it;
    "LDE-overgang" starts on `begin`, else on the decision date, and follows no quarters. Raises
    ValidationError by field when the dates do not fit.
    """
    van = begin or begin_volgens_regel(soort, besluitdatum)
    if soort in TERMIJN_IN_JAREN:
        _eis_begin_van_kwartaal(van)
        return Periode(van, plus_jaren(van, TERMIJN_IN_JAREN[SoortAdvies(soort)]))
    if laatste_dag is None:
        raise ValidationError({"laatste_dag": "Vul in tot en met welke dag dit advies loopt."})
    if laatste_dag < van:
        raise ValidationError({"laatste_dag": verkeerd_om(van, laatste_dag)})
    if soort in IN_KWARTALEN:
        _eis_hele_kwartalen(van, laatste_dag)
    return Periode.tem(van, laatste_dag)


def begin_volgens_regel(soort: str, besluitdatum: date) -> date:
    """The first day of the quarter of the decision (docs/regels.md#term); LDE follows none."""
    return Kwartaal.van(besluitdatum).eerste_dag if soort in IN_KWARTALEN else besluitdatum


def botsen(een: tuple[str, Periode], ander: tuple[str, Periode]) -> bool:
    """Whether two advices (kind and period) of one employee stand in each other's way.

    They may share the quarter in which an LDE transition ends and an IMW advice begins: the term of
    the advice counts from the first day of the quarter, its support from the day after the
    transition (docs/regels.md#lde-transition). `advies_geen_overlap` says the same.
    """
    if (een[0] in IN_KWARTALEN) == (ander[0] in IN_KWARTALEN):
        return een[1].overlapt(ander[1])
    imw, lde = (een[1], ander[1]) if een[0] in IN_KWARTALEN else (ander[1], een[1])
    if lde.laatste_dag is None:
        return imw.overlapt(lde)
    kwartaal = Kwartaal.van(lde.laatste_dag).eerste_dag
    return imw.overlapt(lde) and not lde.van < kwartaal == imw.van


def _eis_begin_van_kwartaal(van: date) -> None:
    if van != Kwartaal.van(van).eerste_dag:
        raise ValidationError(
            {
                "begin": (
                    "Een IMW-advies begint op de eerste dag van een kwartaal, "
                    f"niet op {datum_kort(van)}."
                )
            }
        )


def _eis_hele_kwartalen(van: date, laatste_dag: date) -> None:
    _eis_begin_van_kwartaal(van)
    if dag_erna(laatste_dag) != Kwartaal.van(dag_erna(laatste_dag)).eerste_dag:
        raise ValidationError(
            {
                "laatste_dag": (
                    "Een IMW-advies eindigt op de laatste dag van een kwartaal: "
                    f"{datum_kort(Kwartaal.van(laatste_dag).laatste_dag)} bijvoorbeeld."
                )
            }
        )
