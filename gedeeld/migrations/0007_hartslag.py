from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gedeeld", "0006_inzending")]

    operations = [
        migrations.CreateModel(
            name="Hartslag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("taak", models.CharField(max_length=100, unique=True)),
                ("gelukt_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "hartslag",
                "verbose_name_plural": "hartslagen",
                "ordering": ("taak",),
            },
        ),
        migrations.AlterField(
            model_name="taakrun",
            name="status",
            field=models.CharField(
                choices=[
                    ("bezig", "bezig"),
                    ("geslaagd", "geslaagd"),
                    ("mislukt", "mislukt"),
                    ("afgebroken", "afgebroken"),
                ],
                default="bezig",
                max_length=10,
            ),
        ),
    ]
