"""The request to VDAB, heading by heading, with every version of it; and versions of the plan."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gedeeld.alleen_toevoegen import alleen_toevoegen
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ('gebruikers', '0004_dubbele_indexen'),
        ('trajects', '0020_open_werk_per_organisatie'),
        ('werknemers', '0016_zoekregel'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name='Verzoektekst',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kop', models.CharField(choices=[('job', 'De job en wat die vraagt'), ('kunnen', 'Wat al lukt en wat nog niet'), ('begeleiding', 'Welke begeleiding nodig is, en waarom'), ('gewone-job', 'Wat we deden op weg naar een gewone job'), ('vraag', 'Wat we aan VDAB vragen')], max_length=12)),
                ('tekst', models.TextField(max_length=5000)),
                ('gewijzigd_op', models.DateTimeField(auto_now=True)),
                ('organisatie', Organisatiesleutel()),
                ('werknemer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='verzoekteksten', to='werknemers.werknemer')),
            ],
            options={
                'verbose_name': 'tekst van een verzoek',
                'verbose_name_plural': 'teksten van verzoeken',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Verzoektekstversie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tekst', models.TextField(max_length=5000)),
                ('op', models.DateField()),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verzoektekstversies', to=settings.AUTH_USER_MODEL)),
                ('organisatie', Organisatiesleutel()),
                ('verzoektekst', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versies', to='trajects.verzoektekst')),
            ],
            options={
                'verbose_name': 'versie van een verzoek',
                'verbose_name_plural': 'versies van verzoeken',
                'ordering': ('-pk',),
            },
        ),
        migrations.AddConstraint(
            model_name='verzoektekst',
            constraint=ZelfdeOrganisatie('werknemer', name='verzoektekst_organisatie'),
        ),
        migrations.AddConstraint(
            model_name='verzoektekst',
            constraint=Oudersleutel(name='verzoektekst_ouder'),
        ),
        migrations.AddConstraint(
            model_name='verzoektekst',
            constraint=models.UniqueConstraint(fields=('werknemer', 'kop'), name='verzoektekst_per_kop', violation_error_message='Onder deze kop staat al een tekst. Pas die aan.'),
        ),
        migrations.AddConstraint(
            model_name='verzoektekst',
            constraint=models.CheckConstraint(condition=models.Q(('kop__in', ['job', 'kunnen', 'begeleiding', 'gewone-job', 'vraag'])), name='verzoektekst_kop', violation_error_message='Kies een van de koppen van het verzoek.'),
        ),
        migrations.AddConstraint(
            model_name='verzoektekstversie',
            constraint=ZelfdeOrganisatie('verzoektekst', name='verzoektekstversie_organisatie'),
        ),
        migrations.CreateModel(
            name='Planversie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateField()),
                ('aanleiding', models.CharField(max_length=300)),
                ('gewijzigd_op', models.DateTimeField(auto_now=True)),
                ('organisatie', Organisatiesleutel()),
                ('werknemer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='planversies', to='werknemers.werknemer')),
            ],
            options={
                'verbose_name': 'versie van het ondersteuningsplan',
                'verbose_name_plural': 'versies van het ondersteuningsplan',
                'ordering': ('op', 'pk'),
            },
        ),
        migrations.AddConstraint(
            model_name='planversie',
            constraint=ZelfdeOrganisatie('werknemer', name='planversie_organisatie'),
        ),
        migrations.AddConstraint(
            model_name='planversie',
            constraint=models.UniqueConstraint(fields=('werknemer', 'op'), name='planversie_per_dag', violation_error_message='Van die dag staat er al een versie. Pas die aan.'),
        ),
        alleen_toevoegen('trajects_verzoektekstversie'),
    ]
