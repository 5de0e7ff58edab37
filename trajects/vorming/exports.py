"""The trainings of the list as a spreadsheet, with who took part and the hours of each employee."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from gedeeld.rekenblad import Kolom, Werkmap
from trajects.models import Deelname
from trajects.models.vorming import DeelnameQuerySet
from trajects.vorming.vormingscijfers import per_werknemer

_KOLOMMEN: Final = (
    Kolom("Vorming", 36),
    Kolom("Thema", 18),
    Kolom("Soort", 26),
    Kolom("Aanbieder", 24),
    Kolom("Eerste dag", 14),
    Kolom("Laatste dag", 14),
    Kolom("Stand", 14),
    Kolom("Deelnemers", 12),
    Kolom("Gevolgd", 12),
    Kolom("Uren per deelnemer", 14),
)
_GELD: Final = (
    Kolom("Kost", 12),
    Kolom("Fonds", 24),
    Kolom("Gevraagd op", 14),
    Kolom("Beslist op", 14),
    Kolom("Gevraagd", 12),
    Kolom("Toegekend", 12),
    Kolom("Betaald", 12),
)
_DEELNAMES: Final = (
    Kolom("Werknemer", 28),
    Kolom("Vorming", 36),
    Kolom("Eerste dag", 14),
    Kolom("Deelname", 14),
    Kolom("Uren gevolgd", 14),
    Kolom("Resultaat", 18),
    Kolom("Attest", 24),
    Kolom("Attest t.e.m.", 14),
)
_PER_WERKNEMER: Final = (
    Kolom("Werknemer", 28),
    Kolom("Vormingen gevolgd", 18),
    Kolom("Uren", 12),
    Kolom("Attesten", 12),
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
    mensen = ((m.naam, m.vormingen, m.uren, m.attesten) for m in per_werknemer(deelnames))
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
