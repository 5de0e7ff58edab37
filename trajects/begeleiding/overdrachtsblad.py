"""The sheet that a counsellor leaves to a successor: what is open, and what comes when.

It is kept as it was on the day of the hand-over. The notes stand in it by key, so that who reads
the sheet later finds only those that this reader may read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gebruikers.models import Gebruiker
from trajects.kader.planmomenten import lees_planmomenten
from trajects.kader.werknemerbeeld import Werknemerbeeld, lees_werknemer, stel_beeld_samen
from trajects.keuzes import Standdeelname, Standdoel, Standrandvoorwaarde
from trajects.models import Nazorgmoment, Notitie
from werknemers.models import Werknemer

LAATSTE_NOTITIES: Final = 5
_OPEN: Final = (Standrandvoorwaarde.AANDACHT, Standrandvoorwaarde.BELEMMERING)


@dataclass(frozen=True, slots=True)
class Openactie:
    wat: str
    wie: str
    tegen: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that the successor should know of."""

    dag: date
    wat: str


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    thema: str
    stand: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Overdrachtsblad:
    """`notities` are keys, newest first; `verborgen` is how many confidential notes stay behind."""

    fase: str = ""
    jobdoelwit: str = ""
    acties: tuple[Openactie, ...] = ()
    momenten: tuple[Moment, ...] = ()
    voorwaarden: tuple[Voorwaarde, ...] = ()
    notities: tuple[int, ...] = ()
    verborgen: int = 0

    def als_json(self) -> dict[str, Any]:
        """What `uit_json` reads back."""
        return {
            "fase": self.fase,
            "jobdoelwit": self.jobdoelwit,
            "acties": [[a.wat, a.wie, a.tegen and a.tegen.isoformat()] for a in self.acties],
            "momenten": [[m.dag.isoformat(), m.wat] for m in self.momenten],
            "voorwaarden": [[v.thema, v.stand, v.toelichting] for v in self.voorwaarden],
            "notities": list(self.notities),
            "verborgen": self.verborgen,
        }

    @classmethod
    def uit_json(cls, blad: dict[str, Any]) -> "Overdrachtsblad":
        """A sheet that was kept; what it does not mention is empty."""
        return cls(
            fase=blad.get("fase", ""),
            jobdoelwit=blad.get("jobdoelwit", ""),
            acties=tuple(
                Openactie(wat, wie, date.fromisoformat(tegen) if tegen else None)
                for wat, wie, tegen in blad.get("acties", ())
            ),
            momenten=tuple(
                Moment(date.fromisoformat(dag), wat) for dag, wat in blad.get("momenten", ())
            ),
            voorwaarden=tuple(Voorwaarde(*rij) for rij in blad.get("voorwaarden", ())),
            notities=tuple(blad.get("notities", ())),
            verborgen=blad.get("verborgen", 0),
        )


def stel_blad_samen(werknemer: Werknemer, opvolger: Gebruiker, op: date) -> Overdrachtsblad:
    """What `opvolger`, who sees the employee by now, has to know on the day."""
    beeld = stel_beeld_samen(lees_werknemer(opvolger, werknemer.pk), opvolger, op)
    alle = Notitie.objects.geldend().filter(werknemer=werknemer)
    leesbaar = alle.zichtbaar_voor(opvolger)
    return Overdrachtsblad(
        fase=beeld.traject.get_fase_display() if beeld.traject else "",
        jobdoelwit=beeld.traject.jobdoelwit if beeld.traject else "",
        acties=tuple(_acties(werknemer)),
        momenten=tuple(sorted(_momenten(beeld), key=lambda moment: moment.dag)),
        voorwaarden=tuple(_voorwaarden(werknemer)),
        notities=tuple(leesbaar.values_list("pk", flat=True)[:LAATSTE_NOTITIES]),
        verborgen=alle.count() - leesbaar.count(),
    )


def notities_op(blad: Overdrachtsblad, lezer: Gebruiker) -> list[Notitie]:
    """The notes as they were on the day, without those that this reader may not read by now: also
    a later version that was made confidential hides what stood there before."""
    zichtbaar = Notitie.objects.zichtbaar_voor(lezer)
    notities = list(zichtbaar.filter(pk__in=blad.notities).select_related("auteur"))
    begin = {notitie.pk: notitie.pk for notitie in notities}  # version → the note on the sheet
    weg: set[int] = set()
    while begin:
        volgende = Notitie.objects.filter(vervangt__in=begin)
        begin = {versie.pk: begin[versie.vervangt_id or 0] for versie in volgende}
        leesbaar = set(zichtbaar.filter(pk__in=begin).values_list("pk", flat=True))
        weg |= {notitie for versie, notitie in begin.items() if versie not in leesbaar}
    return [notitie for notitie in notities if notitie.pk not in weg]


def _acties(werknemer: Werknemer) -> Iterator[Openactie]:
    for actie in werknemer.acties.open():
        yield Openactie(actie.wat, actie.wie_naam or actie.get_wie_display(), actie.tegen)


def _voorwaarden(werknemer: Werknemer) -> Iterator[Voorwaarde]:
    for rij in werknemer.randvoorwaarden.filter(stand__in=_OPEN):
        yield Voorwaarde(rij.get_thema_display(), rij.get_stand_display(), rij.toelichting)


def _momenten(beeld: Werknemerbeeld) -> Iterator[Moment]:
    """The days that come, and those of aftercare that nobody took up yet."""
    komend = (*_van_de_steun(beeld), *_van_het_plan(beeld), *_van_de_overdracht(beeld))
    yield from (moment for moment in komend if moment.dag >= beeld.op)
    nazorg = Nazorgmoment.objects.nog_te_vragen(beeld.op)
    nazorg = nazorg.filter(uitstroom__werknemer=beeld.werknemer)
    for moment in nazorg.select_related("uitstroom"):
        yield Moment(moment.gepland_op, f"{moment}")


def _van_de_steun(beeld: Werknemerbeeld) -> Iterator[Moment]:
    laatste_dag = beeld.ondersteuning.laatste_dag
    if laatste_dag:
        yield Moment(laatste_dag, "laatste dag met ondersteuning")
    for _, verloop in beeld.adviezen:
        if schijf := verloop.volgende_na(beeld.op):
            yield Moment(schijf.periode.van, f"de loonpremie wordt {schijf.percentage} %")
    for contract in beeld.contracten:
        if contract.periode.laatste_dag:
            wat = f"laatste dag van het contract bij {contract.dienst.naam}"
            yield Moment(contract.periode.laatste_dag, wat)


def _van_het_plan(beeld: Werknemerbeeld) -> Iterator[Moment]:
    plan = lees_planmomenten(beeld.werknemer)
    for deelname in plan.deelnames:
        if deelname.stand == Standdeelname.GEPLAND:
            yield Moment(deelname.vorming.periode.van, f"vorming {deelname.vorming}")
        if deelname.attest_vervalt_op:
            yield Moment(deelname.attest_vervalt_op, f"attest {deelname.attest} vervalt")
    for stage in plan.stages:
        yield Moment(stage.periode.van, f"{stage} begint")
        if stage.periode.laatste_dag:
            yield Moment(stage.periode.laatste_dag, f"laatste dag van de {stage}")


def _van_de_overdracht(beeld: Werknemerbeeld) -> Iterator[Moment]:
    traject = beeld.traject
    uitstroom = beeld.uitstroom
    if uitstroom is not None and uitstroom.datum >= beeld.op:
        yield Moment(uitstroom.datum, "laatste dag in dienst")
    elif traject is not None and traject.beoogde_uitstroom:
        yield Moment(traject.beoogde_uitstroom, "beoogde uitstroom")
    if traject is not None:
        for doel in traject.doelen.filter(stand=Standdoel.OPEN, tegen__isnull=False):
            if doel.tegen:
                yield Moment(doel.tegen, f"doel: {doel.titel}")
    gesprekken = beeld.werknemer.overdrachten.filter(gesprek_gehouden_op=None)
    for overdracht in gesprekken.select_related("werkgever"):
        if overdracht.gesprek_gepland_op:
            yield Moment(overdracht.gesprek_gepland_op, f"gesprek met {overdracht.werkgever}")
