"""Advice and what happened to it, as records that nobody saved."""

from dataclasses import replace
from datetime import date
from typing import Any

from gedeeld.periode import Periode
from regels.domein.parameters import Parameters
from werknemers.domein.termijn import bereken_periode
from werknemers.models import Adviesgebeurtenis, Adviesperiode


def op_dag(regels: Parameters, dag: date) -> Parameters:
    return replace(regels, op=dag)


def advies(soort: str = "imw_5", besluit: date = date(2023, 7, 3), **anders: Any) -> Adviesperiode:
    """Five years from 1 July 2023 to 30 June 2028, without guidance."""
    laatste_dag = anders.pop("laatste_dag", None)
    return Adviesperiode(
        pk=anders.pop("pk", 1),
        soort=soort,
        besluitdatum=besluit,
        periode=bereken_periode(soort, besluit, laatste_dag=laatste_dag),
        begeleidingsniveau=anders.pop("begeleidingsniveau", "geen"),
    )


def stap(soort: str, gevraagd_op: date, **anders: Any) -> Adviesgebeurtenis:
    """About the advice with key 1, unless `advies_id` says otherwise."""
    standaard = {"pk": 1, "advies_id": 1} | anders
    return Adviesgebeurtenis(soort=soort, gevraagd_op=gevraagd_op, **standaard)


def aansluitend(eerste: Adviesperiode, soort: str = "imw_5") -> Adviesperiode:
    """The advice that extends it."""
    begin = eerste.periode.tot
    assert begin is not None
    volgend = advies(soort, begin, pk=2)
    assert volgend.periode.van == begin
    return volgend


def lde(van: date, laatste_dag: date) -> Adviesperiode:
    overgang = advies("lde_overgang", van, laatste_dag=laatste_dag)
    assert overgang.periode == Periode.tem(van, laatste_dag)
    return overgang
