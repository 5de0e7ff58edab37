/* What the fields of a form hold, by name: to keep, to put back, to compare, to show.
   A value is a list of texts; a box that is not ticked is absent; files never come along. */
window.formuliervelden = (() => {
  "use strict";
  const GEEN_VELD = new Set(["csrfmiddlewaretoken", "concept_gezien"]);
  const GEEN_SOORT = new Set(["file", "password", "submit", "button", "reset", "fieldset"]);
  const VINKJES = new Set(["radio", "checkbox"]);

  const invoervelden = (formulier) => [...formulier.elements].filter((veld) => veld.name && !GEEN_VELD.has(veld.name) && !GEEN_SOORT.has(veld.type));

  const lees = (formulier) => {
    const namen = new Set(invoervelden(formulier).map((veld) => veld.name));
    const velden = {};
    for (const [naam, waarde] of new FormData(formulier)) {
      if (namen.has(naam) && typeof waarde === "string") (velden[naam] ??= []).push(waarde);
    }
    return velden;
  };

  /* Two forms that hold the same give the same text, in whatever order. */
  const tekst = (velden) => JSON.stringify(Object.entries(velden ?? {}).sort());

  const zetVeld = (veld, waarden, nummer) => {
    if (veld.type === "checkbox") veld.checked = (waarden ?? []).includes(veld.value);
    else if (!waarden) return;
    else if (veld.type === "radio") veld.checked = waarden.includes(veld.value);
    else if (veld.type === "select-multiple") for (const keuze of veld.options) keuze.selected = waarden.includes(keuze.value);
    else if (veld.type !== "select-one" || [...veld.options].some((keuze) => keuze.value === waarden[nummer])) veld.value = waarden[nummer] ?? "";
  };

  /* Put values back; what was folded away and changed, unfolds. */
  const zet = (formulier, velden) => {
    const gehad = {};
    const stand = (veld) => (VINKJES.has(veld.type) ? veld.checked : veld.value);
    for (const veld of invoervelden(formulier)) {
      const eerst = stand(veld);
      zetVeld(veld, velden[veld.name], gehad[veld.name] ?? 0);
      gehad[veld.name] = (gehad[veld.name] ?? 0) + 1;
      if (stand(veld) !== eerst) veld.closest("details")?.setAttribute("open", "");
    }
    formulier.dispatchEvent(new CustomEvent("concept:terug", { bubbles: true }));
  };

  const inWoorden = (veld, waarden) => {
    if (VINKJES.has(veld.type)) {
      const keuzes = invoervelden(veld.form).filter((keuze) => keuze.name === veld.name && waarden.includes(keuze.value));
      return keuzes.map((keuze) => keuze.labels?.[0]?.textContent.trim() ?? keuze.value).join(", ");
    }
    if (veld.options) return [...veld.options].filter((keuze) => waarden.includes(keuze.value)).map((keuze) => keuze.text).join(", ");
    return waarden.join(", ");
  };

  const naamVan = (veld) => {
    const legende = VINKJES.has(veld.type) && veld.closest("fieldset")?.querySelector("legend");
    return (legende || veld.labels?.[0])?.textContent.trim() ?? veld.name;
  };

  /* Where other values differ from what the form holds: name and value, a line each. */
  const verschillen = (formulier, velden) => {
    const eigen = lees(formulier), gezien = new Set();
    const anders = (naam) => JSON.stringify(eigen[naam] ?? []) !== JSON.stringify(velden[naam] ?? []);
    const regels = [];
    for (const veld of invoervelden(formulier)) {
      if (veld.type === "hidden" || gezien.has(veld.name) || !anders(veld.name)) continue;
      gezien.add(veld.name);
      regels.push(`${naamVan(veld)} ${inWoorden(veld, velden[veld.name] ?? []) || "(leeg)"}`);
    }
    return regels;
  };

  return { lees, tekst, zet, verschillen };
})();
