"""The secret address at which the calendar of a user reads what is planned."""

from typing import ClassVar

import django.db.models.deletion
import gedeeld.organisatiesleutel
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies: ClassVar = [
        ('gebruikers', '0004_dubbele_indexen'),
        ('trajects', '0025_evaluatiemoment'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name='Agendakoppeling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutelhash', models.CharField(editable=False, max_length=64)),
                ('titels', models.CharField(choices=[('wat', 'Alleen wat het is: gesprek, nazorg …'), ('initialen', 'Ook initialen: gesprek A.B.'), ('naam', 'Ook de voornaam: gesprek Amina B.')], default='wat', max_length=10)),
                ('gemaakt_op', models.DateTimeField()),
                ('gewijzigd_op', models.DateTimeField(auto_now=True)),
                ('gebruiker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='agendakoppelingen', to=settings.AUTH_USER_MODEL)),
                ('organisatie', gedeeld.organisatiesleutel.Organisatiesleutel(blank=True, db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='gebruikers.organisatie')),
            ],
            options={
                'verbose_name': 'agendakoppeling',
                'verbose_name_plural': 'agendakoppelingen',
                'ordering': ('pk',),
                'constraints': [gedeeld.organisatiesleutel.ZelfdeOrganisatie('gebruiker', name='agendakoppeling_organisatie'), models.UniqueConstraint(fields=('gebruiker',), name='agendakoppeling_een', violation_error_message='Je agenda heeft al een adres. Herlaad de pagina.'), models.UniqueConstraint(fields=('sleutelhash',), name='agendakoppeling_sleutel', violation_error_message='Dit adres bestaat al. Probeer het opnieuw.'), models.CheckConstraint(condition=models.Q(('titels__in', ['wat', 'initialen', 'naam'])), name='agendakoppeling_titels', violation_error_message='Kies wat er in de titels staat.')],
            },
        ),
    ]
