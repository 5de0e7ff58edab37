from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("werknemers", "0013_import_kolommen"),
    ]

    operations = [
        migrations.AddField(
            model_name="importopdracht",
            name="antwoorden",
            field=models.BinaryField(blank=True, default=bytes),
        ),
    ]
