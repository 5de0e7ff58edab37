"""What is said meanwhile: by the health check, and by the status page in words."""

from django.test import Client
from lxml import html

from gedeeld.gezondheid.register import delen
from tests.gedeeld.test_gezondheid import slecht

GROND = {"database": "De databank", "schrijven": "Bewaren", "broker": "De wachtrij"}


def niet_in_orde(client: Client) -> set[str]:
    """The parts that are not well, as both say; the client is that of somebody who may look.

    What is only of one organisation stands elsewhere on the page.
    """
    geheel = [deel for deel in delen() if not deel.per_organisatie and deel.telt_mee]
    labels = GROND | {deel.naam: deel.label for deel in geheel}
    pagina = html.fromstring(client.get("/beheer/taken/").content)
    standen = {
        dt.text_content(): " ".join(dt.getnext().text_content().split())
        for dt in pagina.xpath("//section[h2='Hoe staat het?']/dl/dt")
    }
    gevonden = slecht(client)
    for naam, label in labels.items():
        assert standen[label].startswith("niet in orde" if naam in gevonden else "in orde")
    return gevonden
