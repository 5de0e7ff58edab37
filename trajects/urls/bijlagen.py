"""Addresses of files."""

from django.urls import path

from trajects.views import bijlagen

urlpatterns = [path("bijlagen/<int:pk>/", bijlagen.bijlage, name="bijlage")]
