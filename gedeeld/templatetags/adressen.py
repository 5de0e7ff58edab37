"""`{% url %}` as Django has it, without looking an address up each time."""

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode, url
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape

from gedeeld.adressen import adres_van

register = template.Library()


class Adresknoop(URLNode):
    """What is no key, or has no address, Django answers."""

    def render(self, context: Context) -> str:
        view = self.view_name.resolve(context)
        if self.kwargs:
            return super().render(context)
        try:
            adres = adres_van(view, *(arg.resolve(context) for arg in self.args))
        except NoReverseMatch:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = adres
            return ""
        return conditional_escape(adres) if context.autoescape else adres


@register.tag("url")
def adres(parser: Parser, token: Token) -> Adresknoop:
    knoop = url(parser, token)
    return Adresknoop(knoop.view_name, knoop.args, knoop.kwargs, knoop.asvar)
