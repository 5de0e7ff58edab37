"""When the guide on the work floor began, for who is not qualified yet."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0026_agendakoppeling")]
    operations: ClassVar = [
        migrations.AddField(
            "begeleidingsteam", "begeleider_sinds", models.DateField(blank=True, null=True)
        ),
    ]
