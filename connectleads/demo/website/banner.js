// The demo website's consent banner: asks, writes the CookieConsent cookie in Cookiebot's form, and tells the page.
(() => {
  "use strict";

  const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
  const STAMP_BYTES = 40;
  const PURPOSES = [
    ["preferences", "Voorkeuren", "Onthoudt welke maat machine je bekeek."],
    ["statistics", "Statistieken", "Telt welke pagina's gelezen worden."],
    ["marketing", "Marketing", "ConnectLeads herkent bij welk bedrijf je werkt, zodat wij dat bedrijf kunnen benaderen. " +
      "Alleen organisaties; je IP-adres wordt niet bewaard."],
  ];
  // The one form this banner writes; anything else under the name is somebody else's and counts as no answer.
  const WRITTEN = new RegExp(
    "^\\{stamp:%27([A-Za-z0-9+/]{54}==)%27%2Cnecessary:true%2Cpreferences:(true|false)%2Cstatistics:(true|false)" +
    "%2Cmarketing:(true|false)%2Cmethod:%27explicit%27%2Cver:1%2Cutc:(\\d{13})%2Cregion:%27nl%27\\}$",
  );
  const NOTHING = { preferences: false, statistics: false, marketing: false };
  const EVERYTHING = { preferences: true, statistics: true, marketing: true };

  function readChoice() {
    const pair = document.cookie.split("; ").find((part) => part.startsWith("CookieConsent="));
    const match = pair && WRITTEN.exec(pair.slice("CookieConsent=".length));
    if (!match) return null;
    const [, stamp, preferences, statistics, marketing, utc] = match;
    return {
      stamp,
      preferences: preferences === "true",
      statistics: statistics === "true",
      marketing: marketing === "true",
      utc: Number(utc),
    };
  }

  function writeChoice(choice) {
    const stamp = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(STAMP_BYTES))));
    // Cookiebot encodes the quote and the comma and nothing else: the +, / and = of the stamp stay as they are.
    const value = (
      `{stamp:'${stamp}',necessary:true,preferences:${choice.preferences},statistics:${choice.statistics},` +
      `marketing:${choice.marketing},method:'explicit',ver:1,utc:${Date.now()},region:'nl'}`
    ).replaceAll("'", "%27").replaceAll(",", "%2C");
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `CookieConsent=${value}; path=/; max-age=${YEAR_IN_SECONDS}; SameSite=Lax${secure}`;
  }

  const granted = (choice) => Boolean(choice) && PURPOSES.some(([name]) => choice[name]);

  function announce() {
    const choice = readChoice();
    if (!choice) return;
    window.dispatchEvent(new Event("CookiebotOnConsentReady"));
    window.dispatchEvent(new Event(granted(choice) ? "CookiebotOnAccept" : "CookiebotOnDecline"));
  }

  function decide(choice) {
    writeChoice(choice);
    banner.close();
    announce();
  }

  // ---- the dialog ----

  const banner = document.createElement("dialog");
  banner.className = "cookie-banner";
  banner.setAttribute("aria-labelledby", "cookie-title");
  banner.setAttribute("aria-describedby", "cookie-text");
  banner.innerHTML = `
    <h2 id="cookie-title" tabindex="-1">Mogen we meekijken?</h2>
    <p id="cookie-text">Zonder je toestemming meten we niets. Je keuze geldt een jaar en je kunt haar altijd veranderen,
      linksonder bij Cookie-instellingen.</p>
    <p class="cookie-state" hidden></p>
    <fieldset>
      <legend>Waarvoor</legend>
      ${PURPOSES.map(([name, label, text]) => `
        <label class="cookie-purpose"><input type="checkbox" name="${name}"
          aria-labelledby="cookie-${name}-name" aria-describedby="cookie-${name}">
          <span><b id="cookie-${name}-name">${label}</b><small id="cookie-${name}">${text}</small></span></label>`).join("")}
    </fieldset>
    <div class="cookie-buttons">
      <button type="button" data-does="refuse">Weigeren</button>
      <button type="button" data-does="select">Selectie toestaan</button>
      <button type="button" data-does="accept">Alles toestaan</button>
    </div>
    <button type="button" class="cookie-close" data-does="close" aria-label="Sluiten, keuze houden" hidden>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="m1 1 10 10M11 1 1 11"/></svg>
    </button>`;

  const again = document.createElement("button");
  again.type = "button";
  again.className = "cookie-again";
  again.textContent = "Cookie-instellingen";
  again.addEventListener("click", open);

  const boxes = [...banner.querySelectorAll("input")];
  const selection = () => Object.fromEntries(boxes.map((box) => [box.name, box.checked]));
  const ACTS = {
    refuse: () => (granted(readChoice()) ? window.Cookiebot.withdraw() : decide(NOTHING)),
    select: () => decide(selection()),
    accept: () => decide(EVERYTHING),
    close: () => banner.close(),
  };

  banner.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does]");
    if (button) ACTS[button.dataset.does]();
  });
  document.addEventListener("keydown", (event) => {
    // Without an answer the question stays: closing it would be neither a yes nor a no.
    if (event.key === "Escape" && banner.open && readChoice()) banner.close();
  });

  function describe(choice) {
    const names = PURPOSES.filter(([name]) => choice[name]).map(([, label]) => label.toLowerCase());
    const day = new Date(choice.utc).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
    return `Je keuze van ${day}: ${names.length ? names.join(", ") : "niets toegestaan"}.`;
  }

  function open() {
    const choice = readChoice();
    const state = banner.querySelector(".cookie-state");
    state.hidden = !choice;
    state.textContent = choice ? describe(choice) : "";
    banner.querySelector(".cookie-close").hidden = !choice;
    banner.querySelector("[data-does=refuse]").textContent = granted(choice) ? "Toestemming intrekken" : "Weigeren";
    for (const box of boxes) box.checked = Boolean(choice && choice[box.name]);
    if (!banner.open) banner.show();
    banner.querySelector("h2").focus({ preventScroll: true });
  }

  // ---- what other scripts may ask, by the names Cookiebot gives them ----

  window.Cookiebot = {
    get consent() {
      const { stamp = "0", utc, ...purposes } = readChoice() || NOTHING;
      return { necessary: true, ...purposes, method: utc ? "explicit" : null, stamp };
    },
    get consentID() { return this.consent.stamp; },
    get hasResponse() { return readChoice() !== null; },
    get consented() { return granted(readChoice()); },
    get declined() { return this.hasResponse && !this.consented; },
    doNotTrack: false,
    renew: open,
    withdraw: () => decide(NOTHING),
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.body.prepend(banner);
    document.body.append(again);
    if (readChoice()) announce();
    else open();
  });
})();
