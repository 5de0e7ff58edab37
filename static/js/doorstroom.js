/* What the pages do beyond HTML. Everything works without this file; it keeps
   what someone typed, guards against double sending and speaks up for htmx. */
(() => {
  "use strict";
  const gebruiker = document.body.dataset.gebruiker;
  const meta = (naam) => document.querySelector(`meta[name="${naam}"]`)?.content ?? "";

  const aankondigen = (tekst) => {
    const plek = document.getElementById("aankondiging");
    if (plek) plek.textContent = tekst;
  };

  // An open window covers the page and its messages: then the message belongs in the window.
  const plekVoorMelding = () => {
    const inhoud = document.querySelector("dialog[open] #venster-inhoud");
    if (!inhoud) return document.getElementById("meldingen");
    const plek = inhoud.querySelector(".meldingen") ?? document.createElement("div");
    plek.className = "meldingen";
    plek.setAttribute("role", "alert");
    inhoud.prepend(plek);
    return plek;
  };

  const toonMelding = (soort, tekst, link) => {
    const plek = plekVoorMelding();
    if (!plek) return;
    const melding = document.createElement("div");
    const regel = document.createElement("p");
    melding.className = `melding melding-${soort}`;
    regel.textContent = tekst;
    if (link) regel.append(" ", link);
    melding.append(regel);
    plek.replaceChildren(melding);
    plek.scrollIntoView({ block: "nearest" });
  };

  /* Drafts: kept per user for a week, so that a colleague on the same device
     never meets them, and gone as soon as the server says it has the text. */
  const WEEK = 7 * 24 * 3600 * 1000;
  const VERZONDEN = "verzonden-concepten";
  const sleutel = (veld) => `concept:${gebruiker}:${veld.dataset.concept}`;
  const uur = (tijd) => new Date(tijd).toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" });

  // Storage may be full or forbidden; typing then simply goes on without drafts.
  const opslag = (actie) => {
    try {
      return actie();
    } catch {
      return null;
    }
  };

  const lees = (naam) => opslag(() => JSON.parse(localStorage.getItem(naam)));

  const ruimOp = () => opslag(() => {
    for (const naam of Object.keys(localStorage)) {
      if (naam.startsWith("concept:") && Date.now() - (lees(naam)?.tijd ?? 0) > WEEK) localStorage.removeItem(naam);
    }
  });

  const conceptStand = (veld) => {
    let plek = veld.parentElement.querySelector(".concept-stand");
    if (!plek) {
      plek = document.createElement("p");
      plek.className = "concept-stand";
      plek.setAttribute("role", "status");
      veld.insertAdjacentElement("afterend", plek);
    }
    return plek;
  };

  const bewaarConcept = (veld) => {
    if (!veld.value.trim()) {
      opslag(() => localStorage.removeItem(sleutel(veld)));
      conceptStand(veld).textContent = "";
      return;
    }
    const tijd = Date.now();
    const gelukt = opslag(() => {
      localStorage.setItem(sleutel(veld), JSON.stringify({ tekst: veld.value, tijd }));
      return true;
    });
    conceptStand(veld).textContent = gelukt ? `Concept bewaard om ${uur(tijd)}` : "";
  };

  const zetConceptTerug = (veld) => {
    const concept = lees(sleutel(veld));
    if (!concept || veld.value.trim() || veld.dataset.conceptGelezen) return;
    veld.dataset.conceptGelezen = "ja";
    veld.value = concept.tekst;
    veld.closest("details")?.setAttribute("open", "");
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "btn btn-link";
    knop.textContent = "Wis het concept";
    knop.addEventListener("click", () => {
      veld.value = "";
      bewaarConcept(veld);
      veld.focus();
    });
    conceptStand(veld).replaceChildren(`Je concept van ${uur(concept.tijd)} staat er weer. `, knop);
  };

  const onthoudVerzonden = (formulier) => {
    const sleutels = [...formulier.querySelectorAll("[data-concept]")].map(sleutel);
    if (sleutels.length) opslag(() => sessionStorage.setItem(VERZONDEN, JSON.stringify(sleutels)));
  };

  const wisVerzonden = () => opslag(() => {
    for (const naam of JSON.parse(sessionStorage.getItem(VERZONDEN)) ?? []) localStorage.removeItem(naam);
    sessionStorage.removeItem(VERZONDEN);
  });

  /* Fields that grow with their text where the browser cannot do it itself. */
  const groeitVanzelf = CSS.supports("field-sizing", "content");
  const groei = (veld) => {
    if (groeitVanzelf) return;
    veld.rows = Math.max(4, veld.value.split("\n").reduce((som, regel) => som + 1 + Math.floor(regel.length / 60), 0));
  };

  const bereidVoor = (plek) => {
    plek.querySelectorAll("textarea").forEach((veld) => {
      if (gebruiker && veld.dataset.concept) zetConceptTerug(veld);
      groei(veld);
    });
  };

  const wachttijden = new WeakMap();
  document.addEventListener("input", ({ target }) => {
    const formulier = target.closest?.("form[data-bewaak]");
    if (formulier) formulier.dataset.gewijzigd = "ja";
    if (!(target instanceof HTMLTextAreaElement)) return;
    groei(target);
    if (!gebruiker || !target.dataset.concept) return;
    clearTimeout(wachttijden.get(target));
    wachttijden.set(target, setTimeout(() => bewaarConcept(target), 600));
  });

  /* Logging off wipes the drafts of this user from the device, after asking. */
  const eigenConcepten = () => opslag(() => Object.keys(localStorage).filter((naam) => naam.startsWith(`concept:${gebruiker}:`))) ?? [];

  document.addEventListener("submit", (gebeurtenis) => {
    if (!gebeurtenis.target.matches("[data-afmelden]")) return;
    const concepten = eigenConcepten();
    if (concepten.length && !confirm("Je hebt nog een notitie die niet bewaard is. Meld je je af, dan is ze weg.")) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      return;
    }
    concepten.forEach((naam) => opslag(() => localStorage.removeItem(naam)));
  }, true);

  /* Sending. `submit` only fires when the browser found the form valid. */
  const maakVrij = (formulier) => {
    delete formulier.dataset.bezig;
    formulier.querySelectorAll("[aria-disabled='true']").forEach((knop) => knop.removeAttribute("aria-disabled"));
  };

  document.addEventListener("submit", (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (gebeurtenis.defaultPrevented || formulier.method !== "post") return;
    if (formulier.dataset.bezig) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopPropagation();
      return;
    }
    formulier.dataset.bezig = "ja";
    delete formulier.dataset.gewijzigd;
    formulier.querySelectorAll("[data-concept]").forEach(bewaarConcept);
    onthoudVerzonden(formulier);
    gebeurtenis.submitter?.setAttribute("aria-disabled", "true");
    // A download leaves the page standing; its form may be sent again.
    setTimeout(() => maakVrij(formulier), 10000);
  }, true);

  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach(maakVrij));
  window.addEventListener("beforeunload", (gebeurtenis) => {
    if (document.querySelector("form[data-gewijzigd]")) gebeurtenis.preventDefault();
  });

  /* htmx: the token, the focus, the words when something fails. */
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.verb !== "get") detail.headers["X-CSRFToken"] = meta("csrf-token");
  });

  document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
    // A lost session answers with the whole login page; that never belongs inside this one.
    if (!gebeurtenis.detail.xhr.responseText.includes('data-pagina="aanmelden"')) return;
    gebeurtenis.detail.shouldSwap = false;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Meld je opnieuw aan";
    toonMelding("warning", "Je bent afgemeld. Wat je typte, vind je straks terug.", link);
  });

  const openVenster = (venster) => {
    const kop = venster.querySelector("h1, h2");
    if (kop) venster.setAttribute("aria-label", kop.textContent.trim());
    if (!venster.open) venster.showModal();
  };

  document.addEventListener("htmx:afterSwap", ({ detail, target }) => {
    // With outerHTML the target of the request has left the page; the event comes from what took its place.
    const plek = detail.target.isConnected ? detail.target : target;
    const venster = plek.closest("dialog");
    if (venster) openVenster(venster);
    bereidVoor(plek);
    if (document.querySelector("#meldingen .melding-success")) wisVerzonden();
    const tekst = plek.querySelector("[data-aankondiging]")?.dataset.aankondiging ?? plek.dataset.aankondiging;
    if (tekst) aankondigen(tekst);
    // A button that is there again, such as a tick in a list, keeps the focus.
    const gedrukt = detail.requestConfig?.triggeringEvent?.submitter?.id;
    const knop = gedrukt ? document.getElementById(gedrukt) : null;
    (knop ?? plek.querySelector("[data-focus]"))?.focus();
  });

  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const formulier = detail.elt.closest("form");
    if (formulier) maakVrij(formulier);
  });

  const geenVerbinding = () => toonMelding("error", "Geen verbinding. Wat je typte staat er nog. Probeer opnieuw.");
  document.addEventListener("htmx:sendError", geenVerbinding);
  document.addEventListener("htmx:timeout", geenVerbinding);
  document.addEventListener("htmx:responseError", ({ detail }) => {
    const teksten = {
      403: "Dit mag je niet doen, of je sessie is verlopen. Herlaad de pagina en probeer opnieuw.",
      404: "Dit bestaat niet meer. Herlaad de pagina.",
      429: "Dat ging te snel na elkaar. Wacht even en probeer opnieuw.",
    };
    toonMelding("error", teksten[detail.xhr.status] ?? "Er ging iets mis bij ons. Wat je typte staat er nog. Probeer opnieuw.");
  });

  /* The folded menu at the bottom and the window close the way people expect. */
  document.addEventListener("click", ({ target }) => {
    document.querySelectorAll("details[data-sluit-vanzelf][open]").forEach((lade) => {
      if (!lade.contains(target)) lade.open = false;
    });
    target.closest?.("[data-sluit-venster]")?.closest("dialog")?.close();
  });
  // The server says `HX-Trigger: sluitVenster` when the work in the window is done.
  document.addEventListener("sluitVenster", () => document.querySelector("dialog[open]")?.close());
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    const lade = document.querySelector("details[data-sluit-vanzelf][open]");
    if (!lade) return;
    lade.open = false;
    lade.querySelector("summary").focus();
  });

  document.querySelectorAll("[data-druk-af]").forEach((knop) => {
    knop.hidden = false;
    knop.addEventListener("click", () => print());
  });

  if (gebruiker) {
    ruimOp();
    if (document.querySelector("#meldingen .melding-success")) wisVerzonden();
  }
  bereidVoor(document);
  document.querySelector(".bladwijzers [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  document.querySelector(".fouten[data-focus]")?.focus();
})();
