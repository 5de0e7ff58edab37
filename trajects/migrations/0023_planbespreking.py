"""Each time the plan on paper was gone through with an employee, and the answer."""

from typing import ClassVar

import django.db.models.deletion
import gedeeld.organisatiesleutel
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ('gebruikers', '0004_dubbele_indexen'),
        ('trajects', '0022_gesprek_over_einddoel'),
        ('werknemers', '0017_adviesgebeurtenis'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name='Planbespreking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('besproken_op', models.DateField()),
                ('versie', models.DateField()),
                ('bewijs', models.CharField(blank=True, max_length=19)),
                ('taal', models.CharField(choices=[('nl', 'Nederlands'), ('fr', 'Frans'), ('en', 'Engels'), ('ar', 'Arabisch'), ('tr', 'Turks'), ('fa', 'Farsi'), ('ps', 'Pasjtoe'), ('uk', 'Oekraïens'), ('ru', 'Russisch'), ('pl', 'Pools'), ('ro', 'Roemeens'), ('bg', 'Bulgaars'), ('es', 'Spaans'), ('pt', 'Portugees'), ('so', 'Somalisch'), ('ti', 'Tigrinya'), ('am', 'Amhaars')], max_length=2)),
                ('met_tolk', models.BooleanField(default=False)),
                ('antwoord', models.CharField(choices=[('ja', 'akkoord'), ('deels', 'deels akkoord'), ('nee', 'niet akkoord'), ('nog', 'nog geen antwoord')], max_length=6)),
                ('ondertekend_op', models.DateField(blank=True, null=True)),
                ('gewijzigd_op', models.DateTimeField(auto_now=True)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='planbesprekingen', to=settings.AUTH_USER_MODEL)),
                ('organisatie', gedeeld.organisatiesleutel.Organisatiesleutel(blank=True, db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='gebruikers.organisatie')),
                ('werknemer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='planbesprekingen', to='werknemers.werknemer')),
            ],
            options={
                'verbose_name': 'planbespreking',
                'verbose_name_plural': 'planbesprekingen',
                'ordering': ('-besproken_op', '-versie'),
                'constraints': [gedeeld.organisatiesleutel.ZelfdeOrganisatie('werknemer', name='planbespreking_organisatie'), models.UniqueConstraint(fields=('werknemer', 'besproken_op', 'versie'), name='planbespreking_per_dag', violation_error_message='Voor die dag en deze versie staat er al een bespreking. Pas die aan.'), models.CheckConstraint(condition=models.Q(('versie__lte', models.F('besproken_op'))), name='planbespreking_na_versie', violation_error_message='Een plan kan pas besproken worden vanaf de dag die erop staat.'), models.CheckConstraint(condition=models.Q(('ondertekend_op', None), ('ondertekend_op__gte', models.F('versie')), _connector='OR'), name='planbespreking_getekend_na_versie', violation_error_message='Een plan kan pas ondertekend worden vanaf de dag die erop staat.')],
            },
        ),
    ]
