"""Every write keeps every index: those that another one of the table holds as well are gone."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("gebruikers", "0002_organisatie_overal")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name='gebruiker',
            name='organisatie',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gebruikers', to='gebruikers.organisatie'),
        ),
    ]
