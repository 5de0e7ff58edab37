"""What happened to the support of an employee, in sentences, and what can happen next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import OuterRef

from gedeeld.meelezen import HeleRij, Meelijst, als_record, als_records, mee, mee_heel
from gedeeld.weergeven import datum_voluit
from regels.keuzes import NIET_VERLENGBAAR, SoortAdvies
from werknemers.keuzes import MELDINGEN, MET_GEVOLG, Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Premieschijf, Werknemer

_UITKOMST: Final = {
    Stapuitkomst.TOEGEKEND: "toegekend",
    Stapuitkomst.LAGER: "toegekend, maar lager dan gevraagd,",
    Stapuitkomst.GEWEIGERD: "geweigerd",
    Stapuitkomst.GESTOPT: "het pakket werd stopgezet",
    Stapuitkomst.INGETROKKEN: "ingetrokken",
}
_BIJ_BEZWAAR: Final = {
    **_UITKOMST,
    Stapuitkomst.TOEGEKEND: "gelijk gekregen",
    Stapuitkomst.LAGER: "deels gelijk gekregen",
    Stapuitkomst.GEWEIGERD: "afgewezen",
}
# What is known and what is not: docs/regels.md#events
_MELDING: Final = {
    Adviesstap.DUBBEL_TICKET: (
        "Op {dag} verklaarde de werkgever dat het collectieve pakket stopt. Er is geen weg terug "
        "die vanzelf gaat."
    ),
    Adviesstap.VOLGENDE_WERKGEVER: (
        "Op {dag} vroeg een volgende werkgever de premie aan. De erkenning blijft gelden. Of hij "
        "het hele pakket krijgt of de rest, weten we niet."
    ),
    Adviesstap.TERUGKEER: (
        "Op {dag} keerde de werknemer terug naar de sociale economie. De voorwaarden van de "
        "terugkeergarantie kennen we niet: vraag ze na."
    ),
}
_VERVOLG: Final = "Hierdoor begon een volgend advies."
_VERVOLG_WEG: Final = (
    "Wat hierdoor begon, is intussen verwijderd: noteer het opnieuw, of verwijder dit."
)


@dataclass(frozen=True, slots=True)
class Verhaalregel:
    """One event in a sentence; `gevolg` is what it did to the support, "" when nothing."""

    gebeurtenis: Adviesgebeurtenis
    zin: str
    gevolg: str

    @property
    def kan_in_bezwaar(self) -> bool:
        """Whether there is a decision that one can object to."""
        wat = self.gebeurtenis
        besloten = wat.uitkomst and wat.uitkomst != Stapuitkomst.INGETROKKEN
        return bool(besloten) and wat.soort != Adviesstap.BEZWAAR


def gebeurtenissen_erbij() -> Meelijst:
    """To annotate on an employee who is visible, for `als_gebeurtenissen`."""
    alle = Adviesgebeurtenis.objects.filter(werknemer=OuterRef("pk"))
    schijven = Premieschijf.objects.filter(gebeurtenis=OuterRef("pk")).select_related(None)
    return mee(alle, rij=HeleRij(), schijven=mee_heel(schijven))


def als_gebeurtenissen(rijen: Iterable[dict[str, Any]] | None) -> list[Adviesgebeurtenis]:
    """What came along, in the order in which it was asked; each has its steps as `stappen`, and an
    objection the decision that it is about."""
    alle = {wat.pk: wat for wat in (_gebeurtenis(**rij) for rij in rijen or ())}
    for wat in alle.values():
        if wat.tegen_id is not None:
            wat.tegen = alle[wat.tegen_id]
    return list(alle.values())


def _gebeurtenis(rij: dict[str, Any], schijven: list[dict[str, Any]]) -> Any:
    gebeurtenis: Any = als_record(Adviesgebeurtenis, rij)
    gebeurtenis.stappen = als_records(Premieschijf, schijven)
    return gebeurtenis


def verhaal(gebeurtenissen: Iterable[Adviesgebeurtenis]) -> list[Verhaalregel]:
    """Of events from `als_gebeurtenissen`."""
    return [Verhaalregel(wat, _zin(wat), _gevolg(wat)) for wat in gebeurtenissen]


def verhaal_van(
    gebeurtenissen: Iterable[Adviesgebeurtenis], advies: Adviesperiode | None
) -> list[Verhaalregel]:
    """Of one advice; with None of what is about no advice."""
    sleutel = None if advies is None else advies.pk
    return verhaal(wat for wat in gebeurtenissen if wat.advies_id == sleutel)


def lees_gebeurtenissen(werknemer: Werknemer) -> tuple[Adviesgebeurtenis, ...]:
    """Of an employee whom the reader may see; one query."""
    zelf = Werknemer.objects.filter(pk=werknemer.pk).annotate(rijen=gebeurtenissen_erbij())
    return tuple(als_gebeurtenissen(zelf.values_list("rijen", flat=True).get()))


def _zin(wat: Adviesgebeurtenis) -> str:
    dag = datum_voluit(wat.gevraagd_op)
    soort = Adviesstap(wat.soort)
    if soort in MELDINGEN:
        return _MELDING[soort].format(dag=dag)
    begin = f"{_begin(wat)} {dag}"
    if not wat.uitkomst or wat.besluitdatum is None:
        return f"{begin}. Er is nog geen beslissing."
    woorden = _BIJ_BEZWAAR if soort == Adviesstap.BEZWAAR else _UITKOMST
    besluit = f"{woorden[Stapuitkomst(wat.uitkomst)]} op {datum_voluit(wat.besluitdatum)}"
    kennis = f" (gekend op {datum_voluit(wat.kennis_op)})" if wat.kennis_op else ""
    return f"{begin}, {besluit}{kennis}."


def _begin(wat: Adviesgebeurtenis) -> str:
    if wat.soort == Adviesstap.EVALUATIE:
        return "Evaluatie gevraagd of aangekondigd op"
    if wat.tegen is not None:
        return f"Bezwaar ({str(wat.tegen).lower()}) ingediend op"
    return f"{wat} gevraagd op"


def _gevolg(wat: Adviesgebeurtenis) -> str:
    if wat.laatste_dag is not None:
        return f"De ondersteuning loopt hierdoor t.e.m. {datum_voluit(wat.laatste_dag)}."
    stappen: list[Premieschijf] = wat.stappen  # type: ignore[attr-defined]
    if not stappen:
        if wat.uitkomst not in MET_GEVOLG or wat.besluitdatum is None:
            return ""
        return _VERVOLG if wat.vervolgadvies_id else _VERVOLG_WEG
    delen = ", dan ".join(f"{s.percentage} % vanaf {datum_voluit(s.periode.van)}" for s in stappen)
    niveau = Begeleidingsniveau(wat.begeleidingsniveau).label
    return f"{delen}. Begeleidingsniveau vanaf dan: {niveau}."


@dataclass(frozen=True, slots=True)
class Mogelijk:
    """Something that can be noted about an advice, with what it is for."""

    soort: Adviesstap
    uitleg: str


_BIJ_ADVIES: Final = (
    Mogelijk(
        Adviesstap.BIJSTURING,
        "Je vroeg VDAB om het pakket aan te passen terwijl het advies loopt.",
    ),
    Mogelijk(
        Adviesstap.EVALUATIE,
        "VDAB evalueert, op vraag of uit zichzelf. Het pakket kan ook dalen of stoppen.",
    ),
    Mogelijk(
        Adviesstap.VERLENGING,
        "Je vroeg om na het einde van dit advies verder te gaan.",
    ),
)
ZONDER_ADVIES: Final = (
    Mogelijk(
        Adviesstap.AANVRAAG,
        "Een nieuwe aanvraag: een eerste advies, of een nieuw na een advies dat eindigde.",
    ),
    Mogelijk(
        Adviesstap.DUBBEL_TICKET,
        "Voor wie ook een collectief advies heeft: dat pakket stopt met een verklaring op eer.",
    ),
    Mogelijk(
        Adviesstap.VOLGENDE_WERKGEVER,
        "Een volgende werkgever vraagt de premie opnieuw aan.",
    ),
    Mogelijk(
        Adviesstap.TERUGKEER,
        "De werknemer komt terug uit een gewone job, binnen de terugkeergarantie.",
    ),
)


def mogelijk_bij(advies: Adviesperiode) -> Iterator[Mogelijk]:
    """An advice of two years is not adjusted or extended, and a transition is evaluated only
    (docs/regels.md#adjustment-and-extension)."""
    alleen_evaluatie = advies.soort in (*NIET_VERLENGBAAR, SoortAdvies.LDE_OVERGANG)
    for wat in _BIJ_ADVIES:
        if wat.soort == Adviesstap.EVALUATIE or not alleen_evaluatie:
            yield wat
