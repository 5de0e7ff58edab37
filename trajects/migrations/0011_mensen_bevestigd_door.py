"""Who confirmed a hand-over: the successor, or a coordinator in that place."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('trajects', '0010_talent_weggehaald'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='begeleiderswissel',
            name='bevestigd_door',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bevestigde_wissels', to=settings.AUTH_USER_MODEL),
        ),
    ]
