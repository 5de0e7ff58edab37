"""A mail is tried for three days, belongs to an organisation, and is given up as a decision.

Mails of before get the organisation of whom they are for, three days from now, and the end of the
links in them; what had eight attempts behind it stays given up, and now somebody sees it.
"""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import gedeeld.models.uitgaande_mail

OVERZETTEN = """
UPDATE gedeeld_uitgaandemail mail SET organisatie_id = gebruiker.organisatie_id
FROM gebruikers_gebruiker gebruiker WHERE lower(gebruiker.email) = lower(mail.aan);

UPDATE gedeeld_uitgaandemail
SET geldig_tot = gemaakt_op + interval '3 days', na_verval = 'De link in deze mail is vervallen.'
WHERE verstuurd_op IS NULL AND (sleutel LIKE 'account-%' OR sleutel LIKE 'uitnodiging-%');

UPDATE gedeeld_uitgaandemail SET geldig_tot = gemaakt_op + interval '3 days',
    na_verval = 'Dit dagoverzicht is voorbij. De signalen staan in Doorstroom, bij Signalen.'
WHERE verstuurd_op IS NULL AND sleutel LIKE 'signalen:%';

UPDATE gedeeld_uitgaandemail SET opgegeven_op = now()
WHERE verstuurd_op IS NULL AND pogingen >= 8;

-- The server's own words name the address; what was noted before its kind stood in front.
UPDATE gedeeld_uitgaandemail SET fout = '' WHERE fout <> '';

SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("gebruikers", "0001_initial"),
        ("gedeeld", "0004_mensen_uit_het_spoor"),
    ]
    operations: ClassVar = [
        migrations.RemoveIndex("uitgaandemail", "mail_te_versturen"),
        migrations.AddField(
            "uitgaandemail",
            "organisatie",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gebruikers.organisatie",
            ),
        ),
        migrations.AddField(
            "uitgaandemail",
            "proberen_tot",
            models.DateTimeField(default=gedeeld.models.uitgaande_mail.einde_van_het_proberen),
        ),
        migrations.AddField("uitgaandemail", "geldig_tot", models.DateTimeField(null=True)),
        migrations.AddField(
            "uitgaandemail", "na_verval", models.CharField(blank=True, max_length=200, default=""),
            preserve_default=False,
        ),
        migrations.AddField("uitgaandemail", "opgegeven_op", models.DateTimeField(null=True)),
        migrations.AddField("uitgaandemail", "afgezien_op", models.DateTimeField(null=True)),
        migrations.AddField(
            "uitgaandemail",
            "soort_fout",
            models.CharField(
                blank=True,
                choices=[
                    ("server_weg", "mailserver antwoordt niet"),
                    ("adres", "adres geweigerd"),
                    ("mail", "mail geweigerd"),
                    ("inhoud", "kan zo niet verstuurd worden"),
                    ("onbekend", "onverwachte fout"),
                ],
                default="",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddIndex(
            "uitgaandemail",
            models.Index(
                F("niet_voor"),
                condition=Q(verstuurd_op=None, opgegeven_op=None),
                name="mail_onderweg",
            ),
        ),
        migrations.AddIndex(
            "uitgaandemail",
            models.Index(
                F("organisatie"),
                condition=Q(opgegeven_op__isnull=False, afgezien_op=None),
                name="mail_opgegeven",
            ),
        ),
        migrations.RunSQL(OVERZETTEN, migrations.RunSQL.noop),
    ]
