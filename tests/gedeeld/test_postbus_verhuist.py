"""Mails that wait when the new outbox comes: they go on, and what was given up asks somebody."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from gebruikers.models import Gebruiker
from gedeeld.models import UitgaandeMail
from gedeeld.periode import plus_dagen
from gedeeld.post.postbus import verstuur_wachtende
from tests.fabrieken import MailFactory

OVERZETTEN = import_module("gedeeld.migrations.0005_mail_tot_hij_er_is").OVERZETTEN


def verhuis(sleutel: str, **velden: Any) -> UitgaandeMail:
    """A mail as it was before, after the migration."""
    oud = MailFactory(sleutel=sleutel, organisatie=None, **velden)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(OVERZETTEN)
    oud.refresh_from_db()
    return oud


def test_what_waits_belongs_to_whom_it_is_for_and_goes(begeleider: Gebruiker) -> None:
    mail = verhuis("overdracht:1:2", aan=begeleider.email.upper(), pogingen=7)
    assert (mail.organisatie, mail.opgegeven_op, mail.geldig_tot) == (
        begeleider.organisatie,
        None,
        None,
    )
    assert verstuur_wachtende()["verstuurd"] == 1


@pytest.mark.django_db
def test_what_had_its_eight_attempts_is_given_up() -> None:
    mail = verhuis("overdracht:1:2", pogingen=8, fout="{'an@x.be': (550, b'no')}")
    assert mail.opgegeven_op
    assert (mail.organisatie, mail.fout) == (None, "")


@pytest.mark.parametrize("sleutel", ["account-x", "uitnodiging-3-202611230900", "signalen:3:2026"])
@pytest.mark.django_db
def test_what_holds_for_three_days_still_does(sleutel: str) -> None:
    mail = verhuis(sleutel)
    assert mail.geldig_tot
    assert mail.geldig_tot.date() == plus_dagen(mail.gemaakt_op.date(), 3)
    assert mail.na_verval
