import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('werknemers', '0014_import_antwoorden'),
    ]

    operations = [
        migrations.AddField(
            model_name='importopdracht',
            name='terugweg',
            field=models.BinaryField(default=b''),
        ),
        migrations.AddField(
            model_name='importopdracht',
            name='ongedaan_door',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='importopdracht',
            name='ongedaan_op',
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name='importopdracht',
            name='status',
            field=models.CharField(choices=[('wacht', 'wordt gelezen'), ('kiezen', 'blad te kiezen'), ('kolommen', 'kolommen na te kijken'), ('nakijken', 'na te kijken'), ('bevestigd', 'wordt ingebracht'), ('klaar', 'ingebracht'), ('geweigerd', 'geweigerd'), ('terug', 'wordt ongedaan gemaakt'), ('ongedaan', 'ongedaan gemaakt')], default='wacht', max_length=10),
        ),
    ]
