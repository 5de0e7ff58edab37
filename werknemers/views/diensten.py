"""placeholder"""

from django.http import HttpRequest, HttpResponse

from doorstroom.gedeeld.web import vereist
from gebruikers.rechten import is_lid


@vereist(is_lid)
def lijst(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def bewerk(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
