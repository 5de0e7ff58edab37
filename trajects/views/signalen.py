"""placeholder"""

from django.http import HttpRequest, HttpResponse

from doorstroom.gedeeld.web import vereist
from gebruikers.rechten import is_lid


@vereist(is_lid)
def lijst(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def volg_vele_op(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def gezien(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def volg_op(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def stel_uit(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def handel_af(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
