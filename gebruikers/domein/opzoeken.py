"""Finds an organisation by the code that people type on the command line."""

from gebruikers.models import Organisatie


class OnbekendeOrganisatie(LookupError):
    """No organisation has this code; the message says so in Dutch."""


def organisatie_met_code(code: str) -> Organisatie:
    """The organisation with this code. Raises OnbekendeOrganisatie."""
    try:
        return Organisatie.objects.get(code=code)
    except Organisatie.DoesNotExist:
        bekend = ", ".join(Organisatie.objects.values_list("code", flat=True)) or "nog geen"
        raise OnbekendeOrganisatie(
            f"Er is geen organisatie met code “{code}”. Bekende codes: {bekend}."
        ) from None


def sleutels_van_organisaties() -> list[int]:
    """The keys of all organisations: what a night goes through."""
    return list(Organisatie.objects.order_by("pk").values_list("pk", flat=True))
