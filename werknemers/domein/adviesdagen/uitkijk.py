"""What is lost first about an advice, and what can or must be asked now. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.ernst import Ernst
from gedeeld.weergeven import datum_met_dag
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.adviesdagen.aanvraag import (
    Aanvraag,
    Aanvraagstand,
    aanvraag_van,
    te_vragen,
)
from werknemers.domein.adviesdagen.dagregel import Dagregel
from werknemers.domein.adviesdagen.verlengbaar import waarom_niet_verlengbaar, wat_wel
from werknemers.domein.adviesdagen.verlenging import (
    laatste_veilige_dag,
    veilig_met_beroep,
    vroegste_aanvraag,
)
from werknemers.keuzes import GEEFT_ADVIES, WIJZIGT_ADVIES, Adviesmoment
from werknemers.models import Adviesgebeurtenis, Adviesperiode

_ANDERS: Final = Parametercode.VERLENGING_ANDERS
_STAPPEN: Final = {
    Adviesmoment.BEROEP: "Beslis samen of er beroep komt.",
    Adviesmoment.GEMIST: "Vraag de verlenging vandaag nog aan in het WSE-loket.",
    Adviesmoment.LOOPT: "Wacht op de beslissing, en noteer wanneer je ze kent.",
    Adviesmoment.LATER: "Vraag bij VDAB na vanaf wanneer verlengen kan.",
    Adviesmoment.BESLIST: "Bereid de volgende job voor.",
}
_ERNST: Final = {
    Adviesmoment.BEROEP: Ernst.LET_OP,
    Adviesmoment.GEMIST: Ernst.ERG,
    Adviesmoment.NU: Ernst.LET_OP,
}


@dataclass(frozen=True, slots=True)
class Uitkijk:
    """One advice on the day `op`. `aanvraag` is about what comes after it, `bijsturing` about what
    it is now, `begin` about the decision by which it began. The four days are None when it cannot
    be extended; `waarom_niet` says then what can be done instead."""

    op: date
    advies: Adviesperiode
    aanvraag: Aanvraag
    bijsturing: Aanvraag
    begin: Aanvraag
    waarom_niet: str
    vroegst: Dagregel | None
    anders: Dagregel | None
    met_beroep: Dagregel | None
    veilig: Dagregel | None

    @property
    def einde(self) -> date:
        """There always is one (constraint `advies_heeft_einde`)."""
        laatste: date = self.advies.periode.laatste_dag
        return laatste

    @property
    def regels(self) -> list[Dagregel]:
        """The days of an extension that are known."""
        alle = (self.vroegst, self.anders, self.veilig, self.met_beroep)
        return [regel for regel in alle if regel is not None]

    @property
    def moment(self) -> Adviesmoment:
        stand = self.aanvraag.stand
        if self._in_beroep:
            return Adviesmoment.BEROEP
        if self.einde < self.op:
            return Adviesmoment.VOORBIJ
        if stand in (Aanvraagstand.LOOPT, Aanvraagstand.BEZWAAR):
            return Adviesmoment.LOOPT
        if self.waarom_niet:
            return Adviesmoment.NIET
        if stand is Aanvraagstand.BESLIST:
            return Adviesmoment.BESLIST
        return self._te_vragen()

    def _te_vragen(self) -> Adviesmoment:
        if self.veilig is not None and self.veilig.dag < self.op:
            return Adviesmoment.GEMIST
        if self.vroegst is None or self.vroegst.dag > self.op:
            return Adviesmoment.LATER
        return Adviesmoment.NU

    @property
    def ernst(self) -> Ernst:
        return _ERNST.get(self.moment, Ernst.RUSTIG)

    @property
    def verlies(self) -> date:
        """The day on which something is lost next, or was: lists begin with the earliest."""
        moment = self.moment
        if moment is Adviesmoment.BEROEP:
            return min(self._beroepsdagen(), default=self.einde)
        if moment is Adviesmoment.GEMIST and self.veilig:
            return self.veilig.dag
        if moment in (Adviesmoment.NU, Adviesmoment.LATER):
            komt = (regel.dag for regel in (self.met_beroep, self.veilig) if regel)
            return min((dag for dag in komt if dag >= self.op), default=self.einde)
        return self.einde

    def _beroepsdagen(self) -> Iterator[date]:
        """By when an appeal that is still possible must be made."""
        for aanvraag in self._in_beroep:
            if aanvraag.beroep is not None:
                yield aanvraag.beroep.veilig

    @property
    def _in_beroep(self) -> list[Aanvraag]:
        """Of which one can still appeal; what comes after the advice goes first."""
        alle = (self.aanvraag, self.bijsturing, self.begin)
        return [aanvraag for aanvraag in alle if aanvraag.stand is Aanvraagstand.BEROEP]

    @property
    def zin(self) -> str:
        """How the request stands that the moment is about."""
        wat = next(iter(self._in_beroep), self.aanvraag)
        if wat is self.bijsturing:
            return f"Bijsturing of evaluatie: {wat.zin}"
        return f"Dit advies: {wat.zin}" if wat is self.begin else wat.zin

    @property
    def volgende_stap(self) -> str:
        """In one sentence; "" when there is nothing to do about the advice."""
        moment = self.moment
        if moment is Adviesmoment.NIET:
            return wat_wel(self.advies.soort)
        if moment is Adviesmoment.NU:
            return f"Vraag de verlenging aan, ten laatste op {datum_met_dag(self.verlies)}."
        if moment is Adviesmoment.LATER and self.vroegst is not None:
            return f"Verlengen kan ten vroegste vanaf {datum_met_dag(self.vroegst.dag)}."
        return _STAPPEN.get(moment, "")


def kijk_uit(
    advies: Adviesperiode, gebeurtenissen: Sequence[Adviesgebeurtenis], parameters: Parameters
) -> Uitkijk:
    """On the day of the parameters; `gebeurtenissen` as in `aanvraag_van`."""
    waarom_niet = waarom_niet_verlengbaar(advies)
    kan, periode = not waarom_niet, advies.periode
    gevraagd = te_vragen(advies.soort)
    rest = [stap for stap in WIJZIGT_ADVIES if stap not in gevraagd]
    verleend = {wat.pk for wat in gebeurtenissen if advies.pk and wat.vervolgadvies_id == advies.pk}
    over = [wat for wat in gebeurtenissen if wat.pk not in verleend]
    door = [wat for wat in gebeurtenissen if wat.pk in verleend or wat.tegen_id in verleend]
    return Uitkijk(
        op=parameters.op,
        advies=advies,
        aanvraag=aanvraag_van(over, gevraagd, parameters, advies),
        bijsturing=aanvraag_van(over, rest, parameters, advies),
        begin=aanvraag_van(door, [*GEEFT_ADVIES, *WIJZIGT_ADVIES], parameters, advies),
        waarom_niet=waarom_niet,
        vroegst=vroegste_aanvraag(periode, parameters) if kan else None,
        anders=vroegste_aanvraag(periode, parameters, _ANDERS) if kan else None,
        met_beroep=veilig_met_beroep(periode, parameters) if kan else None,
        veilig=laatste_veilige_dag(periode, parameters) if kan else None,
    )
