"""The days of one advice in order, with today among them and what was missed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gedeeld.uitleg import Uitleg
from regels.keuzes import IN_KWARTALEN, NIET_VERLENGBAAR, SoortAdvies
from werknemers.domein.adviesdagen.aanvraag import Aanvraag, Aanvraagstand
from werknemers.domein.adviesdagen.bijsturing import bijsturing_anders, vroegste_bijsturing
from werknemers.domein.adviesdagen.blokken import lopend_blok, telt_in_blokken
from werknemers.domein.adviesdagen.dagregel import Dagregel
from werknemers.domein.adviesdagen.strookdag import (
    Dagstand,
    Strookdag,
    Strookvraag,
    loopt_af,
    tot,
    vanaf,
)
from werknemers.domein.adviesdagen.uitkijk import Uitkijk, kijk_uit
from werknemers.domein.adviesdagen.werkvloer import plan_aanpassen
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesperiode

_EINDE = "De laatste dag van het advies, of de dag waarop een beslissing het stopzet."


@dataclass(frozen=True, slots=True)
class Strook:
    uitkijk: Uitkijk
    vervolgd: bool
    dagen: tuple[Strookdag, ...]

    @property
    def advies(self) -> Adviesperiode:
        return self.uitkijk.advies

    @property
    def geweest(self) -> list[Strookdag]:
        return [dag for dag in self.dagen if dag.dag < self.uitkijk.op]

    @property
    def komend(self) -> list[Strookdag]:
        """Today's with them."""
        return [dag for dag in self.dagen if dag.dag >= self.uitkijk.op]


def strook_van(vraag: Strookvraag) -> Strook:
    """On the day of the parameters."""
    uitkijk = kijk_uit(vraag.advies, vraag.gebeurtenissen, vraag.parameters)
    dagen = [
        *_bijsturing(vraag),
        *_begeleiding(vraag),
        *([] if vraag.vervolgd else _verlenging(vraag, uitkijk)),
        *_beroep(uitkijk.aanvraag, vraag.parameters.op),
        *_beroep(uitkijk.bijsturing, vraag.parameters.op),
        *_beroep(uitkijk.begin, vraag.parameters.op),
        *_blok(vraag),
    ]
    einde = Strookdag(
        "Laatste dag van dit advies",
        Dagregel(uitkijk.einde, lambda: Uitleg("", _EINDE)),
        loopt_af(uitkijk.einde, uitkijk.op),
    )
    return Strook(uitkijk, vraag.vervolgd, tuple(sorted([*dagen, einde], key=lambda dag: dag.dag)))


def _verlenging(vraag: Strookvraag, uitkijk: Uitkijk) -> Iterator[Strookdag]:
    if uitkijk.waarom_niet:
        return
    gevraagd, op = uitkijk.aanvraag.gevraagd_op, uitkijk.op
    for wat, vroegst in (
        ("Verlenging vragen kan, volgens vlaanderen.be", uitkijk.vroegst),
        ("Verlenging vragen kan, volgens VDAB", uitkijk.anders),
    ):
        if vroegst is not None:
            yield Strookdag(wat, vroegst, vanaf(vroegst.dag, vraag, gevraagd), opent=True)
    for wat, uiterlijk in (
        ("Laatste veilige dag, met tijd voor beroep", uitkijk.met_beroep),
        ("Laatste veilige dag om te vragen", uitkijk.veilig),
    ):
        if uiterlijk is not None:
            yield Strookdag(wat, uiterlijk, tot(uiterlijk.dag, op, gevraagd))


def _bijsturing(vraag: Strookvraag) -> Iterator[Strookdag]:
    """Only a long advice can be adjusted."""
    advies = vraag.advies
    if advies.soort in NIET_VERLENGBAAR or advies.soort == SoortAdvies.LDE_OVERGANG:
        return
    geevalueerd = _geevalueerd(vraag)
    lezingen = [vroegste_bijsturing(advies.periode, vraag.parameters, geevalueerd)]
    if geevalueerd is None:
        lezingen.append(bijsturing_anders(advies.periode, vraag.parameters))
    namen = ("Bijsturing vragen kan", "Bijsturing vragen kan, andere lezing")
    for wat, regel in zip(namen, lezingen, strict=False):
        if regel is not None:
            stand = vanaf(regel.dag, vraag, _bijgestuurd(vraag))
            yield Strookdag(wat, regel, stand, opent=True)


def _geevalueerd(vraag: Strookvraag) -> date | None:
    """The last evaluation that was decided; an advice after an evaluation begins with one."""
    begin = vraag.advies.soort == SoortAdvies.IMW_NA_EVALUATIE
    besluiten = [
        wat.besluitdatum
        for wat in vraag.gebeurtenissen
        if wat.soort == Adviesstap.EVALUATIE and wat.besluitdatum
    ]
    return max(besluiten, default=vraag.advies.besluitdatum if begin else None)


def _bijgestuurd(vraag: Strookvraag) -> date | None:
    """When an adjustment was last asked."""
    gevraagd = (
        wat.gevraagd_op
        for wat in vraag.gebeurtenissen
        if wat.soort == Adviesstap.BIJSTURING and wat.uitkomst != Stapuitkomst.INGETROKKEN
    )
    return max(gevraagd, default=None)


def _begeleiding(vraag: Strookvraag) -> Iterator[Strookdag]:
    advies = vraag.advies
    if advies.soort not in IN_KWARTALEN or not _met_begeleiding(vraag):
        return
    regel = plan_aanpassen(vraag.telt_van, vraag.parameters)
    if regel.dag in advies.periode:
        stand = loopt_af(regel.dag, vraag.parameters.op)
        yield Strookdag("Ondersteuningsplan aanpassen", regel, stand, opent=True)


def _met_begeleiding(vraag: Strookvraag) -> bool:
    """From the start, or since a decision."""
    besloten = (wat.begeleidingsniveau for wat in vraag.gebeurtenissen)
    niveaus = {vraag.advies.begeleidingsniveau, *besloten} - {"", Begeleidingsniveau.GEEN}
    return bool(niveaus)


def _beroep(aanvraag: Aanvraag, op: date) -> Iterator[Strookdag]:
    dagen = aanvraag.beroep
    if dagen is None:
        return
    stand = tot(dagen.uiterlijk.dag, op, aanvraag.bezwaar_op)
    if stand is Dagstand.KOMT:
        stand = Dagstand.KAN
    yield Strookdag("Beroep kan tot en met (strikt)", dagen.uiterlijk, stand)
    if aanvraag.stand is Aanvraagstand.BEZWAAR:
        for wat, regel in (
            ("De commissie geeft advies, uiterlijk", dagen.advies),
            ("VDAB beslist over het bezwaar, uiterlijk", dagen.beslissing),
        ):
            if regel is not None:
                yield Strookdag(wat, regel, loopt_af(regel.dag, op))


def _blok(vraag: Strookvraag) -> Iterator[Strookdag]:
    """A proposal for who is old enough: the transition itself has the end that was granted."""
    advies, op = vraag.advies, vraag.parameters.op
    oud = telt_in_blokken(vraag.geboren, op, vraag.parameters)
    if advies.soort != SoortAdvies.LDE_OVERGANG or not oud or vraag.lde_sinds is None:
        return
    regel = lopend_blok(vraag.lde_sinds, op, vraag.parameters)
    if regel is not None:
        yield Strookdag("Voorstel: einde van het blok (55+)", regel, Dagstand.KOMT)
