"""Forms of the administration: users, the organisation, stand-ins."""

import re
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.periode import Periode
from gedeeld.weergeven import verkeerd_om

# What each role is for, where one is chosen.
ROLLEN: Final = (
    (Rol.BEGELEIDER, "Begeleider: volgt de eigen werknemers op"),
    (Rol.COORDINATOR, "Coördinator: ziet alle werknemers, signalen en de uitstroom"),
    (Rol.HR, "HR: beheert contracten en adviezen, maakt documenten"),
    (Rol.BEHEERDER, "Beheerder: beheert gebruikers, diensten en de import; ziet geen logboek"),
)


def _rol() -> forms.ChoiceField:
    return forms.ChoiceField(label="Rol", choices=ROLLEN, widget=forms.RadioSelect)


class NieuweGebruikerFormulier(Formulier):
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Hiermee meldt deze persoon zich aan. De uitnodiging gaat naar dit adres.",
    )
    voornaam = forms.CharField(label="Voornaam", max_length=60, required=False)
    naam = forms.CharField(label="Familienaam", max_length=80)
    rol = _rol()


class GebruikerFormulier(Bewerkformulier):
    voornaam = forms.CharField(label="Voornaam", max_length=60, required=False)
    naam = forms.CharField(label="Familienaam", max_length=80)
    rol = _rol()
    is_active = forms.BooleanField(
        label="Mag zich aanmelden",
        required=False,
        help_text="Zet dit uit voor wie vertrokken is. Wie nu aangemeld is, wordt meteen afgemeld.",
    )

    def begin(self, record: Gebruiker) -> dict[str, Any]:
        return {naam: getattr(record, naam) for naam in ("voornaam", "naam", "rol", "is_active")}


class OrganisatieFormulier(Bewerkformulier):
    naam = forms.CharField(label="Naam", max_length=120)
    kbo_nummer = forms.CharField(
        label="KBO-nummer",
        max_length=20,
        required=False,
        help_text="Het ondernemingsnummer, bijvoorbeeld 0403.170.701. Dit mag leeg blijven.",
    )

    def begin(self, record: Organisatie) -> dict[str, Any]:
        return {"naam": record.naam, "kbo_nummer": record.kbo_nummer}


class DrempelsFormulier(Bewerkformulier):
    drempels = forms.CharField(
        label="Drempels in maanden",
        max_length=200,
        help_text=(
            "Zoveel maanden voor het einde van de ondersteuning komt er een signaal. "
            "Zet komma’s tussen de getallen: 24, 12, 6, 3, 1."
        ),
    )

    def begin(self, record: Organisatie) -> dict[str, Any]:
        return {"drempels": ", ".join(str(maanden) for maanden in record.drempels)}

    def clean_drempels(self) -> list[int]:
        delen = [deel for deel in re.split(r"[,;\s]+", self.cleaned_data["drempels"]) if deel]
        vreemd = next((deel for deel in delen if not re.fullmatch(r"[0-9]{1,4}", deel)), None)
        if vreemd is not None:
            raise ValidationError(
                f"“{vreemd}” is geen aantal maanden. Schrijf gehele getallen: 24, 12, 6, 3, 1."
            )
        return [int(deel) for deel in delen]


class Collegakeuze(forms.ModelChoiceField):
    """A counsellor of the own organisation."""

    def label_from_instance(self, obj: Gebruiker) -> str:
        return obj.volledige_naam


class WaarnemingFormulier(Formulier):
    beperkingen: ClassVar = {
        "waarneming_door_ander": "vervanger",
        "waarneming_geen_dubbel": "van",
    }

    begeleider = Collegakeuze(
        Gebruiker.objects.none(), label="Wie is er afwezig?", empty_label="Kies een begeleider"
    )
    vervanger = Collegakeuze(
        Gebruiker.objects.none(), label="Wie neemt het over?", empty_label="Kies een begeleider"
    )
    van = Datumveld(label="Eerste dag")
    tot_en_met = Datumveld(label="Laatste dag")

    def __init__(self, *args: Any, door: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        collegas = Gebruiker.objects.zichtbaar_voor(door).begeleiders()
        for veld in self.fields.values():
            if isinstance(veld, Collegakeuze):
                veld.queryset = collegas

    def clean(self) -> dict[str, Any]:
        """Adds `periode`, from the first to and including the last day."""
        gegevens = super().clean() or self.cleaned_data
        van, laatste = gegevens.get("van"), gegevens.get("tot_en_met")
        if van and laatste and laatste < van:
            raise ValidationError({"tot_en_met": verkeerd_om(van, laatste)})
        if van and laatste:
            gegevens["periode"] = Periode.tem(van, laatste)
        return gegevens
