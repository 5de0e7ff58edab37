"""The night asks for one day of one organisation, and for those of more than a year ago.

After 0005, which was made beside it.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("financiering", "0005_dubbele_indexen")]

    operations = [
        migrations.AddIndex(
            model_name="kerncijfer",
            index=models.Index(fields=["organisatie", "op"], name="kerncijfer_dag"),
        ),
    ]
