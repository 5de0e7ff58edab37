"""A spreadsheet on its way in."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gebruikers', '0002_gewijzigd_op'),
        ('werknemers', '0002_dienst_gewijzigd_op'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Importopdracht',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bestandsnaam', models.CharField(max_length=200)),
                ('inhoud', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('status', models.CharField(choices=[('wacht', 'wordt gelezen'), ('nakijken', 'na te kijken'), ('bevestigd', 'wordt ingebracht'), ('klaar', 'ingebracht'), ('geweigerd', 'geweigerd')], default='wacht', max_length=10)),
                ('te_maken_diensten', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), default=list, size=None)),
                ('uitkomst', models.JSONField(null=True)),
                ('vingerafdruk', models.CharField(blank=True, max_length=64)),
                ('veranderd', models.BooleanField(default=False)),
                ('weigering', models.TextField(blank=True)),
                ('aangemaakt_op', models.DateTimeField(auto_now_add=True)),
                ('gevraagd_op', models.DateTimeField()),
                ('ingebracht_op', models.DateTimeField(null=True)),
                ('bevestigd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gebruikers.organisatie')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ('-aangemaakt_op', '-pk'),
                'indexes': [models.Index(fields=['organisatie', '-aangemaakt_op'], name='import_organisatie')],
            },
        ),
    ]
