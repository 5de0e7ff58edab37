from collections import Counter

from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from trajects.kader.caseload import caseload
from trajects.models import Signaal
from trajects.signaalsoorten.register import SIGNAALREGELS


def test_probe(demo: str, db: None) -> None:
    op = vandaag()
    alles = set()
    for g in Gebruiker.objects.filter(organisatie__isnull=False).order_by("pk"):
        q = Signaal.objects.zichtbaar_voor(g).vraagt_aandacht_op(op)
        t = Counter(q.values_list("soort", flat=True))
        alles |= set(t)
        print(g.email, g.rol, sum(t.values()), q.filter(urgentie__lt=4).count(), caseload(g, op).count() if g.rol != "beheerder" else "")
        print("    ", t.most_common())
    print("MISSING", [s.code for r in SIGNAALREGELS for s in r.soorten if s.code not in alles])
    print("ALL", len([s.code for r in SIGNAALREGELS for s in r.soorten]))
