"""Addresses of advice and contract of one employee, and of openness about them."""

from django.urls import path

from trajects.openheid.views import contract, passage_pdf, passages

urlpatterns = [
    path("werknemers/<int:pk>/contract/", contract.contract_pagina, name="contract"),
    path("contracten/<int:pk>/openheid/", contract.openheid, name="openheid"),
    path("contracten/<int:pk>/passage.pdf", passage_pdf.passage_pdf, name="passage_pdf"),
    path("beheer/passage/", passages.lijst, name="passages"),
    path("beheer/passage/nieuw/", passages.nieuw, name="passage_nieuw"),
]
