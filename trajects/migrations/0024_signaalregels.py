"""A signal is about whatever its rule says, no longer about an advice alone.

What is open stays open with its follow-up; the end of support is written where the rules write it.
"""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OVERNEMEN = """
UPDATE trajects_signaal AS s
SET onderwerp = s.advies_id, dag = upper(a.periode) - 1, sinds = s.ontstaan_op,
    urgentie = CASE s.soort WHEN 'ondersteuning_verlopen' THEN 2
               ELSE CASE WHEN s.drempel <= 6 THEN 1 ELSE 3 END END
FROM werknemers_adviesperiode AS a WHERE a.id = s.advies_id
"""
# Other kinds, and what is about an advice that is gone, did not exist before.
TERUG = """
DELETE FROM trajects_signaal AS s
WHERE s.soort NOT IN ('einde_ondersteuning', 'ondersteuning_verlopen')
   OR NOT EXISTS (SELECT FROM werknemers_adviesperiode AS a WHERE a.id = s.onderwerp);
UPDATE trajects_signaal SET advies_id = onderwerp;
SET CONSTRAINTS ALL IMMEDIATE
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ('trajects', '0023_planbespreking'),
        ('werknemers', '0019_contracteinde'),
    ]

    operations: ClassVar = [
        migrations.RemoveConstraint('signaal', 'signaal_eenmalig'),
        migrations.RemoveConstraint('signaal', 'signaal_een_open'),
        migrations.RenameField('signaal', 'drempel_maanden', 'drempel'),
        migrations.AlterField('signaal', 'drempel', models.PositiveSmallIntegerField(default=0)),
        migrations.AlterField('signaal', 'soort', models.CharField(max_length=30)),
        migrations.AlterField(
            'signaal',
            'werknemer',
            models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signalen', to='werknemers.werknemer'),
        ),
        migrations.AddField('signaal', 'onderwerp', models.BigIntegerField(default=0), preserve_default=False),
        migrations.AddField('signaal', 'urgentie', models.PositiveSmallIntegerField(default=2)),
        migrations.AddField('signaal', 'dag', models.DateField(null=True)),
        migrations.AddField('signaal', 'sinds', models.DateField(null=True)),
        migrations.AddField('signaal', 'wat', models.CharField(blank=True, max_length=200)),
        migrations.AddField(
            'signaal',
            'voor',
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(choices=[('begeleider', 'begeleider'), ('coordinator', 'coördinator'), ('hr', 'HR'), ('beheerder', 'beheerder')], max_length=12),
                default=['begeleider', 'coordinator'],
                size=None,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            'signaal',
            'doorgegeven_op',
            models.DateField(blank=True, help_text='Niemand nam het op: sinds die dag weet de coördinator het.', null=True),
        ),
        migrations.AlterField(
            'signaal',
            'advies',
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='signalen', to='werknemers.adviesperiode'),
        ),
        migrations.RunSQL(OVERNEMEN, TERUG),
        migrations.RemoveField('signaal', 'advies'),
        migrations.AddConstraint(
            'signaal',
            models.UniqueConstraint(
                fields=('werknemer', 'soort', 'onderwerp', 'drempel'),
                name='signaal_eenmalig',
                nulls_distinct=False,
                violation_error_message='Dit signaal bestaat al.',
            ),
        ),
        migrations.AddConstraint(
            'signaal',
            models.UniqueConstraint(
                condition=models.Q(('status__in', ('nieuw', 'gezien', 'in_opvolging', 'uitgesteld'))),
                fields=('werknemer', 'soort', 'onderwerp'),
                name='signaal_een_open',
                nulls_distinct=False,
                violation_error_message='Er staat al een signaal van deze soort open.',
            ),
        ),
    ]
