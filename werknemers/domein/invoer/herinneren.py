"""What an organisation answered before about the columns of its sheets."""

from werknemers.domein.invoer.kolomkeuze import Antwoord
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.models import Importgewoonte


def herinner(organisatie_id: int) -> dict[str, Antwoord]:
    """All that was answered, by the key of the title."""
    rijen = Importgewoonte.objects.filter(organisatie=organisatie_id)
    return {
        titel: Antwoord(Kolom(kolom) if kolom else None, gewoonte)
        for titel, kolom, gewoonte in rijen.values_list("titel", "kolom", "gewoonte")
    }
