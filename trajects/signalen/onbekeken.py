"""Signals that a night made and nobody looked at."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from gedeeld.models import Auditregel
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal

_VAN_DE_NACHT = (Signaalstatus.NIEUW, Signaalstatus.VERVANGEN, Signaalstatus.INGETROKKEN)


def nooit_bekeken(signalen: QuerySet[Any]) -> QuerySet[Any]:
    """Those that stand as the night left them, without a row of anybody in the trail."""
    door_iemand = Auditregel.objects.filter(
        soort=Signaal._meta.model_name, onderwerp_id=OuterRef("pk"), door__isnull=False
    )
    return signalen.filter(status__in=_VAN_DE_NACHT, opgevolgd_door=None).exclude(
        Exists(door_iemand)
    )
