"""What happened to some advices: adjusted, refused with an objection, and asked to be extended."""

from datetime import date
from typing import Any, cast

from demo.verhaal import Verhaal
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from werknemers.domein.gebeurteniseisen import Gebeurtenisgegevens
from werknemers.domein.gebeurtenissen import noteer_gebeurtenis
from werknemers.domein.schijven import Schijf
from werknemers.keuzes import Adviesstap, Begeleidingsniveau, Stapuitkomst
from werknemers.models import Adviesgebeurtenis


def robin(verhaal: Verhaal) -> None:
    """The need grew: more support from next quarter on, until the end."""
    verhaal.dag(maanden=5)
    gevraagd = verhaal.nu
    verhaal.dag(dagen=21)
    besluit, vanaf = verhaal.nu, (Kwartaal.van(verhaal.nu) + 1).eerste_dag
    verhaal.dag(dagen=18)
    advies = verhaal.werknemer.adviezen.get()
    schijven = [Schijf(Periode(vanaf, advies.periode.tot), 45)]
    _noteer(
        verhaal,
        Adviesstap.BIJSTURING,
        gevraagd,
        besluitdatum=besluit,
        kennis_op=verhaal.nu,
        uitkomst=Stapuitkomst.TOEGEKEND,
        geldt_vanaf=vanaf,
        begeleidingsniveau=Begeleidingsniveau.HOOG,
        schijven=schijven,
    )


def danny(verhaal: Verhaal) -> None:
    """An adjustment was refused last month; the objection waits for an answer."""
    verhaal.dag(maanden=4)
    gevraagd = verhaal.nu
    verhaal.dag(dagen=31)
    besluit = verhaal.nu
    verhaal.dag(dagen=28)
    geweigerd = _noteer(
        verhaal,
        Adviesstap.BIJSTURING,
        gevraagd,
        besluitdatum=besluit,
        kennis_op=verhaal.nu,
        uitkomst=Stapuitkomst.GEWEIGERD,
    )
    verhaal.dag(dagen=8)
    _noteer(verhaal, Adviesstap.BEZWAAR, verhaal.nu, tegen=geweigerd)


def luc(verhaal: Verhaal) -> None:
    """The extension is asked for; nobody decided yet."""
    verhaal.dag(dagen=20)
    _noteer(verhaal, Adviesstap.VERLENGING, verhaal.nu)


def ilse(verhaal: Verhaal) -> None:
    """An adjustment was refused; one can still object to it."""
    verhaal.dag(maanden=4)
    gevraagd = verhaal.nu
    verhaal.dag(dagen=20)
    besluit = verhaal.nu
    verhaal.dag(dagen=16)
    _noteer(
        verhaal,
        Adviesstap.BIJSTURING,
        gevraagd,
        besluitdatum=besluit,
        kennis_op=verhaal.nu,
        uitkomst=Stapuitkomst.GEWEIGERD,
    )


def kevin(verhaal: Verhaal) -> None:
    """An adjustment was asked long ago, and nobody answered."""
    verhaal.dag(maanden=4)
    _noteer(verhaal, Adviesstap.BIJSTURING, verhaal.nu)


def vraag_verlenging(verhaal: Verhaal) -> None:
    """Asked as soon as that could be done."""
    verhaal.dag(dagen=18)
    verhaal.nu = max(verhaal.nu, Kwartaal.van(verhaal.vandaag).eerste_dag)
    _noteer(verhaal, Adviesstap.VERLENGING, verhaal.nu)


def _noteer(
    verhaal: Verhaal,
    soort: Adviesstap,
    gevraagd_op: date,
    *,
    tegen: Adviesgebeurtenis | None = None,
    **besluit: Any,
) -> Adviesgebeurtenis:
    leeg: dict[str, Any] = dict.fromkeys(Gebeurtenisgegevens.__annotations__)
    leeg |= {"uitkomst": "", "begeleidingsniveau": "", "adviessoort": "", "schijven": ()}
    leeg |= {"nagekeken": False, "gevraagd_op": gevraagd_op, **besluit}
    with verhaal.toen():
        return noteer_gebeurtenis(
            werknemer=verhaal.werknemer,
            soort=soort,
            advies=verhaal.werknemer.adviezen.get(),
            tegen=tegen,
            door=verhaal.demo.personeelsdienst,
            **cast(Gebeurtenisgegevens, leeg),
        )
