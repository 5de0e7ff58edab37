"""Keeps what happens to an advice: asked, decided, objected to, with what follows from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from werknemers.domein.aannemelijk import eis_nagekeken
from werknemers.domein.adviesloop import (
    Adviesgevolg,
    besloten_over,
    doeladvies,
    gevolg_van,
    periode_na,
    volledige_periode,
)
from werknemers.domein.adviezen import (
    Adviesgegevens,
    eis_aansluitend,
    voeg_advies_toe,
    wijzig_advies,
)
from werknemers.domein.gebeurteniseisen import (
    Gebeurtenisgegevens,
    eis_bezwaren,
    eis_datums,
    eis_een_kennis,
    eis_einde,
    eis_geen_vervolg,
    eis_niet_dubbel,
    eis_volgend,
    vreemd,
)
from werknemers.domein.schijven import Schijf, eigen_schijven
from werknemers.keuzes import MELDINGEN, Adviesstap, Begeleidingsniveau
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Premieschijf, Werknemer
from werknemers.schrijvers import ADVIEZEN, GEBEURTENISSEN, WERKNEMERS, schijven_in_woorden

_LEEG: Final[dict[str, Any]] = {"geldt_vanaf": None, "laatste_dag": None, "begeleidingsniveau": ""}


def noteer_gebeurtenis(
    *,
    werknemer: Werknemer,
    soort: str,
    advies: Adviesperiode | None,
    tegen: Adviesgebeurtenis | None,
    door: Gebruiker,
    **gegevens: Unpack[Gebeurtenisgegevens],
) -> Adviesgebeurtenis:
    """Keep that something was asked or decided. Raises ValidationError by field."""
    with als_zin():
        nieuw = Adviesgebeurtenis(werknemer=werknemer, soort=soort, advies=advies, tegen=tegen)
        _vergrendel_eerst(nieuw)
        eis_niet_dubbel(nieuw, gegevens["gevraagd_op"])
        return _bewaar(nieuw, gegevens, door=door)


def wijzig_gebeurtenis(
    gebeurtenis: Adviesgebeurtenis,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    **gegevens: Unpack[Gebeurtenisgegevens],
) -> Adviesgebeurtenis:
    """Change it, most often by its decision. Raises ValidationError; `gezien` as in
    `gelijktijdig.vergrendel`."""
    with als_zin():
        _vergrendel_eerst(gebeurtenis)
        return _bewaar(GEBEURTENISSEN.vergrendel(gebeurtenis, gezien), gegevens, door=door)


def verwijder_gebeurtenis(
    gebeurtenis: Adviesgebeurtenis, *, door: Gebruiker, gezien: datetime | None = None
) -> Werknemer:
    """Remove what was entered by mistake, with its steps; says whose it was. Raises ValidationError
    while an advice began by it."""
    with als_zin():
        _vergrendel_eerst(gebeurtenis)
        huidig = GEBEURTENISSEN.vergrendel(gebeurtenis, gezien)
        eis_geen_vervolg(huidig)
        doel = doeladvies(huidig.advies, huidig.tegen)
        GEBEURTENISSEN.verwijder(huidig, door=door)
        _zet_periode(doel, door=door)
        return huidig.werknemer


def _vergrendel_eerst(wat: Adviesgebeurtenis) -> None:
    """The employee, the advice and what began by it, as whoever removes an advice does."""
    WERKNEMERS.vergrendel(wat.werknemer)
    if (doel := doeladvies(wat.advies, wat.tegen)) is not None:
        ADVIEZEN.vergrendel(doel)
    if wat.pk:
        for vervolg in wat.werknemer.adviezen.filter(verleend_door=wat):
            ADVIEZEN.vergrendel(vervolg)


def _bewaar(
    wat: Adviesgebeurtenis, gegevens: Gebeurtenisgegevens, *, door: Gebruiker
) -> Adviesgebeurtenis:
    gevolg = gevolg_van(wat.soort, gegevens["uitkomst"], wat.advies, wat.tegen)
    if wat.vervolgadvies_id is not None:
        gevolg = _met_vervolg(wat, gevolg)
    eis_nagekeken(vreemd(wat, gegevens), nagekeken=gegevens["nagekeken"])
    doel = doeladvies(wat.advies, wat.tegen)
    schijven = _controleer(wat, gevolg, doel, gegevens)
    velden = _velden(wat, gevolg, gegevens)
    if gevolg is Adviesgevolg.ADVIES and wat.vervolgadvies_id is None:
        velden["vervolgadvies"] = _vervolg(wat.werknemer, gegevens, door=door)
    waren = list(wat.schijven.all()) if wat.pk else []
    erbij = {"schijven": (schijven_in_woorden(waren), schijven_in_woorden(schijven))}
    if GEBEURTENISSEN.schrijf(wat, velden, door=door, erbij=erbij):
        _vervang_schijven(wat, doel, schijven)
        _zet_periode(doel, door=door)
    _zet_besluitdatum(wat, gegevens, door=door)
    return wat


def _met_vervolg(wat: Adviesgebeurtenis, gevolg: Adviesgevolg) -> Adviesgevolg:
    """The advice that began by it has its own page; here it can only stay."""
    if gevolg is not Adviesgevolg.ADVIES:
        eis_geen_vervolg(wat)
    return gevolg


def _controleer(
    wat: Adviesgebeurtenis,
    gevolg: Adviesgevolg,
    doel: Adviesperiode | None,
    gegevens: Gebeurtenisgegevens,
) -> list[Schijf]:
    """The steps that this sets in an advice that runs. Raises ValidationError by field."""
    eis_datums(wat, gegevens)
    eis_een_kennis(wat, gegevens)
    eis_bezwaren(wat, gevolg, gegevens)
    if gevolg is Adviesgevolg.EINDE:
        eis_einde(doel, gegevens["laatste_dag"])
    if gevolg is Adviesgevolg.ADVIES and wat.vervolgadvies_id is None:
        eis_volgend(gegevens)
    if gevolg is not Adviesgevolg.STAPPEN:
        return []
    if doel is None:
        raise ValidationError({"uitkomst": "Er is geen advies dat hierdoor kan veranderen."})
    vol, vanaf = volledige_periode(doel), gegevens["geldt_vanaf"]
    if vanaf is None or vanaf not in vol:
        zin = f"Vul een dag in van dit advies ({vol}): vanaf dan geldt de beslissing."
        raise ValidationError({"geldt_vanaf": zin})
    if not gegevens["begeleidingsniveau"]:
        raise ValidationError({"begeleidingsniveau": "Vul in welk niveau vanaf dan geldt."})
    schijven = sorted(gegevens["schijven"], key=lambda schijf: schijf.periode)
    if not schijven:
        raise ValidationError({"schijven": "Vul in welke percentages vanaf dan gelden."})
    eis_aansluitend(Periode(vanaf, vol.tot), schijven)
    return schijven


def _velden(
    wat: Adviesgebeurtenis, gevolg: Adviesgevolg, gegevens: Gebeurtenisgegevens
) -> dict[str, Any]:
    """What is kept of what was typed: nothing that the outcome has no use for."""
    velden: dict[str, Any] = {"gevraagd_op": gegevens["gevraagd_op"], **_LEEG}
    besloten = bool(gegevens["uitkomst"]) and wat.soort not in MELDINGEN
    velden["uitkomst"] = gegevens["uitkomst"] if besloten else ""
    velden["besluitdatum"] = gegevens["besluitdatum"] if besloten else None
    velden["kennis_op"] = gegevens["kennis_op"] if besloten else None
    velden["commissie_op"] = gegevens["commissie_op"] if wat.soort == Adviesstap.BEZWAAR else None
    if gevolg is Adviesgevolg.EINDE:
        velden["laatste_dag"] = gegevens["laatste_dag"]
    elif gevolg is Adviesgevolg.STAPPEN:
        velden["geldt_vanaf"] = gegevens["geldt_vanaf"]
        velden["begeleidingsniveau"] = gegevens["begeleidingsniveau"]
    if wat._state.adding:  # noqa: SLF001
        velden |= {veld: getattr(wat, veld) for veld in ("werknemer", "soort", "advies", "tegen")}
    return velden


def _vervolg(
    werknemer: Werknemer, gegevens: Gebeurtenisgegevens, *, door: Gebruiker
) -> Adviesperiode:
    """The advice that begins: its steps are those that were decided, never those of a package when
    it extends another."""
    schijven = sorted(gegevens["schijven"], key=lambda schijf: schijf.periode)
    assert gegevens["besluitdatum"] is not None  # noqa: S101 - `_eis_datums` asked it
    advies = Adviesgegevens(
        soort=gegevens["adviessoort"],
        besluitdatum=gegevens["besluitdatum"],
        begin=gegevens["geldt_vanaf"] or (schijven[0].periode.van if schijven else None),
        laatste_dag=schijven[-1].periode.laatste_dag if schijven else None,
        begeleidingsniveau=gegevens["begeleidingsniveau"] or Begeleidingsniveau.GEEN,
        schijven=schijven,
        nagekeken=gegevens["nagekeken"],
    )
    return voeg_advies_toe(werknemer=werknemer, door=door, **advies)


def _vervang_schijven(
    wat: Adviesgebeurtenis, doel: Adviesperiode | None, schijven: Sequence[Schijf]
) -> None:
    wat.schijven.all().delete()
    Premieschijf.objects.bulk_create(
        Premieschijf(
            advies=doel, gebeurtenis=wat, periode=schijf.periode, percentage=schijf.percentage
        )
        for schijf in schijven
    )


def _zet_periode(doel: Adviesperiode | None, *, door: Gebruiker) -> None:
    """The advice runs as far as the last decision about it says."""
    if doel is None:
        return
    huidig = ADVIEZEN.vergrendel(doel)
    ADVIEZEN.schrijf(huidig, {"periode": periode_na(huidig, besloten_over(huidig))}, door=door)


def _zet_besluitdatum(
    wat: Adviesgebeurtenis, gegevens: Gebeurtenisgegevens, *, door: Gebruiker
) -> None:
    """The advice that began by it was decided on the same day; its own days stay. Raises
    ValidationError, at `nagekeken` when it begins oddly far from that day."""
    advies, besluit = wat.vervolgadvies, wat.besluitdatum
    if advies is None or besluit is None or advies.besluitdatum == besluit:
        return
    wijzig_advies(
        advies,
        door=door,
        soort=advies.soort,
        besluitdatum=besluit,
        begin=advies.periode.van,
        laatste_dag=volledige_periode(advies).laatste_dag,
        begeleidingsniveau=advies.begeleidingsniveau,
        schijven=eigen_schijven(advies),
        nagekeken=gegevens["nagekeken"],
    )
