"""What must be right about what happens to an advice, before it is kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypedDict

from django.core.exceptions import ValidationError

from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort, datum_met_dag, verkeerd_om
from regels.domein.parameters import laad_parameters
from regels.keuzes import EIGEN_SCHIJVEN, IN_KWARTALEN
from werknemers.domein.adviesdagen.beroep import beroepsdagen
from werknemers.domein.adviesloop import Adviesgevolg, volledige_periode
from werknemers.domein.schijven import Schijf
from werknemers.keuzes import MELDINGEN, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode


class Gebeurtenisgegevens(TypedDict):
    """`schijven`, `geldt_vanaf` and `begeleidingsniveau` count when other steps or a next advice
    follow; `adviessoort` only for a next advice; `laatste_dag` only when the support stops early.
    `nagekeken`: somebody says that what looks odd is right."""

    gevraagd_op: date
    besluitdatum: date | None
    kennis_op: date | None
    commissie_op: date | None
    uitkomst: str
    geldt_vanaf: date | None
    laatste_dag: date | None
    begeleidingsniveau: str
    adviessoort: str
    schijven: Sequence[Schijf]
    nagekeken: bool


def vreemd(wat: Adviesgebeurtenis, gegevens: Gebeurtenisgegevens) -> Iterator[str]:
    """Days that are still to come, and an objection after the term: to be looked at."""
    op = vandaag()
    namen = {
        "De aanvraag": gegevens["gevraagd_op"],
        "Het besluit": gegevens["besluitdatum"],
        "De brief": gegevens["kennis_op"],
        "Het advies van de commissie": gegevens["commissie_op"],
    }
    for naam, dag in namen.items():
        if dag is not None and dag > op:
            yield f"{naam} van {datum_kort(dag)} ligt in de toekomst. Kijk de datum na."
    if wat.tegen is not None and gegevens["gevraagd_op"] != wat.gevraagd_op:
        yield _te_laat(wat.tegen, gegevens["gevraagd_op"])


def _te_laat(besluit: Adviesgebeurtenis, ingediend: date) -> str:
    """The term is a strict one; "" when it is not known."""
    kennis = besluit.kennis_op or besluit.besluitdatum
    parameters = laad_parameters(vandaag(), besluit.organisatie_id)
    dagen = beroepsdagen(kennis, parameters) if kennis else None
    if dagen is None or ingediend <= dagen.uiterlijk.dag:
        return ""
    return f"Beroep kon tot en met {datum_met_dag(dagen.uiterlijk.dag)}. Kijk de datums na."


def eis_niet_dubbel(nieuw: Adviesgebeurtenis, gevraagd_op: date) -> None:
    """Who sends a form twice, notes it once. Raises ValidationError."""
    zelfde = nieuw.werknemer.adviesgebeurtenissen.filter(
        soort=nieuw.soort,
        advies=nieuw.advies,
        tegen=nieuw.tegen,
        gevraagd_op=gevraagd_op,
    )
    if zelfde.exists():
        raise ValidationError({"gevraagd_op": "Dit staat er al, met dezelfde datum."})


def eis_datums(wat: Adviesgebeurtenis, gegevens: Gebeurtenisgegevens) -> None:
    """Asked, decided and known in that order. Raises ValidationError by field."""
    _eis_na_besluit(wat, gegevens)
    besluit = gegevens["besluitdatum"]
    if wat.soort in MELDINGEN or not gegevens["uitkomst"]:
        return
    if besluit is None:
        raise ValidationError({"besluitdatum": "Vul in van wanneer de beslissing is."})
    if besluit < gegevens["gevraagd_op"]:
        zin = f"Het besluit valt voor de aanvraag van {datum_kort(gegevens['gevraagd_op'])}."
        raise ValidationError({"besluitdatum": zin})
    kennis = gegevens["kennis_op"]
    if kennis is not None and kennis < besluit:
        zin = f"Je kunt het besluit niet kennen voor het er is ({datum_kort(besluit)})."
        raise ValidationError({"kennis_op": zin})


def _eis_na_besluit(wat: Adviesgebeurtenis, gegevens: Gebeurtenisgegevens) -> None:
    """An objection comes after what it is about was known, and the committee after it."""
    besluit = wat.tegen.besluitdatum if wat.tegen is not None else None
    ingediend, commissie = gegevens["gevraagd_op"], gegevens["commissie_op"]
    if besluit is not None and ingediend < besluit:
        zin = f"Het bezwaar valt voor de beslissing van {datum_kort(besluit)}."
        raise ValidationError({"gevraagd_op": zin})
    kennis = wat.tegen.kennis_op if wat.tegen is not None else None
    if kennis is not None and ingediend < kennis:
        zin = f"Op die dag kende je de beslissing nog niet: de brief kwam op {datum_kort(kennis)}."
        raise ValidationError({"gevraagd_op": zin})
    if wat.tegen is not None and commissie is not None and commissie < ingediend:
        zin = f"De commissie geeft geen advies voor het bezwaar van {datum_kort(ingediend)}."
        raise ValidationError({"commissie_op": zin})


def eis_een_kennis(wat: Adviesgebeurtenis, gegevens: Gebeurtenisgegevens) -> None:
    """One decision on two objections is known since one day. Raises ValidationError by field."""
    kennis, besluit = gegevens["kennis_op"], gegevens["besluitdatum"]
    if wat.tegen is None or kennis is None or not gegevens["uitkomst"]:
        return
    zelfde = wat.tegen.bezwaren.filter(besluitdatum=besluit).exclude(pk=wat.pk)
    ander = zelfde.exclude(kennis_op=None).exclude(kennis_op=kennis).order_by("pk").first()
    if ander is not None and ander.kennis_op is not None:
        zin = (
            f"Bij het bezwaar van {datum_kort(ander.gevraagd_op)} staat dat je deze beslissing op "
            f"{datum_kort(ander.kennis_op)} kreeg. Een beslissing ken je sinds één dag: vul "
            "dezelfde in, of maak ze daar eerst leeg."
        )
        raise ValidationError({"kennis_op": zin})


def eis_bezwaren(
    wat: Adviesgebeurtenis, gevolg: Adviesgevolg, gegevens: Gebeurtenisgegevens
) -> None:
    """A decision that was objected to stays one, from before the objection. Raises
    ValidationError."""
    eerste = wat.bezwaren.order_by("gevraagd_op").first() if wat.pk else None
    if eerste is None:
        return
    besluit = gegevens["besluitdatum"]
    if gegevens["uitkomst"] in ("", Stapuitkomst.INGETROKKEN):
        zin = "Er staat een bezwaar tegen deze beslissing. Verwijder eerst dat."
        raise ValidationError({"uitkomst": zin})
    if besluit is not None and besluit > eerste.gevraagd_op:
        zin = f"Er staat al een bezwaar van {datum_kort(eerste.gevraagd_op)} tegen deze beslissing."
        raise ValidationError({"besluitdatum": zin})
    kennis = gegevens["kennis_op"]
    if kennis is not None and kennis > eerste.gevraagd_op:
        zin = f"Op {datum_kort(eerste.gevraagd_op)} diende je al bezwaar in: je kende ze toen al."
        raise ValidationError({"kennis_op": zin})
    if gevolg is Adviesgevolg.ADVIES and wat.vervolgadvies_id is None:
        eis_geen_vervolg(wat)


def eis_geen_vervolg(wat: Adviesgebeurtenis) -> None:
    """No advice began by it, or by an objection to it. Raises ValidationError."""
    bezwaren = wat.bezwaren.exclude(vervolgadvies=None).select_related("vervolgadvies")
    door_bezwaar = [bezwaar.vervolgadvies for bezwaar in bezwaren]
    for vervolg in filter(None, (wat.vervolgadvies, *door_bezwaar)):
        raise ValidationError(
            f"Door deze beslissing begon een advies ({vervolg.periode}). Verwijder eerst "
            "dat advies als het er niet is."
        )


def eis_volgend(gegevens: Gebeurtenisgegevens) -> None:
    """A next advice with steps of its own says from when, until when, and which. Raises
    ValidationError by field."""
    if gegevens["schijven"] or gegevens["adviessoort"] not in EIGEN_SCHIJVEN:
        return
    van, laatste = gegevens["geldt_vanaf"], gegevens["laatste_dag"]
    fouten = {}
    if van is None:
        fouten["geldt_vanaf"] = "Vul in vanaf welke dag het advies geldt."
    if laatste is None:
        fouten["laatste_dag"] = "Vul in tot en met welke dag het advies loopt."
    if van is not None and laatste is not None and laatste < van:
        fouten["laatste_dag"] = verkeerd_om(van, laatste)
    raise ValidationError(fouten or {"schijven": "Vul in welke percentages vanaf dan gelden."})


def eis_einde(doel: Adviesperiode | None, laatste: date | None) -> None:
    """Support stops on the last day of a quarter of the advice. Raises ValidationError by field."""
    if doel is None or doel.soort not in IN_KWARTALEN:
        raise ValidationError({"uitkomst": "Dit kan alleen bij een IMW-advies dat loopt."})
    vol = volledige_periode(doel)
    if laatste is None or laatste not in vol:
        raise ValidationError({"laatste_dag": f"Vul een dag in van dit advies ({vol})."})
    if laatste != Kwartaal.van(laatste).laatste_dag:
        zin = (
            "De ondersteuning eindigt op de laatste dag van een kwartaal: "
            f"{datum_kort(Kwartaal.van(laatste).laatste_dag)} bijvoorbeeld."
        )
        raise ValidationError({"laatste_dag": zin})
