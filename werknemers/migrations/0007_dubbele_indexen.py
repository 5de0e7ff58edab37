"""Every write keeps every index: those that another one of the table holds as well are gone."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werknemers", "0005_organisatie_overal")]
    operations: ClassVar = [
        migrations.RemoveIndex(
            model_name='arbeidsovereenkomst',
            name='contract_dienst',
        ),
        migrations.AlterField(
            model_name='caseloadwissel',
            name='naar',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='dienst',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='diensten', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='importopdracht',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='werknemer',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='werknemers', to='gebruikers.organisatie'),
        ),
    ]
