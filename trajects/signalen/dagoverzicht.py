"""The morning mail: the new signals of one counsellor in one digest, once."""

from collections import defaultdict
from datetime import date

from django.conf import settings
from django.urls import reverse

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models.uitgaande_mail import einde_van_het_proberen
from gedeeld.post.postbus import stel_op
from gedeeld.tijd import nu
from gedeeld.weergeven import meervoud
from trajects.models import Signaal
from trajects.signalen.signaaltekst import in_een_zin


def stel_dagoverzichten_op(organisatie: Organisatie, op: date) -> int:
    """Put a digest in the outbox for everyone with signals that were not reported yet.

    The counsellor gets it, and whoever stands in today; when none of them is active or may still
    see signals, the coordinators do. Inside the job's transaction: the signals and their mail exist
    together or not at all. Returns the number of mails.
    """
    signalen = list(
        Signaal.objects.vraagt_aandacht_op(op)
        .filter(organisatie=organisatie, gemeld_op=None)
        .select_related("werknemer", "advies")
        .defer("werknemer__insz")
        .order_by("advies__periode", "pk")
        .select_for_update(of=("self",))
    )
    per_ontvanger = _verdeel(signalen, organisatie, op) if signalen else {}
    for ontvanger, eigen in per_ontvanger.items():
        _stel_overzicht_op(ontvanger, eigen, op)
    gemeld = {signaal.pk for eigen in per_ontvanger.values() for signaal in eigen}
    Signaal.objects.filter(pk__in=gemeld).update(gemeld_op=nu())
    return len(per_ontvanger)


def _verdeel(
    signalen: list[Signaal], organisatie: Organisatie, op: date
) -> dict[Gebruiker, list[Signaal]]:
    actief = {g.pk: g for g in organisatie.gebruikers.begeleiders()}
    coordinatoren = [g for g in actief.values() if g.rol == Rol.COORDINATOR]
    vervangers: dict[int, list[int]] = defaultdict(list)
    for waarneming in Waarneming.objects.op(op).filter(organisatie=organisatie):
        vervangers[waarneming.begeleider_id].append(waarneming.vervanger_id)
    verdeling: dict[Gebruiker, list[Signaal]] = defaultdict(list)
    for signaal in signalen:
        begeleider = signaal.werknemer.begeleider_id or 0
        namen = [begeleider, *vervangers[begeleider]]
        for ontvanger in [actief[pk] for pk in namen if pk in actief] or coordinatoren:
            verdeling[ontvanger].append(signaal)
    return verdeling


def _stel_overzicht_op(ontvanger: Gebruiker, signalen: list[Signaal], op: date) -> None:
    regels = "\n".join(
        f"- {signaal.werknemer.korte_naam}: {in_een_zin(signaal, op)}" for signaal in signalen
    )
    # `gemeld_op` keeps a signal out of a second mail; the key only has to be new.
    stel_op(
        sleutel=f"signalen:{ontvanger.pk}:{nu():%Y-%m-%dT%H:%M:%S.%f}",
        organisatie_id=ontvanger.organisatie_id,
        aan=ontvanger.email,
        onderwerp=f"Doorstroom: {meervoud(len(signalen), 'nieuw signaal', 'nieuwe signalen')}",
        tekst=(
            f"Dag {ontvanger.get_short_name()}\n\n"
            f"Dit vraagt je aandacht:\n\n{regels}\n\n"
            f"Bekijk ze en kies een volgende stap: "
            f"{settings.BASIS_URL}{reverse('trajects:signalen')}\n"
        ),
        # No later mail repeats these signals, so it is of use for as long as it is tried. After
        # that the terms in it are wrong, and the employees may be somebody else's.
        geldig_tot=einde_van_het_proberen(),
        na_verval="Dit dagoverzicht is voorbij. De signalen staan in Doorstroom, bij Signalen.",
    )
