"""Form fields that read what people type with the readers of the import: each rule exists once."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Generic, TypeVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from gedeeld.formulieren import DatumInvoer
from werknemers.domein.invoer.datum import lees_datum
from werknemers.domein.invoer.lezen import MAX_BYTES
from werknemers.domein.invoer.meldingen import Onleesbaar

T = TypeVar("T")


class Leesveld(forms.CharField, Generic[T]):
    """Text that `lees` turns into a value; cleans to None when it is empty.

    `toon` writes a stored value the way people type it. `laat` is a text that may stay although
    it cannot be read.
    """

    def __init__(
        self, *, lees: Callable[[str], T], toon: Callable[[T], Any] | None = None, **opties: Any
    ) -> None:
        super().__init__(**opties)
        self.laat = ""
        self.lees = lees
        self.toon = toon

    def clean(self, value: Any) -> T | None:
        tekst = super().clean(value)
        if not tekst:
            return None
        if tekst == self.laat:
            return cast(T, tekst)
        try:
            return self.lees(tekst)
        except Onleesbaar as fout:
            raise ValidationError(fout.zin, code=fout.code) from None

    def prepare_value(self, value: Any) -> Any:
        """What was typed comes back as it was; only a stored value is written out."""
        if value is None or isinstance(value, str) or self.toon is None:
            return value
        return self.toon(value)


# What `rekenbladveld` takes, as the user knows it.
REKENBLADEN: Final = "Excel, LibreOffice (.ods) of CSV"


def rekenbladveld(label: str, **opties: Any) -> forms.FileField:
    """A spreadsheet to choose; what it is, its content says, so an empty one comes in as well."""
    return forms.FileField(
        label=label,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.txt"}),
        **opties,
    )


def plakveld(label: str, rijen: int, help_text: str) -> forms.CharField:
    """Lines copied out of a spreadsheet: a tab in front of them is an empty cell."""
    return forms.CharField(
        label=label,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": rijen, "spellcheck": "false"}),
        help_text=help_text,
    )


def is_ingevuld(waarde: Any) -> bool:
    """Whether somebody chose a file, or pasted or typed more than white space."""
    return bool(waarde.strip() if isinstance(waarde, str) else waarde)


def lees_bytes(bestand: "UploadedFile[Any]") -> bytes:
    """Of a chosen file, at most one byte more than is allowed: the domain refuses the rest."""
    gelezen = bestand.read(MAX_BYTES + 1)
    return gelezen if isinstance(gelezen, bytes) else b""


def datumveld(label: str, **opties: Any) -> Leesveld[Any]:
    return Leesveld(lees=lees_datum, label=label, widget=DatumInvoer(), **opties)


def toon_breuk(breuk: Decimal) -> str:
    """0,8 for 0.800000"""
    return f"{breuk.normalize():f}".replace(".", ",")


class _Toont:
    """A choice that shows other fields: `toont` maps its value to the word in `data-toont`.

    The style sheet hides `.bij-<word>` while no such choice is made; without it all fields show.
    """

    toont: ClassVar[Mapping[str, str]] = {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        optie: dict[str, Any] = super().create_option(*args, **kwargs)  # type: ignore[misc]
        woord = self.toont.get(str(optie["value"]))
        if woord:
            optie["attrs"]["data-toont"] = woord
        return optie


class KeuzelijstDieToont(_Toont, forms.Select):
    pass


class RondjesDieTonen(_Toont, forms.RadioSelect):
    pass
