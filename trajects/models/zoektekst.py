"""Full-text search in Dutch: accents off, then the stem of each word, then what begins like it.

The words of a text stand beside it. They have no index: one for the whole country would first find
every note of everybody with a word that begins like it. Those of one organisation, or of the people
of one counsellor, are read by the newest first and looked at one by one.
"""

from typing import Final

from django.contrib.postgres.search import SearchQuery, SearchVector

# A configuration of the database (migration 0003): Dutch stemming after accents are taken off.
ZOEKTAAL: Final = "nederlands"
ZOEKVECTOR: Final = SearchVector("tekst", config=ZOEKTAAL)


class Zoekvraag(SearchQuery):
    """What somebody types in a search box: "…" keeps words together, - leaves a word out.

    The Dutch stemmer makes `werk` of *werken* and leaves *werkt* as it is; and who is still typing
    has half a word. So a word counts as found in every word that begins with its stem.
    """

    # In the text of a tsquery a word stands between quotes, and a quote inside it is doubled.
    template = (
        "regexp_replace("
        r"%(function)s(%(expressions)s)::text, $$('(?:[^']|'')+')$$, '\1:*', 'g')::tsquery"
    )

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst, config=ZOEKTAAL, search_type="websearch")
