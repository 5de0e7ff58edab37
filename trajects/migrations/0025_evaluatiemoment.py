"""The periodic reviews of a trajectory: planned, held, moved or excused."""

from typing import ClassVar

import django.db.models.deletion
import gedeeld.organisatiesleutel
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ('gebruikers', '0004_dubbele_indexen'),
        ('trajects', '0024_signaalregels'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name='Evaluatiemoment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gepland_op', models.DateField()),
                ('stand', models.CharField(choices=[('gepland', 'gepland'), ('gehouden', 'gehouden'), ('verzet', 'verzet'), ('vrijgesteld', 'niet nodig')], default='gepland', max_length=12)),
                ('afgehandeld_op', models.DateField(blank=True, null=True)),
                ('reden', models.CharField(blank=True, max_length=500)),
                ('afspraken', models.TextField(blank=True, max_length=5000)),
                ('gewijzigd_op', models.DateTimeField(auto_now=True)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluatiemomenten', to=settings.AUTH_USER_MODEL)),
                ('organisatie', gedeeld.organisatiesleutel.Organisatiesleutel(blank=True, db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='gebruikers.organisatie')),
                ('traject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluatiemomenten', to='trajects.traject')),
            ],
            options={
                'verbose_name': 'evaluatiemoment',
                'verbose_name_plural': 'evaluatiemomenten',
                'ordering': ('-gepland_op', '-pk'),
                'constraints': [gedeeld.organisatiesleutel.ZelfdeOrganisatie('traject', name='evaluatiemoment_organisatie'), models.UniqueConstraint(condition=models.Q(('stand', 'gepland')), fields=('traject',), name='evaluatiemoment_een_gepland', violation_error_message='Er staat al een volgende evaluatie gepland.'), models.UniqueConstraint(condition=models.Q(('stand', 'gehouden')), fields=('traject', 'afgehandeld_op'), name='evaluatiemoment_per_dag', violation_error_message='Voor die dag staat er al een evaluatie. Pas die aan.'), models.CheckConstraint(condition=models.Q(('stand__in', ['gepland', 'gehouden', 'verzet', 'vrijgesteld'])), name='evaluatiemoment_stand', violation_error_message='Een evaluatie is gepland, gehouden, verzet of niet nodig.'), models.CheckConstraint(condition=models.Q(models.Q(('stand', 'gepland'), ('afgehandeld_op', None)), models.Q(models.Q(('stand', 'gepland'), _negated=True), ('afgehandeld_op__isnull', False)), _connector='OR'), name='evaluatiemoment_afgehandeld_op', violation_error_message='Zeg op welke dag de evaluatie was.'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('stand', 'gepland'), ('stand', 'gehouden'), _connector='OR'), ('reden', '')), models.Q(models.Q(('stand', 'gepland'), ('stand', 'gehouden'), _connector='OR', _negated=True), models.Q(('reden', ''), _negated=True)), _connector='OR'), name='evaluatiemoment_reden', violation_error_message='Zeg waarom de evaluatie verzet wordt of niet nodig is.'), models.CheckConstraint(condition=models.Q(('stand', 'gehouden'), ('afspraken', ''), _connector='OR'), name='evaluatiemoment_afspraken', violation_error_message='Afspraken horen bij een evaluatie die er was.')],
            },
        ),
    ]
