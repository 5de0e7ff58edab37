"""A consent is a row of its own, and what was shared stands in it.

The columns that go were never written: no page had them yet.
"""

import django.db.models.deletion
from django.db import migrations, models

# Only the days of sharing and of withdrawal are ever filled in; after withdrawal nothing.
_BLIJFT = """
CREATE TRIGGER toestemming_blijft BEFORE UPDATE ON trajects_toestemming
    FOR EACH ROW WHEN (
        OLD.ingetrokken_op IS NOT NULL OR OLD.overdracht_id <> NEW.overdracht_id
        OR OLD.wat <> NEW.wat OR OLD.gegeven_op <> NEW.gegeven_op OR OLD.wijze <> NEW.wijze
    ) EXECUTE FUNCTION weiger_wijziging();
CREATE TRIGGER toestemming_gaat_niet_weg BEFORE DELETE ON trajects_toestemming
    FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();
"""
_BLIJFT_TERUG = """
DROP TRIGGER toestemming_blijft ON trajects_toestemming;
DROP TRIGGER toestemming_gaat_niet_weg ON trajects_toestemming;
"""
# A consent is for one employer: it does not move along to another one.
_WERKGEVER = """
CREATE FUNCTION overdracht_houdt_werkgever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM trajects_toestemming WHERE overdracht_id = OLD.id) THEN
        RAISE EXCEPTION 'consent was given for another employer'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER overdracht_houdt_werkgever BEFORE UPDATE ON trajects_overdracht
    FOR EACH ROW WHEN (
        OLD.werkgever_id <> NEW.werkgever_id OR OLD.werknemer_id <> NEW.werknemer_id
    ) EXECUTE FUNCTION overdracht_houdt_werkgever();
"""
_WERKGEVER_TERUG = """
DROP TRIGGER overdracht_houdt_werkgever ON trajects_overdracht;
DROP FUNCTION overdracht_houdt_werkgever();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('trajects', '0011_mensen_bevestigd_door'),
    ]

    operations = [
        migrations.CreateModel(
            name='Toestemming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wat', models.CharField(choices=[('contact', 'naam en contactgegevens'), ('jobdoelwit', 'jobdoelwit'), ('competenties', 'competenties en talenten'), ('vorming', 'vorming en attesten'), ('stages', 'stages en evaluaties'), ('randvoorwaarden', 'afspraken over randvoorwaarden'), ('begeleiding', 'wat helpt bij de begeleiding')], max_length=16)),
                ('gegeven_op', models.DateField()),
                ('wijze', models.CharField(choices=[('schriftelijk', 'op papier, ondertekend'), ('mail', 'per mail'), ('mondeling', 'mondeling')], max_length=14)),
                ('gedeeld_op', models.DateField(blank=True, null=True)),
                ('ingetrokken_op', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'toestemming',
                'verbose_name_plural': 'toestemmingen',
                'ordering': ('pk',),
            },
        ),
        migrations.RemoveConstraint(
            model_name='overdracht',
            name='overdracht_alleen_met_toestemming',
        ),
        migrations.RemoveConstraint(
            model_name='overdracht',
            name='overdracht_toestemming_volledig',
        ),
        migrations.RemoveConstraint(
            model_name='overdracht',
            name='overdracht_gedeeld_na_toestemming',
        ),
        migrations.RemoveField(
            model_name='overdracht',
            name='gedeeld',
        ),
        migrations.RemoveField(
            model_name='overdracht',
            name='gedeeld_op',
        ),
        migrations.RemoveField(
            model_name='overdracht',
            name='toestemming_op',
        ),
        migrations.RemoveField(
            model_name='overdracht',
            name='toestemming_voor',
        ),
        migrations.RemoveField(
            model_name='overdracht',
            name='toestemming_wijze',
        ),
        migrations.AddField(
            model_name='toestemming',
            name='overdracht',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='toestemmingen', to='trajects.overdracht'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.UniqueConstraint(condition=models.Q(('ingetrokken_op', None)), fields=('overdracht', 'wat'), name='toestemming_een_per_onderdeel', violation_error_message='Hiervoor is er al toestemming. Herlaad de pagina.'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.CheckConstraint(condition=models.Q(('wat__in', ['contact', 'jobdoelwit', 'competenties', 'vorming', 'stages', 'randvoorwaarden', 'begeleiding']), ('wijze__in', ['schriftelijk', 'mail', 'mondeling'])), name='toestemming_waarvoor_en_hoe', violation_error_message='Zeg waarvoor, wanneer en hoe de werknemer toestemming gaf.'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.CheckConstraint(condition=models.Q(('gedeeld_op', None), ('gedeeld_op__gte', models.F('gegeven_op')), _connector='OR'), name='toestemming_gedeeld_erna', violation_error_message='Delen kan pas op of na de dag van de toestemming.'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.CheckConstraint(condition=models.Q(('ingetrokken_op', None), ('ingetrokken_op__gte', models.F('gegeven_op')), _connector='OR'), name='toestemming_ingetrokken_erna', violation_error_message='Een toestemming intrekken kan pas op of na de dag waarop ze gegeven is.'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.CheckConstraint(condition=models.Q(('gedeeld_op', None), ('ingetrokken_op', None), ('gedeeld_op__lte', models.F('ingetrokken_op')), _connector='OR'), name='toestemming_niet_gedeeld_na_intrekking', violation_error_message='Er is iets gedeeld na die dag. Trek de toestemming in op een latere dag.'),
        ),
        migrations.RunSQL(_BLIJFT, _BLIJFT_TERUG),
        migrations.RunSQL(_WERKGEVER, _WERKGEVER_TERUG),
    ]
