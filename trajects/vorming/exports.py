"""The trainings of the list as a spreadsheet, with who took part and the hours of each employee."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from gedeeld.lijstblad import schrijf_keuze
from gedeeld.rekenblad import Bladkolom, Werkmap
from trajects.keuzes import Resultaat, Standdeelname
from trajects.models import Deelname, Vormingsactie
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
# Of a participation, for its row.
_GELEZEN: Final = (
    "vorming_id",
    "stand",
    "uren",
    "resultaat",
    "attest",
    "attest_vervalt_op",
    "werknemer__voornaam",
    "werknemer__familienaam",
)
_PER_WERKNEMER: Final = (
    Bladkolom("Werknemer", 28),
    Bladkolom("Vormingen gevolgd", 18),
    Bladkolom("Uren", 12),
    Bladkolom("Attesten", 12),
)


def schrijf_vormingen(
    vormingen: Iterable[Any],
    deelnames: DeelnameQuerySet,
    op: date,
    *,
    met_geld: bool,
    organisatie: str,
    keuzes: Iterable[tuple[str, Any]],
) -> bytes:
    """`vormingen` with `met_deelnemers`; `deelnames` in these of whom the reader may know; amounts
    only for who may see money. `keuzes` are the filters in words."""
    werkmap, vormingen = Werkmap("Vormingen"), list(vormingen)
    kolommen = _KOLOMMEN + (_GELD if met_geld else ())
    werkmap.blad("Vormingen", kolommen, _rijen(vormingen, op, met_geld), filters=True)
    werkmap.blad("Deelnames", _DEELNAMES, _deelnames(vormingen, deelnames), filters=True)
    gevolgd = per_werknemer(gevolgd_per_werknemer(deelnames))
    mensen = ((m.naam, m.vormingen, m.uren, m.attesten) for m in gevolgd)
    werkmap.blad("Per werknemer", _PER_WERKNEMER, mensen)
    schrijf_keuze(werkmap, organisatie, op, keuzes)
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


def _deelnames(
    vormingen: Sequence[Vormingsactie], deelnames: DeelnameQuerySet
) -> Iterator[list[Any]]:
    """By name. There are ten times as many as trainings, each of which is read once."""
    vorming_van = {vorming.pk: vorming for vorming in vormingen}
    op_naam = deelnames.order_by("werknemer__familienaam", "werknemer__voornaam", "vorming", "pk")
    for deelname in op_naam.select_related("werknemer").only(*_GELEZEN):
        deelname.vorming = vorming_van[deelname.vorming_id]
        yield _deelname(deelname)


def _deelname(deelname: Deelname) -> list[Any]:
    return [
        deelname.werknemer.naam,
        deelname.vorming.titel,
        deelname.vorming.periode.van,
        Standdeelname(deelname.stand).label,
        deelname.gevolgde_uren,
        Resultaat(deelname.resultaat).label,
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
