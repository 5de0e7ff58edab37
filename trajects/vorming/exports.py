"""The trainings of the list as a spreadsheet, with who took part and the hours of each employee."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from gedeeld.rekenblad import Bladkolom, Werkmap
from trajects.models import Deelname
from trajects.models.vorming import DeelnameQuerySet
from trajects.vorming.vormingscijfers import gevolgd_per_werknemer, per_werknemer

_KOLOMMEN: Final = (
    Bladkolom("Vorming", 36),
    Bladkolom("Thema", 18),
    Bladkolom("Soort", 26),
    Bladkolom("Aanbieder", 24),
    Bladkolom("Eerste dag", 14),
    Bladkolom("Laatste dag", 14),
    Bladkolom("Stand", 14),
    Bladkolom("Deelnemers", 12),
    Bladkolom("Gevolgd", 12),
    Bladkolom("Uren per deelnemer", 14),
)
_GELD: Final = (
    Bladkolom("Kost", 12),
    Bladkolom("Fonds", 24),
    Bladkolom("Gevraagd op", 14),
    Bladkolom("Beslist op", 14),
    Bladkolom("Gevraagd", 12),
    Bladkolom("Toegekend", 12),
    Bladkolom("Betaald", 12),
)
_DEELNAMES: Final = (
    Bladkolom("Werknemer", 28),
    Bladkolom("Vorming", 36),
    Bladkolom("Eerste dag", 14),
    Bladkolom("Deelname", 14),
    Bladkolom("Uren gevolgd", 14),
    Bladkolom("Resultaat", 18),
    Bladkolom("Attest", 24),
    Bladkolom("Attest t.e.m.", 14),
)
_PER_WERKNEMER: Final = (
    Bladkolom("Werknemer", 28),
    Bladkolom("Vormingen gevolgd", 18),
    Bladkolom("Uren", 12),
    Bladkolom("Attesten", 12),
)


def schrijf_vormingen(
    vormingen: Iterable[Any], deelnames: DeelnameQuerySet, op: date, *, met_geld: bool
) -> bytes:
    """`vormingen` with `met_deelnemers`; `deelnames` of whom the reader may know; amounts only
    for who may see money."""
    werkmap = Werkmap("Vormingen")
    kolommen = _KOLOMMEN + (_GELD if met_geld else ())
    werkmap.blad("Vormingen", kolommen, _rijen(vormingen, op, met_geld), filters=True)
    op_naam = deelnames.order_by("werknemer__familienaam", "werknemer__voornaam", "vorming", "pk")
    werkmap.blad("Deelnames", _DEELNAMES, map(_deelname, op_naam), filters=True)
    gevolgd = per_werknemer(gevolgd_per_werknemer(deelnames))
    mensen = ((m.naam, m.vormingen, m.uren, m.attesten) for m in gevolgd)
    werkmap.blad("Per werknemer", _PER_WERKNEMER, mensen)
    return werkmap.inhoud()


def _rijen(vormingen: Iterable[Any], op: date, met_geld: bool) -> Iterator[list[Any]]:
    for vorming in vormingen:
        yield _rij(vorming, op) + (_geld(vorming) if met_geld else [])


def _rij(vorming: Any, op: date) -> list[Any]:
    return [
        vorming.titel,
        vorming.get_thema_display(),
        vorming.get_formule_display(),
        vorming.aanbieder,
        vorming.periode.van,
        vorming.periode.laatste_dag,
        vorming.stand_op(op).label,
        vorming.aantal_deelnemers,
        vorming.gevolgd_door,
        vorming.uren,
    ]


def _deelname(deelname: Deelname) -> list[Any]:
    return [
        deelname.werknemer.naam,
        deelname.vorming.titel,
        deelname.vorming.periode.van,
        deelname.get_stand_display(),
        deelname.gevolgde_uren,
        deelname.get_resultaat_display(),
        deelname.attest,
        deelname.attest_vervalt_op,
    ]


def _geld(vorming: Any) -> list[Any]:
    return [
        vorming.kost,
        vorming.get_fondsoordeel_display(),
        vorming.gevraagd_op,
        vorming.beslist_op,
        vorming.bedrag_gevraagd,
        vorming.bedrag_toegekend,
        vorming.bedrag_betaald,
    ]
