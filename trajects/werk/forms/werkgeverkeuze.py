"""The field in which people name an employer: one of the register, or a new one."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django import forms

from gebruikers.models import Gebruiker
from trajects.models import Werkgever
from trajects.werk.werkgevers import MAX_LABEL
from werknemers.domein.invoer.tekst import schoon

_UITLEG: Final = "Kies er een uit de lijst of typ een nieuwe naam. Die komt vanzelf in de lijst."


class TekstMetSuggesties(forms.TextInput):
    """A text box of which the browser completes what is typed; any other text is fine too."""

    template_name = "trajects/werk/veld_suggesties.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.suggesties: Iterable[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["attrs"]["list"] = f"{widget['attrs'].get('id', name)}_suggesties"
        return context | {"suggesties": self.suggesties}


class Werkgeverkeuze(forms.CharField):
    """Cleans to what was typed; `domein.werkgevers.vind_of_maak_werkgever` makes an employer of it.

    A form calls `stel_werkgevers_voor`, or there is nothing to choose from. For a record the form
    begins with `werkgever.label`; when that is untouched (`Bewerkformulier.onaangeroerd`), leave
    the employer as it is: somebody may have given it another name meanwhile.
    """

    widget = TekstMetSuggesties

    def __init__(
        self, *, label: str = "Werkgever", help_text: str = _UITLEG, **opties: Any
    ) -> None:
        opties.setdefault("max_length", MAX_LABEL)
        super().__init__(label=label, help_text=help_text, **opties)

    def clean(self, value: Any) -> str:
        return schoon(super().clean(value))


def stel_werkgevers_voor(form: forms.Form, gebruiker: Gebruiker, veld: str = "werkgever") -> None:
    """Propose the active employers of this user in that field, read when the form is shown."""
    widget = form.fields[veld].widget
    assert isinstance(widget, TekstMetSuggesties)  # noqa: S101
    widget.suggesties = _Labels(gebruiker)


class _Labels:
    """Reads the register only when a form is really shown."""

    def __init__(self, gebruiker: Gebruiker) -> None:
        self.gebruiker = gebruiker

    def __iter__(self) -> Iterator[str]:
        actief = Werkgever.objects.zichtbaar_voor(self.gebruiker).actief()
        return iter([werkgever.label for werkgever in actief.only("naam", "gemeente")])
