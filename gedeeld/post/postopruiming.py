"""Empties old mails: to whom they went and what they said is not kept longer than it is of use."""

from typing import Final

from django.conf import settings
from django.db.models import Q

from gedeeld.models import UitgaandeMail
from gedeeld.periode import plus_dagen
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import vandaag

TAAK: Final = "ruim_post_op"
# `sleutel` stays: it keeps the same mail from being made twice, and names nobody.
LEEG: Final = {"aan": "", "onderwerp": "", "tekst": "", "na_verval": "", "fout": ""}


def ruim_post_op() -> int:
    """Empty what was sent or given up more than POST_BEWAARDAGEN days ago; how many."""
    with taakrun(TAAK) as tellingen:
        grens = plus_dagen(vandaag(), -settings.POST_BEWAARDAGEN)
        oud = Q(verstuurd_op__date__lt=grens) | Q(opgegeven_op__date__lt=grens)
        tellingen["gewist"] = UitgaandeMail.objects.filter(oud).exclude(aan="").update(**LEEG)
    return tellingen["gewist"]
