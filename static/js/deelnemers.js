/* Search among the people who can take part: shows who fits and unfolds their service.
   Without this file everybody stands there, by service. */
(() => {
  "use strict";
  const vlak = document.querySelector("[data-deelnemers]");
  const vak = vlak?.querySelector("[data-zoekvak]");
  const groepen = [...(vlak?.querySelectorAll("details") ?? [])];
  if (!vak || !groepen.length) return;

  const kaal = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const stonden = new Map(groepen.map((groep) => [groep, groep.open]));

  const toonGroep = (groep, gezocht) => {
    const mensen = [...groep.querySelectorAll("[data-naam]")];
    for (const mens of mensen) mens.hidden = !kaal(mens.dataset.naam).includes(gezocht);
    const passend = mensen.filter((mens) => !mens.hidden).length;
    groep.hidden = passend === 0;
    groep.open = gezocht !== "" || stonden.get(groep) || groep.querySelector("input:checked") !== null;
    return passend;
  };

  const zoekveld = vak.querySelector("input");
  zoekveld.addEventListener("input", () => {
    const gezocht = kaal(zoekveld.value.trim());
    const aantal = groepen.reduce((som, groep) => som + toonGroep(groep, gezocht), 0);
    vak.querySelector("[role='status']").textContent = gezocht ? `${aantal} gevonden` : "";
  });
  // Enter searches; it does not send the form.
  zoekveld.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key === "Enter") gebeurtenis.preventDefault();
  });
  vak.hidden = false;
})();
