"""The critical eye itself: each thing it looks for is found."""

import pytest

from tests.e2e.bezoek import Bezoek

KAPOT = """() => {
  console.error("stuk");
  const script = document.createElement("script");
  script.textContent = "1";
  document.body.append(script);
  const html = '<img src="/static/beeld/doorstroom.svg" width="20"><canvas width="2000">';
  document.body.insertAdjacentHTML("beforeend", html);
}"""


def test_wat_er_mis_is_wordt_gezien(bezoek: Bezoek) -> None:
    bezoek.page.goto("/account/login/")
    bezoek.page.evaluate(KAPOT)
    bezoek.kijk("kapot")
    klachten = "\n".join(bezoek.klachten)
    for gebrek in ("stuk", "Content Security Policy", "px wide", "image-alt"):
        assert gebrek in klachten
    bezoek.klachten.clear()


def test_een_pagina_zonder_blik_wordt_gemeld(bezoek: Bezoek) -> None:
    bezoek.page.goto("/account/login/")
    with pytest.raises(AssertionError, match="/account/login/"):
        bezoek.sluit_af(tot_het_einde=True)
    bezoek.kijk("aanmelden")
