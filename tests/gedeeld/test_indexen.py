"""Every write keeps every index: none holds what another one of the same table holds as well."""

import pytest
from django.db import connection

from tests.test_conventies import EIGEN_MODELLEN

pytestmark = pytest.mark.django_db
# An index that begins with the columns of another one, in the same order and for the same rows,
# answers nothing that the longer one does not. One that guards a rule (unique) is never too many.
DUBBEL = """
WITH wijzers AS (
    SELECT indrelid, indexrelid, relam, indisunique, pg_get_expr(indpred, indrelid) AS rijen, array(
        SELECT concat_ws(' ', pg_get_indexdef(indexrelid, k, false), indclass[k - 1],
                         indcollation[k - 1], indoption[k - 1])
        FROM generate_series(1, indnkeyatts) k
    ) AS kolommen
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid::regclass::text = ANY(%s)
      AND relam = (SELECT oid FROM pg_am WHERE amname = 'btree')
)
SELECT kort.indexrelid::regclass::text, lang.indexrelid::regclass::text
FROM wijzers kort JOIN wijzers lang ON lang.indrelid = kort.indrelid
    AND lang.indexrelid <> kort.indexrelid
    AND lang.kolommen[:cardinality(kort.kolommen)] = kort.kolommen
    AND lang.rijen IS NOT DISTINCT FROM kort.rijen
WHERE NOT kort.indisunique
ORDER BY 1, 2
"""


def dubbele() -> list[tuple[str, str]]:
    """Each index that is too many, with the one that holds it."""
    with connection.cursor() as cursor:
        cursor.execute(DUBBEL, [[model._meta.db_table for model in EIGEN_MODELLEN]])
        return cursor.fetchall()


def test_no_index_is_the_beginning_of_another() -> None:
    """`db_index=False` on the key to another table, where a longer index begins with it."""
    assert dubbele() == []


@pytest.mark.parametrize(
    ("kolommen", "te_veel"),
    [
        ("(organisatie_id)", True),
        ("(organisatie_id, sleutel)", True),
        ("(organisatie_id DESC)", False),
        ("(sleutel)", False),
        ("(organisatie_id) WHERE sleutel <> ''", False),
    ],
)
def test_what_is_too_many(kolommen: str, te_veel: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE INDEX proef ON werknemers_dienst {kolommen}")
    assert ("proef", "dienst_uniek") in dubbele() or not te_veel
    assert bool(dubbele()) is te_veel
