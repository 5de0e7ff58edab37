import pytest
from datetime import date
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signalen.bepaal_signalen import bepaal_signalen
def test_x(amina):
    for op in (date(2026,11,23), date(2026,11,24)):
        print(feiten_van(amina.organisatie_id, [amina.pk], op))
    bepaal_signalen(op=date(2026,11,23))
