"""The yardstick of the night does the same work as the night itself."""

from typing import Any

from gebruikers.models import Organisatie
from gedeeld.models import UitgaandeMail
from tests.dagen import VANDAAG
from tests.meting.kaal.nacht import kale_nacht
from tests.meting.naspelen import neem_op, ongedaan
from trajects.models import Signaal
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_voor

Stand = set[tuple[Any, ...]]


def _stand() -> Stand:
    velden = ("werknemer", "soort", "onderwerp", "drempel", "status", "afgesloten_op")
    return set(Signaal.objects.values_list(*velden))


def _nacht() -> None:
    for organisatie in Organisatie.objects.all():
        bepaal_voor(organisatie, Signaaluitkomst(VANDAAG))


def _na(werk: Any) -> tuple[Stand, set[str]]:
    """The signals, and who gets a mail."""
    with ongedaan():
        werk()
        return _stand(), set(UitgaandeMail.objects.values_list("aan", flat=True))


def test_the_bare_night_leaves_the_same_signals_and_writes_to_the_same_people(
    land: dict[str, Any],
) -> None:
    voor = _stand()
    ons, kaal = _na(_nacht), _na(lambda: kale_nacht(VANDAAG))
    assert len(ons[0] - voor) > 10
    assert kaal == ons
    assert _stand() == voor


def test_the_second_night_changes_nothing(land: dict[str, Any]) -> None:
    _nacht()
    voor = _stand()
    assert kale_nacht(VANDAAG) == 0
    assert _stand() == voor


def test_one_organisation_is_left_alone_by_the_night_of_another(land: dict[str, Any]) -> None:
    eerste, tweede = Organisatie.objects.order_by("pk")[:2]
    voor = Signaal.objects.filter(organisatie=tweede).count()
    assert kale_nacht(VANDAAG, eerste.pk) > 0
    assert Signaal.objects.filter(organisatie=tweede).count() == voor


def test_what_is_played_again_is_undone_again(land: dict[str, Any]) -> None:
    voor = _stand()
    opname = neem_op(_nacht)
    assert len(opname.vragen) > 3
    opname.speel()
    assert _stand() == voor
