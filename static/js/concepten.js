/* Drafts. What somebody types in a form with data-concept="<key>" goes to the server while it is
   typed, so that it comes back on any device. Until the server has it, it stays on this device too:
   a lost network or a lost session loses nothing. Only when the server says that the form is saved,
   its draft goes. Two tabs or devices never overwrite each other unseen: the user chooses. */
(() => {
  "use strict";
  const { lees, tekst, zet, verschillen } = window.formuliervelden;
  const gebruiker = document.body.dataset.gebruiker;
  if (!gebruiker) return;
  const BEWAAR = new URL(document.body.dataset.concepten, location.href);
  const WIS = new URL("../wis/", BEWAAR);
  const LEES = new URL("../lees.json", BEWAAR);
  const MAAND = 30 * 24 * 3600 * 1000;
  const RUST = 700; // ms without typing
  const HOOGSTENS = 4000; // ms of typing on
  const OPNIEUW = 15000; // ms until the next attempt
  const wacht = (ms) => new Promise((klaar) => { setTimeout(klaar, ms); });
  const uur = (tijd) => new Date(tijd).toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" });

  /* --- this device: only what the server does not have yet ---------------------------------- */
  const VOOR = `concept:${gebruiker}:`;
  // Storage may be full or forbidden; the server is then the only one that keeps drafts.
  const opslag = (actie) => {
    try {
      return actie();
    } catch {
      return null;
    }
  };
  const toestel = {
    lees: (sleutel) => opslag(() => {
      const concept = JSON.parse(localStorage.getItem(VOOR + sleutel));
      return concept?.velden ? concept : null;
    }),
    zet: (sleutel, concept) => opslag(() => {
      localStorage.setItem(VOOR + sleutel, JSON.stringify(concept));
      return true;
    }),
    wis: (sleutel) => opslag(() => localStorage.removeItem(VOOR + sleutel)),
    sleutels: () => opslag(() => Object.keys(localStorage).filter((naam) => naam.startsWith(VOOR)).map((naam) => naam.slice(VOOR.length))) ?? [],
    ruimOp: () => opslag(() => Object.keys(localStorage).filter((naam) => naam.startsWith("concept:")).forEach((naam) => {
      if (Date.now() - (JSON.parse(localStorage.getItem(naam))?.tijd ?? 0) > MAAND) localStorage.removeItem(naam);
    })),
  };
  /* This tab: which draft it last saw of each form, and which forms it sent. */
  const tab = {
    lees: () => opslag(() => JSON.parse(sessionStorage.getItem(VOOR))) ?? { gezien: {}, verzonden: {} },
    zet: (wat, sleutel, op) => {
      const nu = tab.lees();
      if (op === undefined) delete nu[wat][sleutel];
      else nu[wat][sleutel] = op;
      opslag(() => sessionStorage.setItem(VOOR, JSON.stringify(nu)));
    },
  };

  /* --- the server ----------------------------------------------------------------------------- */
  const vraagAan = async (adres, opties) => {
    // A lost session redirects to the login page: that counts as no answer.
    const antwoord = await fetch(adres, { redirect: "manual", ...opties });
    if (antwoord.status === 422) throw Object.assign(new Error("concept: 422"), await antwoord.json());
    if (!antwoord.ok && antwoord.status !== 409) throw new Error(`concept: ${antwoord.status}`);
    return { ...(await antwoord.json()), botst: antwoord.status === 409 };
  };
  const stuur = (adres, inhoud, opties) => vraagAan(adres, {
    method: "POST",
    headers: { "X-CSRFToken": document.querySelector('meta[name="csrf-token"]')?.content ?? "" },
    body: new URLSearchParams(inhoud),
    ...opties,
  });
  const bewaarBijOns = (sleutel, gezien, velden, opties) => stuur(BEWAAR, { sleutel, gezien, velden: JSON.stringify(velden) }, opties);
  const haal = (sleutel) => vraagAan(`${LEES}?${new URLSearchParams({ sleutel })}`);

  /* --- what a form says about its draft ------------------------------------------------------- */
  const plek = (formulier, klasse, rol) => {
    let gevonden = formulier.querySelector(`.${klasse}`);
    if (gevonden) return gevonden;
    gevonden = document.createElement("div");
    gevonden.className = klasse;
    gevonden.setAttribute("role", rol);
    const vak = formulier.querySelector("textarea");
    if (vak) vak.insertAdjacentElement("afterend", gevonden);
    else (formulier.querySelector(".knoppen") ?? formulier.lastElementChild).before(gevonden);
    return gevonden;
  };
  const zeg = (formulier, ...delen) => plek(formulier, "concept-stand", "status").replaceChildren(...delen);
  const knop = (woorden, klasse, doe) => {
    const gemaakt = document.createElement("button");
    gemaakt.type = "button";
    gemaakt.className = klasse;
    gemaakt.textContent = woorden;
    gemaakt.addEventListener("click", doe);
    return gemaakt;
  };

  /* --- one form ------------------------------------------------------------------------------- */
  const staten = new Map(); // form → what is known of its draft

  const onthoud = (formulier, staat, op) => {
    staat.op = op;
    tab.zet("gezien", staat.sleutel, op);
    let veld = formulier.elements.namedItem("concept_gezien");
    if (!veld) {
      veld = document.createElement("input");
      veld.type = "hidden";
      veld.name = "concept_gezien";
      formulier.append(veld);
    }
    veld.value = op;
  };

  const houdHier = (formulier, staat) => {
    if (toestel.zet(staat.sleutel, { velden: lees(formulier), tijd: Date.now(), op: staat.op })) formulier.dataset.conceptBewaard = "ja";
  };

  const wis = async (formulier, staat) => {
    if (staat.op) await stuur(WIS, { sleutel: staat.sleutel, gezien: staat.op });
    toestel.wis(staat.sleutel);
    onthoud(formulier, staat, "");
    staat.bekend = staat.begin;
    zeg(formulier);
  };

  const verstuur = async (formulier, staat, opties) => {
    const velden = lees(formulier), nu = tekst(velden);
    if (nu === staat.bekend) return toestel.wis(staat.sleutel);
    if (nu === staat.begin) return wis(formulier, staat);
    const concept = await bewaarBijOns(staat.sleutel, staat.op, velden, opties);
    if (concept.botst) return laatKiezen(formulier, staat, concept);
    onthoud(formulier, staat, concept.op);
    staat.bekend = nu;
    if (tekst(lees(formulier)) === nu) toestel.wis(staat.sleutel);
    else houdHier(formulier, staat);
    formulier.dataset.conceptBewaard = "ja";
    return zeg(formulier, `Concept bewaard om ${concept.om}`);
  };

  // One request at a time, so that an earlier text never arrives after a later one.
  const bewaar = (formulier, opties) => {
    const staat = staten.get(formulier);
    if (!staat?.gereed || staat.bezig || staat.verstuurd || staat.keuze) return staat?.bezig;
    clearTimeout(staat.klok);
    staat.sinds = 0;
    staat.bezig = verstuur(formulier, staat, opties).catch(({ zin }) => {
      // Refused, with the reason: this device keeps it, and asks again when something else is typed.
      if (zin) return zeg(formulier, zin);
      zeg(formulier, `Concept bewaard op dit toestel om ${uur(Date.now())}. Zodra er weer verbinding is, bewaren we het ook bij ons.`);
      probeerStraks();
    }).finally(() => {
      staat.bezig = null;
    });
    return staat.bezig;
  };

  const plan = (formulier) => {
    const staat = staten.get(formulier);
    if (!staat) return;
    staat.sinds ||= Date.now();
    clearTimeout(staat.klok);
    const rust = Math.max(0, Math.min(RUST, staat.sinds + HOOGSTENS - Date.now()));
    staat.klok = setTimeout(() => (staat.bezig ? staat.bezig.then(() => plan(formulier)) : bewaar(formulier)), rust);
  };

  const laatKiezen = (formulier, staat, ander) => {
    staat.keuze = ander;
    const doos = plek(formulier, "concept-botsing", "alert");
    const kies = (woorden, doe) => knop(woorden, "btn btn-outline-secondary", () => {
      staat.keuze = null;
      doos.remove();
      onthoud(formulier, staat, ander.op);
      doe();
      formulier.querySelector("textarea, input:not([type=hidden])")?.focus();
    });
    const kop = document.createElement("p"), versie = document.createElement("blockquote");
    kop.textContent = `Je typte hier ook iets op een ander toestel of in een ander tabblad, om ${ander.om}:`;
    versie.className = "versie";
    versie.textContent = verschillen(formulier, ander.velden).join("\n");
    const neem = kies("Neem die tekst", () => {
      zet(formulier, ander.velden);
      staat.bekend = tekst(lees(formulier));
      toestel.wis(staat.sleutel);
      zeg(formulier, `Concept bewaard om ${ander.om}`);
    });
    const houd = kies("Houd wat ik hier typte", () => bewaar(formulier));
    zeg(formulier);
    doos.replaceChildren(kop, versie, neem, houd);
  };

  const zetTerug = (formulier, staat, velden, wanneer) => {
    zet(formulier, velden);
    if (tekst(lees(formulier)) === staat.begin) return;
    formulier.dataset.conceptBewaard = "ja";
    zeg(formulier, `Je concept van ${wanneer} staat er weer. `, knop("Wis het concept", "btn btn-link", () => {
      formulier.reset();
      wis(formulier, staat).catch(probeerStraks);
    }));
  };

  /* Lay together what a form shows, what this device kept and what the server has. */
  const leg = (formulier, staat, eerder, bijOns) => {
    const getypt = "conceptGetypt" in formulier.dataset || tekst(lees(formulier)) !== staat.begin;
    const hier = getypt ? { op: eerder } : toestel.lees(staat.sleutel);
    if (!hier) {
      if (!bijOns?.op) return;
      onthoud(formulier, staat, bijOns.op);
      zetTerug(formulier, staat, bijOns.velden, bijOns.om);
      staat.bekend = tekst(lees(formulier));
      return;
    }
    if (!getypt) zetTerug(formulier, staat, hier.velden, uur(hier.tijd));
    else staat.bekend = "";
    // What came back refused is nobody's beginning: emptying it is not how a draft goes.
    if ("conceptGetypt" in formulier.dataset) staat.begin = "";
    onthoud(formulier, staat, hier.op ?? "");
    if (!bijOns?.op) return;
    if (bijOns.op === staat.op || tekst(bijOns.velden) === tekst(lees(formulier))) onthoud(formulier, staat, bijOns.op);
    else laatKiezen(formulier, staat, bijOns);
  };

  const open = async (formulier) => {
    const sleutel = formulier.dataset.concept, begin = tekst(lees(formulier)), eerder = tab.lees().gezien[sleutel];
    const staat = { sleutel, begin, bekend: begin, op: "", klok: 0, sinds: 0, gereed: false, bezig: null, keuze: null, verstuurd: false };
    staten.set(formulier, staat);
    tab.zet("verzonden", sleutel, undefined);
    leg(formulier, staat, eerder, await haal(sleutel).catch(() => null));
    staat.gereed = true;
    if (tekst(lees(formulier)) !== staat.bekend || toestel.lees(sleutel)) plan(formulier);
  };

  const openAlle = () => {
    for (const [formulier, staat] of staten) {
      if (formulier.isConnected) continue;
      if (staat.sinds) bewaar(formulier);
      staten.delete(formulier);
    }
    document.querySelectorAll("form[data-concept]").forEach((formulier) => {
      if (!staten.has(formulier)) open(formulier);
    });
  };

  /* --- what this device still has to hand over ------------------------------------------------ */
  const stuurRest = async () => {
    const open_ = new Set([...staten.values()].map((staat) => staat.sleutel));
    for (const sleutel of toestel.sleutels().filter((naam) => !open_.has(naam))) {
      const { velden, op } = toestel.lees(sleutel) ?? {};
      const concept = velden && await bewaarBijOns(sleutel, op ?? "", velden).catch(() => ({ botst: true }));
      if (!concept?.botst) toestel.wis(sleutel);
    }
  };
  const stuurAlles = async () => {
    await Promise.all([...staten.keys()].map((formulier) => bewaar(formulier)));
    await stuurRest();
  };
  let klok = 0;
  const probeerStraks = () => {
    clearTimeout(klok);
    klok = setTimeout(stuurAlles, OPNIEUW);
  };
  window.addEventListener("online", stuurAlles);

  /* The server said that what this tab sent is saved. */
  const laatLos = () => Object.entries(tab.lees().verzonden).forEach(([sleutel, op]) => {
    toestel.wis(sleutel);
    tab.zet("verzonden", sleutel, undefined);
    tab.zet("gezien", sleutel, undefined);
    if (op) stuur(WIS, { sleutel, gezien: op }).catch(() => null);
  });

  /* --- what people do ------------------------------------------------------------------------- */
  const getypt = ({ target }) => {
    const formulier = target.closest?.("form[data-concept]"), staat = staten.get(formulier);
    if (!staat || target.type === "file") return;
    houdHier(formulier, staat);
    plan(formulier);
  };
  document.addEventListener("input", getypt);
  document.addEventListener("change", getypt);

  document.addEventListener("submit", (gebeurtenis) => {
    const formulier = gebeurtenis.target, staat = staten.get(formulier);
    if (!staat || gebeurtenis.defaultPrevented) return;
    clearTimeout(staat.klok);
    // A draft that arrives after its form would come back as if nothing was saved.
    if (staat.bezig && !staat.gewacht) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      staat.gewacht = true;
      Promise.race([staat.bezig, wacht(3000)]).then(() => formulier.requestSubmit(gebeurtenis.submitter));
      return;
    }
    staat.gewacht = false;
    staat.verstuurd = true;
    if (tekst(lees(formulier)) !== staat.bekend) houdHier(formulier, staat);
    tab.zet("verzonden", staat.sleutel, staat.op);
  }, true);

  // A form that was sent in vain still stands there.
  const maakVrij = (formulier) => {
    const staat = staten.get(formulier);
    if (!staat?.verstuurd || !formulier.isConnected) return;
    staat.verstuurd = false;
    tab.zet("verzonden", staat.sleutel, undefined);
    plan(formulier);
  };
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((fout) => {
    document.addEventListener(fout, ({ detail }) => maakVrij(detail.elt.closest("form")));
  });
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.xhr.responseText.includes('data-pagina="aanmelden"')) maakVrij(detail.requestConfig.elt.closest("form"));
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) [...staten.keys()].forEach(maakVrij);
  });

  // A tab that closes hands over the last words.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") [...staten.keys()].forEach((formulier) => bewaar(formulier, { keepalive: true }));
  });

  document.addEventListener("htmx:afterSwap", ({ detail: { xhr } }) => {
    if (xhr?.status < 300 && xhr.responseText.includes("melding-success")) laatLos();
    openAlle();
  });

  /* Logging off leaves nothing behind on the device, once the server has it. */
  document.addEventListener("submit", async (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (!formulier.matches("[data-afmelden]") || (!toestel.sleutels().length && !staten.size)) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopImmediatePropagation();
    await Promise.race([stuurAlles(), wacht(OPNIEUW)]);
    const rest = toestel.sleutels();
    if (rest.length && !confirm("Een tekst die je typte, staat alleen op dit toestel. Meld je je nu af, dan is ze weg.")) return;
    rest.forEach(toestel.wis);
    opslag(() => sessionStorage.removeItem(VOOR));
    formulier.submit();
  }, true);

  toestel.ruimOp();
  if (document.querySelector("#meldingen .melding-success")) laatLos();
  openAlle();
  stuurRest();
})();
