"""placeholder"""

from django.http import HttpRequest, HttpResponse

from doorstroom.gedeeld.web import vereist
from gebruikers.rechten import is_lid


@vereist(is_lid)
def dashboard(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


@vereist(is_lid)
def dashboard_xlsx(request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
