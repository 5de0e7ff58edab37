from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("werknemers", "0012_import_bladen"),
    ]

    operations = [
        migrations.AddField(
            model_name="importopdracht",
            name="antwoorden",
            field=models.BinaryField(blank=True, default=bytes),
        ),
    ]
