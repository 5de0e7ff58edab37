/* What the pages do beyond HTML. Everything works without this file; it guards
   against double sending and speaks up for htmx. Drafts: concepten.js. */
(() => {
  "use strict";
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

  // The page itself asks for the login, and is where one comes back.
  const linkOmAanTeMelden = () => {
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Meld je opnieuw aan";
    return link;
  };

  /* Fields that grow with their text where the browser cannot do it itself. */
  const groeitVanzelf = CSS.supports("field-sizing", "content");
  const groei = (veld) => {
    if (groeitVanzelf) return;
    veld.rows = Math.max(4, veld.value.split("\n").reduce((som, regel) => som + 1 + Math.floor(regel.length / 60), 0));
  };

  const bereidVoor = (plek) => plek.querySelectorAll("textarea").forEach(groei);
  document.addEventListener("concept:terug", ({ target }) => bereidVoor(target));

  // Leaving is asked about only for what is kept nowhere: files, and forms without a draft.
  document.addEventListener("input", ({ target }) => {
    const formulier = target.closest?.("form[data-bewaak]");
    if (formulier && (target.type === "file" || !formulier.dataset.conceptBewaard)) formulier.dataset.gewijzigd = "ja";
    if (target instanceof HTMLTextAreaElement) groei(target);
  });

  /* Who looks for somebody in a form, does not send it: what is typed there is no choice yet. */
  const zoektIemand = (plek) => plek.matches?.("[data-zoekkeuze] [type=search]");
  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key === "Enter" && zoektIemand(gebeurtenis.target)) gebeurtenis.preventDefault();
  });
  document.addEventListener("change", (gebeurtenis) => {
    if (zoektIemand(gebeurtenis.target)) gebeurtenis.stopPropagation();
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
    document.documentElement.dataset.verstuurd = "ja";
    delete formulier.dataset.gewijzigd;
    gebeurtenis.submitter?.setAttribute("aria-disabled", "true");
    // A download leaves the page standing; its form may be sent again.
    setTimeout(() => maakVrij(formulier), 10000);
  }, true);

  // A page that the browser kept shows what was so, and its form counts as sent.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && document.documentElement.dataset.verstuurd) location.reload();
  });
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
    toonMelding("warning", "Je bent afgemeld. Wat je typte, vind je straks terug.", linkOmAanTeMelden());
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
      503: "Doorstroom antwoordt even niet. Probeer het over een minuut opnieuw.",
    };
    // An error page of ours says what became of what was sent.
    const pagina = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
    const zin = pagina.querySelector("[data-zin]")?.textContent.trim().replace(/\s+/g, " ");
    const link = pagina.querySelector("[data-aanmelden]") && linkOmAanTeMelden();
    toonMelding("error", zin ?? teksten[detail.xhr.status] ?? "Er ging iets mis bij ons. Wat je typte staat er nog. Probeer opnieuw.", link);
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

  // Sideways only: who reloads, or comes back, halfway down a page stays there.
  const toonBladwijzer = () => {
    const hier = document.querySelector(".bladwijzers [aria-current]");
    if (!hier) return;
    const rij = hier.closest("ul");
    const [van, tot] = [hier, rij].map((deel) => deel.getBoundingClientRect());
    rij.scrollLeft += van.left + van.width / 2 - (tot.left + tot.width / 2);
  };

  bereidVoor(document);
  toonBladwijzer();
  document.querySelector(".fouten[data-focus]")?.focus();
})();
