"""Notes which keys of the query string and of the form a view looks at."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict


class Meegelezen(QueryDict):
    """A QueryDict that remembers what it was asked for, also when a copy was asked."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        self.gevraagd: set[str] = set()
        super().__init__(*args, **opties)

    def __deepcopy__(self, memo: Any) -> "Meegelezen":
        kopie: Meegelezen = super().__deepcopy__(memo)
        kopie.gevraagd = self.gevraagd
        return kopie

    def __getitem__(self, key: str) -> Any:
        self.gevraagd.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.gevraagd.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> Any:
        self.gevraagd.add(key)
        return super().getlist(key, default)

    def dict(self) -> "Woordenlijst":
        gelezen = Woordenlijst(super().dict())
        gelezen.gevraagd = self.gevraagd
        return gelezen


class Woordenlijst(dict[str, Any]):
    """The same for what is handed on as a plain dictionary."""

    gevraagd: set[str]

    def __getitem__(self, key: str) -> Any:
        self.gevraagd.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.gevraagd.add(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.gevraagd.add(str(key))
        return super().__contains__(key)


class Meelezer:
    """Middleware; `van_adres` and `van_formulier` are of the last request."""

    van_adres: set[str] = set()  # noqa: RUF012 - there is one, for the test that looks
    van_formulier: set[str] = set()  # noqa: RUF012

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.GET = meegelezen(request.GET)  # type: ignore[assignment]
        type(self).van_adres = request.GET.gevraagd  # type: ignore[attr-defined]
        if request.method == "POST":
            request.POST = meegelezen(request.POST)  # type: ignore[assignment]
            type(self).van_formulier = request.POST.gevraagd  # type: ignore[attr-defined]
        return self.get_response(request)


def meegelezen(lijst: QueryDict) -> Meegelezen:
    gelezen = Meegelezen("", mutable=True)
    for sleutel, waarden in lijst.lists():
        gelezen.setlist(sleutel, waarden)
    gelezen._mutable = False
    return gelezen
