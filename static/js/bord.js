/* Dropping a card on another phase opens the same form as the button of the card. */
(() => {
  "use strict";
  let kaart = null;
  const kaartVan = (plek) => plek.closest?.(".kaart[data-verplaats]");
  const anderKolom = (plek) => {
    const kolom = plek.closest?.(".kolom[data-fase]");
    return kaart && kolom && !kolom.contains(kaart) ? kolom : null;
  };
  const wijsAan = (kolom) => document.querySelectorAll(".kolom").forEach((ander) => ander.toggleAttribute("data-doelwit", ander === kolom));
  const maakSleepbaar = () => document.querySelectorAll(".kaart[data-verplaats]").forEach((een) => { een.draggable = true; });

  document.addEventListener("dragstart", (gebeurtenis) => {
    kaart = kaartVan(gebeurtenis.target);
    if (kaart) gebeurtenis.dataTransfer.effectAllowed = "move";
  });
  document.addEventListener("dragover", (gebeurtenis) => {
    const kolom = anderKolom(gebeurtenis.target);
    wijsAan(kolom);
    if (kolom) gebeurtenis.preventDefault();
  });
  document.addEventListener("drop", (gebeurtenis) => {
    const kolom = anderKolom(gebeurtenis.target);
    if (!kolom) return;
    gebeurtenis.preventDefault();
    const adres = new URL(kaart.dataset.verplaats, location.href);
    adres.searchParams.set("naar", kolom.dataset.fase);
    htmx.ajax("GET", adres.pathname + adres.search, { target: kaart, swap: "innerHTML" });
  });
  document.addEventListener("dragend", () => {
    wijsAan(null);
    kaart = null;
  });
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    maakSleepbaar();
    // Who leaves the form of a card, saved or not, goes on from that card.
    const vanKaart = detail.target.id === "bord" ? detail.requestConfig?.elt?.closest(".kaart") : null;
    if (vanKaart) document.getElementById(vanKaart.id)?.querySelector(".naam").focus();
  });
  maakSleepbaar();
})();
