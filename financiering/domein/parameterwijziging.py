"""Changes a parameter; what is past changes only after somebody saw which figures move."""

from dataclasses import dataclass
from datetime import date

from django.utils.crypto import constant_time_compare, salted_hmac

from financiering.domein.parametergevolg import Gevolg, bepaal_gevolg
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from regels.domein.parameterbeheer import controleer, eis_ongewijzigd, zet_waarde
from regels.domein.parametergrenzen import raakt_wat_loopt
from regels.domein.parameterketen import Keten, Parameterwijziging, laad_keten, vergrendel_keten
from regels.domein.parameters import in_woorden, laad_parameterverloop
from regels.keuzes import Parametercode
from regels.models import Regelparameter


@dataclass(frozen=True)
class Voorproef:
    """What a change does: on which days, `nieuw` instead of `oud`, and for which figures."""

    wijziging: Parameterwijziging
    plaats: Periode
    oud: str
    nieuw: str
    gevolgen: tuple[Gevolg, ...]
    raakt_wat_loopt: bool

    @property
    def bewegend(self) -> list[Gevolg]:
        """Only the organisations with figures that move."""
        return [gevolg for gevolg in self.gevolgen if gevolg.cijfers]

    @property
    def kenmerk(self) -> str:
        """Another text when the change or any figure is another; keyed, for it holds amounts."""
        w = self.wijziging
        cijfers = [(g.organisatie.pk, g.cijfers) for g in self.bewegend]
        inhoud = (str(w.code), w.van, w.waarde, w.organisatie_id, self.plaats)
        return salted_hmac("parameterwijziging", repr((inhoud, cijfers))).hexdigest()


class BevestigingNodig(Exception):
    """The change touches a quarter that is over or runs now, and this is what would move."""

    def __init__(self, voorproef: Voorproef) -> None:
        super().__init__(voorproef.wijziging.code)
        self.voorproef = voorproef


def proef(wijziging: Parameterwijziging, op: date) -> Voorproef:
    """What would change, without changing it. Raises ValidationError as `zet_waarde` does."""
    controleer(wijziging)
    return _proef(wijziging, laad_keten(wijziging.code, wijziging.organisatie), op)


def voer_door(
    *,
    wijziging: Parameterwijziging,
    door: Gebruiker | None,
    gezien: str | None,
    bevestigd: str,
    op: date,
) -> Regelparameter | None:
    """As `zet_waarde`, once the user has confirmed what moves; `op` is today.

    `bevestigd` is the `kenmerk` of the trial that was shown. Raises BevestigingNodig when nothing
    was confirmed yet, or when the figures are no longer those that were shown.
    """
    controleer(wijziging)
    with als_zin():
        keten = vergrendel_keten(wijziging.code, wijziging.organisatie)
        eis_ongewijzigd(keten, gezien)
        voorproef = _proef(wijziging, keten, op)
        akkoord = constant_time_compare(bevestigd, voorproef.kenmerk)
        if voorproef.raakt_wat_loopt and not akkoord:
            raise BevestigingNodig(voorproef)
        return zet_waarde(wijziging=wijziging, door=door, gezien=gezien)


def _proef(wijziging: Parameterwijziging, keten: Keten, op: date) -> Voorproef:
    eigen = wijziging.organisatie
    wie = [eigen] if eigen is not None else list(Organisatie.objects.order_by("naam", "pk"))
    plaats = keten.plaats(wijziging)
    verloop = laad_parameterverloop(wijziging.organisatie_id)
    anders = verloop.met_keten(wijziging.code, wijziging.organisatie_id, keten.na(wijziging))
    nu, dan = verloop.op(wijziging.van), anders.op(wijziging.van)
    return Voorproef(
        wijziging=wijziging,
        plaats=plaats,
        oud=_in_woorden(wijziging.code, nu.regel(wijziging.code)),
        nieuw=_in_woorden(wijziging.code, dan.regel(wijziging.code)),
        gevolgen=tuple(bepaal_gevolg(organisatie, wijziging, keten, op) for organisatie in wie),
        raakt_wat_loopt=raakt_wat_loopt(plaats, op),
    )


def _in_woorden(code: Parametercode, rij: Regelparameter | None) -> str:
    return in_woorden(code, None if rij is None else rij.waarde)
