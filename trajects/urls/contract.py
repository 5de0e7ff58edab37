"""Addresses of advice and contract of one employee, and of openness about them."""

from django.urls import path

from trajects.views import contract

urlpatterns = [
    path("werknemers/<int:pk>/contract/", contract.contract_pagina, name="contract"),
    path("contracten/<int:pk>/openheid/", contract.openheid, name="openheid"),
]
