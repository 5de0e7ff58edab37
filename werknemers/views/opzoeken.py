"""Finds what an address is about, among what the user may know."""

from django.shortcuts import get_object_or_404

from gebruikers.verzoek import Verzoek
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Loonopgave, Werknemer


def zoek_werknemer(request: Verzoek, pk: int | str, *, met_insz: bool = False) -> Werknemer:
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.met_insz() if met_insz else zichtbaar, pk=pk)


def zoek_contract(request: Verzoek, pk: int) -> Arbeidsovereenkomst:
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(request.user)
    return get_object_or_404(contracten.select_related("werknemer"), pk=pk)


def zoek_advies(request: Verzoek, pk: int | str) -> Adviesperiode:
    adviezen = Adviesperiode.objects.zichtbaar_voor(request.user)
    met_schijven = adviezen.select_related("werknemer").prefetch_related("schijven")
    return get_object_or_404(met_schijven, pk=pk)


def zoek_loonopgave(request: Verzoek, pk: int) -> Loonopgave:
    opgaven = Loonopgave.objects.zichtbaar_voor(request.user)
    return get_object_or_404(opgaven.select_related("werknemer").defer("werknemer__insz"), pk=pk)
