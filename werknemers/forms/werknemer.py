"""The form on an employee."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.velden import OnleesbareTekst
from werknemers.domein.insz import INSZ_ONLEESBAAR, lees_insz, toon_insz
from werknemers.domein.invoer.contact import lees_email, lees_gsm
from werknemers.domein.invoer.tekst import schoon
from werknemers.domein.werknemers import Werknemergegevens
from werknemers.forms.nakijken import Nakijkformulier
from werknemers.forms.velden import Leesveld, datumveld
from werknemers.keuzes import Voertaal
from werknemers.models import Werknemer
from werknemers.rechten import mag_insz_zien


class Werknemerformulier(Nakijkformulier):
    """Who may not see the INSZ finds its field empty: it changes only when a new one is typed."""

    beperkingen: ClassVar[dict[str, str]] = {
        "werknemer_personeelsnummer_uniek": "personeelsnummer",
        "werknemer_insz_uniek": "insz",
    }

    voornaam = Leesveld(label="Voornaam", max_length=60, lees=schoon)
    familienaam = Leesveld(
        label="Familienaam",
        required=False,
        max_length=80,
        lees=schoon,
        help_text="Leeg bij wie maar één naam heeft.",
    )
    personeelsnummer = Leesveld(label="Personeelsnummer", max_length=30, lees=schoon)
    insz = Leesveld(
        label="INSZ",
        required=False,
        max_length=20,
        lees=lees_insz,
        help_text="Het rijksregisternummer, bijvoorbeeld 85.07.30-033.28.",
    )
    geboortedatum = datumveld(
        "Geboortedatum", required=False, help_text="Leeg? Dan nemen we ze uit het INSZ."
    )
    begeleider = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label="Begeleider",
        required=False,
        empty_label="Nog geen begeleider",
    )
    gsm = Leesveld(
        label="Gsm of telefoon",
        required=False,
        max_length=60,
        lees=lees_gsm,
        help_text="Bijvoorbeeld 0470 12 34 56.",
    )
    email = Leesveld(label="E-mailadres", required=False, max_length=254, lees=lees_email)
    voertaal = forms.ChoiceField(
        label="Voertaal",
        choices=Voertaal.choices,
        initial=Voertaal.NL,
        help_text="De taal waarin deze persoon het plan het best leest.",
    )

    def __init__(
        self, *args: Any, door: Gebruiker, record: Werknemer | None, **kwargs: Any
    ) -> None:
        self.record = record
        self.ziet_insz = record is None or mag_insz_zien(door)
        super().__init__(*args, record=record, **kwargs)
        self._zet_begeleiders(door)
        self._laat_bewaarde_teksten(record)
        if record is not None and self._blijft_bij_leeg(record):
            self.fields["insz"].help_text = _uitleg(record)
        self.helper.layout = Layout(
            Div("voornaam", "familienaam", css_class="veldpaar"),
            Div("personeelsnummer", "begeleider", css_class="veldpaar"),
            Div("insz", "geboortedatum", css_class="veldpaar"),
            Div("gsm", "email", css_class="veldpaar"),
            Div("voertaal", css_class="veldpaar"),
            "nagekeken",
        )

    def begin(self, record: Werknemer) -> dict[str, Any]:
        velden = ("voornaam", "familienaam", "personeelsnummer", "geboortedatum", "gsm", "email")
        return {veld: getattr(record, veld) for veld in velden} | {
            "insz": "" if self._blijft_bij_leeg(record) else toon_insz(record.insz),
            "begeleider": record.begeleider_id,
            "voertaal": record.voertaal,
        }

    def getoond(self, record: Werknemer) -> dict[str, str]:
        return {} if self.ziet_insz else {"INSZ": record.insz_gemaskeerd}

    def gegevens(self) -> Werknemergegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        insz = velden["insz"] or ""
        if self.record is not None and self._blijft_bij_leeg(self.record):
            insz = insz or self.record.insz
        return Werknemergegevens(
            personeelsnummer=velden["personeelsnummer"],
            familienaam=velden["familienaam"] or "",
            voornaam=velden["voornaam"],
            insz=insz,
            geboortedatum=velden["geboortedatum"],
            begeleider=velden["begeleider"],
            email=velden["email"] or "",
            gsm=velden["gsm"] or "",
            voertaal=velden["voertaal"],
            nagekeken=velden["nagekeken"],
        )

    def _laat_bewaarde_teksten(self, record: Werknemer | None) -> None:
        """What an import kept although nobody could read it need not be mended first."""
        for naam in ("gsm", "email"):
            veld = self.fields[naam]
            assert isinstance(veld, Leesveld)  # noqa: S101
            veld.laat = getattr(record, naam, "")

    def _blijft_bij_leeg(self, record: Werknemer) -> bool:
        """Whether the field is empty because the number cannot be shown, not because it is not
        there."""
        if isinstance(record.insz, OnleesbareTekst):
            return True
        return bool(record.insz) and not self.ziet_insz

    def _zet_begeleiders(self, door: Gebruiker) -> None:
        """The counsellors of the own organisation, and the present one even when not active."""
        collegas = Gebruiker.objects.zichtbaar_voor(door)
        huidige = [self.record.begeleider_id] if self.record and self.record.begeleider_id else []
        veld = self.fields["begeleider"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
        veld.queryset = collegas.begeleiders() | collegas.filter(pk__in=huidige)


def _uitleg(record: Werknemer) -> str:
    """What to know about a number that is kept and not shown."""
    if isinstance(record.insz, OnleesbareTekst):
        return f"Nu {INSZ_ONLEESBAAR} Laat dit leeg om het zo te laten, of typ het nummer opnieuw."
    return f"Nu bewaard: {record.insz_gemaskeerd}. Laat dit leeg om het zo te laten."
