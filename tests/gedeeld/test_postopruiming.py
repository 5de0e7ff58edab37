"""What was sent or given up is emptied after a term: no address, no subject, no link is left."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from gedeeld.models import Taakrun, UitgaandeMail
from gedeeld.post.postopruiming import ruim_post_op
from gedeeld.tijd import nu
from tests.fabrieken import MailFactory

pytestmark = pytest.mark.django_db
INHOUD = ("aan", "onderwerp", "tekst", "na_verval", "fout")


def maak(sleutel: str, **velden: Any) -> None:
    """A mail that says somebody's address in each of its texts."""
    vol = {"onderwerp": "Voor an@x.be", "tekst": "an@x.be", "na_verval": "an@x.be", "fout": "an@x"}
    MailFactory(sleutel=sleutel, **vol, **velden)


def leeg() -> set[str]:
    """The mails of which nothing is left but the row."""
    return set(
        UitgaandeMail.objects.filter(**dict.fromkeys(INHOUD, "")).values_list("sleutel", flat=True)
    )


@pytest.mark.parametrize("dagen", [30, 7])
def test_sent_and_given_up_mails_are_emptied_after_the_term(settings: Settings, dagen: int) -> None:
    settings.POST_BEWAARDAGEN = dagen
    oud, nieuw = nu() - timedelta(days=dagen + 1), nu() - timedelta(days=dagen)
    maak("verstuurd, oud", verstuurd_op=oud)
    maak("verstuurd, nieuw", verstuurd_op=nieuw)
    maak("opgegeven, oud", opgegeven_op=oud)
    maak("opgegeven, nieuw", opgegeven_op=nieuw)
    maak("onderweg")
    UitgaandeMail.objects.filter(sleutel="onderweg").update(gemaakt_op=oud)
    assert ruim_post_op() == 2
    assert leeg() == {"verstuurd, oud", "opgegeven, oud"}
    assert ruim_post_op() == 0
    run = Taakrun.objects.geslaagd().filter(taak="ruim_post_op").earliest("pk")
    assert run.tellingen == {"gewist": 2}


def test_every_field_that_can_name_somebody_is_emptied() -> None:
    """The key stays: `test_no_key_names_anybody` holds that it says nothing."""
    maak("oud", verstuurd_op=nu() - timedelta(days=31))
    ruim_post_op()
    (rij,) = UitgaandeMail.objects.values()
    assert "an@" not in str(rij)


def test_what_was_given_up_still_waits_for_somebody() -> None:
    maak("oud", opgegeven_op=nu() - timedelta(days=31))
    ruim_post_op()
    assert UitgaandeMail.objects.wacht_op_besluit().count() == 1
