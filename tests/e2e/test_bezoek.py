"""The critical eye itself: each thing it looks for is found."""

import pytest

from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen

KAPOT = """() => {
  console.error("stuk");
  const script = document.createElement("script");
  script.textContent = "1";
  document.body.append(script);
  const html = '<img src="/static/beeld/doorstroom.svg" width="20"><canvas width="2000">';
  document.body.insertAdjacentHTML("beforeend", html);
}"""


def test_what_is_wrong_is_seen(bezoek: Bezoek) -> None:
    bezoek.page.goto("/account/login/")
    bezoek.page.evaluate(KAPOT)
    bezoek.kijk("kapot")
    klachten = "\n".join(bezoek.klachten)
    for gebrek in ("stuk", "Content Security Policy", "px wide", "image-alt"):
        assert gebrek in klachten
    bezoek.klachten.clear()


# Bootstrap shows the one on a phone only, the other on a laptop only.
OP_EEN_SCHERM = """() => {
  const html = '<canvas width="600" class="d-lg-none"></canvas>'
    + '<img src="/static/beeld/doorstroom.svg" width="20" class="d-none d-lg-block">';
  document.querySelector("main").insertAdjacentHTML("beforeend", html);
}"""


@op_schermen(TELEFOON, LAPTOP)
def test_what_is_wrong_on_one_of_both_screens_is_seen(bezoek: Bezoek) -> None:
    """And afterwards the visitor has the same screen as before."""
    bezoek.page.goto("/account/login/")
    bezoek.page.evaluate(OP_EEN_SCHERM)
    bezoek.kijk(f"kapot-op-een-scherm-{bezoek.scherm.naam}")
    breed, blind = sorted(bezoek.klachten, key=lambda klacht: "px wide" not in klacht)
    assert "px wide on a telefoon" in breed
    assert "(laptop): image-alt" in blind
    assert bezoek.page.viewport_size == bezoek.scherm.maat
    bezoek.klachten.clear()


def test_a_page_without_a_look_is_reported(bezoek: Bezoek) -> None:
    bezoek.page.goto("/account/login/")
    with pytest.raises(AssertionError, match="/account/login/"):
        bezoek.sluit_af(tot_het_einde=True)
    bezoek.kijk("aanmelden")
