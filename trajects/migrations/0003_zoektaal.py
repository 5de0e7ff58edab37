"""Full-text search in Dutch: accents off, then the stem of each word."""

from typing import ClassVar

from django.db import migrations

_MAAK = """
CREATE TEXT SEARCH CONFIGURATION nederlands (COPY = dutch);
ALTER TEXT SEARCH CONFIGURATION nederlands
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
    WITH unaccent, dutch_stem;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("trajects", "0002_alleen_toevoegen"),
        ("gebruikers", "0001_initial"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(_MAAK, "DROP TEXT SEARCH CONFIGURATION nederlands")
    ]
