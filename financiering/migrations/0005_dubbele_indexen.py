"""Every write keeps every index: those that another one of the table holds as well are gone."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("financiering", "0003_organisatie_overal")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name='kerncijfer',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='kerncijfers', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='scenario',
            name='organisatie',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='scenarios', to='gebruikers.organisatie'),
        ),
        migrations.AlterField(
            model_name='scenarioblad',
            name='scenario',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_set', to='financiering.scenario'),
        ),
        migrations.AlterField(
            model_name='scenarioinstroom',
            name='scenario',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_set', to='financiering.scenario'),
        ),
        migrations.AlterField(
            model_name='scenarioverlenging',
            name='scenario',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_set', to='financiering.scenario'),
        ),
        migrations.AlterField(
            model_name='scenariovertrek',
            name='scenario',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_set', to='financiering.scenario'),
        ),
        migrations.AddIndex(
            model_name='scenarioinstroom',
            index=models.Index(fields=['scenario'], name='scenarioinstroom_scenario'),
        ),
    ]
