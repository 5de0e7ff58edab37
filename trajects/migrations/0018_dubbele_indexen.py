"""Every write keeps every index: those that another one of the table holds as well are gone."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0016_zoeken_per_organisatie")]
    operations: ClassVar = [
        migrations.RemoveIndex(
            model_name='signaal',
            name='signaal_open',
        ),
        migrations.AlterField(
            model_name='actie',
            name='traject',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='acties', to='trajects.traject'),
        ),
        migrations.AlterField(
            model_name='competentie',
            name='organisatie',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='competenties', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='competentiescore',
            name='werknemer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='competentiescores', to='werknemers.werknemer'),
        ),
        migrations.AlterField(
            model_name='concept',
            name='gebruiker',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='concepten', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='contractpassage',
            name='organisatie',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contractpassages', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='deelname',
            name='vorming',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='deelnames', to='trajects.vormingsactie'),
        ),
        migrations.AlterField(
            model_name='nazorgmoment',
            name='uitstroom',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='nazorg', to='trajects.uitstroom'),
        ),
        migrations.AlterField(
            model_name='notitie',
            name='werknemer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='notities', to='werknemers.werknemer'),
        ),
        migrations.AlterField(
            model_name='plansjabloon',
            name='organisatie',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plansjablonen', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='randvoorwaarde',
            name='werknemer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='randvoorwaarden', to='werknemers.werknemer'),
        ),
        migrations.AlterField(
            model_name='signaal',
            name='werknemer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='signalen', to='werknemers.werknemer'),
        ),
        migrations.AlterField(
            model_name='talent',
            name='werknemer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='talenten', to='werknemers.werknemer'),
        ),
        migrations.AlterField(
            model_name='uitstroom',
            name='werknemer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='uitstromen', to='werknemers.werknemer'),
        ),
        migrations.AlterField(
            model_name='vormingsactie',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='vormingsacties', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='werkgever',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='werkgevers', to='gebruikers.organisatie'),
        ),
    ]
