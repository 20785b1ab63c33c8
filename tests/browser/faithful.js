/*
 * What the consent platforms' own scripts do when a visitor chooses: write their cookies in their own form, or keep the
 * choice to themselves and answer by an interface, and then send their own event. `TC` holds two TC strings of today.
 */
const YEAR = 31536000;
const keep = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`; };
const json = (name, value) => keep(name, encodeURIComponent(JSON.stringify(value)));
const tell = (name, target = document, detail) => target.dispatchEvent(new CustomEvent(name, { detail }));
const iso = () => new Date().toISOString();
const seconds = () => Math.floor(Date.now() / 1000);
const uuid = () => crypto.randomUUID();
const word = (isYes, yes, no) => (isYes ? yes : no);

/* The framework's interface, as every platform of it offers it. */
const frameworks = [];
let frameworkData;
const offerFramework = () => {
  const kept = localStorage.framework;
  frameworkData = frameworkAnswer(kept ? "tcloaded" : "cmpuishown", kept === "yes");
  window.__tcfapi = (command, version, callback) => {
    if (command === "addEventListener") frameworks.push(callback);
    callback(frameworkData, true);
  };
};
const frameworkAnswer = (eventStatus, isYes) => {
  const consents = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((purpose) => [purpose, isYes]));
  return { eventStatus, gdprApplies: true, tcString: word(isYes, TC.yes, TC.no), purpose: { consents } };
};
const framework = (isYes) => {
  localStorage.framework = word(isYes, "yes", "no");
  frameworkData = frameworkAnswer("useractioncomplete", isYes);
  frameworks.forEach((callback) => callback(frameworkData, true));
};

const PLATFORMS = {
  cookiebot: (isYes) => {
    const stamp = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(40))));
    const literal = `{stamp:'${stamp}',necessary:true,preferences:${isYes},statistics:${isYes},marketing:${isYes},` +
      `method:'explicit',ver:1,utc:${Date.now()},region:'nl'}`;
    keep("CookieConsent", literal.replaceAll("'", "%27").replaceAll(",", "%2C"));
    tell(word(isYes, "CookiebotOnAccept", "CookiebotOnDecline"), window);
  },
  onetrust: (isYes) => {
    const bit = word(isYes, "1", "0"), part = encodeURIComponent;
    keep("OptanonConsent", `isGpcEnabled=0&datestamp=${part(Date()).replaceAll("%20", "+")}&version=202510.2.0&` +
      `consentId=${uuid()}&interactionCount=1&landingPath=NotLandingPage&` +
      `groups=${part(`C0001:1,C0002:${bit},C0003:${bit},C0004:${bit}`)}&AwaitingReconsent=false&intType=1`);
    keep("OptanonAlertBoxClosed", iso());
    tell("OneTrustGroupsUpdated", window, []);
  },
  cookieyes: (isYes) => {
    const said = word(isYes, "yes", "no");
    keep("cookieyes-consent", `consentid:${btoa("a".repeat(30))},consent:${said},action:yes,necessary:yes,` +
      `functional:${said},analytics:${said},performance:${said},advertisement:${said}`);
    tell("cookieyes_consent_update", document, { accepted: [], rejected: [] });
  },
  complianz: (isYes) => {
    for (const category of ["functional", "preferences", "statistics", "marketing"]) keep(`cmplz_${category}`, word(isYes, "allow", "deny"));
    keep("cmplz_banner-status", "dismissed");
    tell("cmplz_status_change", document, { category: "marketing" });
  },
  cookieinformation: (isYes) => {
    const optional = ["functional", "statistic", "marketing"].map((name) => `cookie_cat_${name}`);
    json("CookieInformationConsent", {
      website_uuid: uuid(), timestamp: iso(), consent_url: location.href, user_uid: uuid(),
      consents_approved: ["cookie_cat_necessary", ...(isYes ? optional : [])], consents_denied: isYes ? [] : optional,
    });
    tell("CookieInformationConsentGiven", window);
  },
  axeptio: (isYes) => {
    const said = { $$token: "esvaxy3aiixqypfh0fr7b", $$date: iso(), connectleads: isYes, $$completed: true };
    keep("axeptio_cookies", JSON.stringify(said).replaceAll('"', "%22").replaceAll(",", "%2C"));
    (window.axeptioListeners || []).forEach((listener) => listener(said));
  },
  borlabs: (isYes) => {
    json("borlabs-cookie", {
      consents: { essential: ["borlabs-cookie"], ...(isYes ? { statistics: ["ga"], marketing: ["connectleads"] } : {}) },
      domainPath: location.host, expires: new Date(Date.now() + YEAR * 1000).toUTCString(), uid: "anonymous", v3: true, version: "1",
    });
    tell("borlabs-cookie-consent-saved");
  },
  civic: (isYes) => keep("CookieControl", JSON.stringify({
    necessaryCookies: [], optionalCookies: { analytics: word(isYes, "accepted", "revoked"), marketing: word(isYes, "accepted", "revoked") },
    statement: {}, consentDate: Date.now(), consentExpiry: 90, interactedWith: true, user: uuid().toUpperCase(),
  })),
  "cookie-script": (isYes) => {
    json("CookieScriptConsent", {
      bannershown: 1, action: word(isYes, "accept", "reject"), consenttime: seconds(),
      categories: JSON.stringify(isYes ? ["targeting", "performance"] : []), key: "abc123",
    });
    tell(word(isYes, "CookieScriptAcceptAll", "CookieScriptReject"), window);
  },
  cookiefirst: (isYes) => {
    json("cookiefirst-consent", {
      necessary: true, performance: isYes, functional: isYes, advertising: isYes, timestamp: seconds(), type: "category", version: uuid(),
    });
    tell("cf_consent", window, {});
  },
  "cookielawinfo-legacy": (isYes) => {
    for (const category of ["necessary", "analytics", "advertisement"]) keep(`cookielawinfo-checkbox-${category}`, word(isYes || category === "necessary", "yes", "no"));
    keep("viewed_cookie_policy", "yes");
  },
  didomi: (isYes) => {
    const ids = ["connectleads-NGqxWbmn"];
    keep("didomi_token", btoa(JSON.stringify({
      user_id: uuid(), created: iso(), updated: iso(), vendors: { enabled: [], disabled: [] },
      purposes: isYes ? { enabled: ids, disabled: [] } : { enabled: [], disabled: ids }, version: 2,
    })));
    (window.didomiEventListeners || []).forEach(({ event, listener }) => event === "consent.changed" && listener());
  },
  "google-funding-choices": (isYes) => {
    json("FCCDCF", [null, null, null, [word(isYes, TC.yes, TC.no), "2~~dv.", uuid()], null, null, []]);
    framework(isYes);
  },
  hubspot: (isYes) => {
    keep("__hs_cookie_cat_pref", `1:${isYes},2:${isYes},3:${isYes}`);
    (window._hsp || []).forEach(([command, listener]) => command === "addPrivacyConsentListener" && listener({ allowed: isYes }));
  },
  inmobi: (isYes) => {
    keep("euconsent-v2", word(isYes, TC.yes, TC.no));
    framework(isYes);
  },
  tcf: (isYes) => {
    keep("eupubconsent-v2", word(isYes, TC.yes, TC.no));
    framework(isYes);
  },
  consentmanager: (isYes) => {
    keep("__cmpconsentx12345", word(isYes, TC.yes, TC.no));
    framework(isYes);
  },
  iubenda: (isYes) => json("_iub_cs-12345678", {
    timestamp: iso(), version: "1.60.0", purposes: { 1: true, 2: isYes, 3: isYes, 4: isYes, 5: isYes }, id: 12345678,
  }),
  moove: (isYes) => json("moove_gdpr_popup", { strict: "1", thirdparty: word(isYes, "1", "0"), advanced: word(isYes, "1", "0") }),
  "real-cookie-banner": (isYes) => {
    const groups = { 60: [1], ...(isYes ? { 61: [2, 3] } : {}) };
    keep("real_cookie_banner-v:3_blog:1_path:0a1b2c3", encodeURIComponent(`${seconds()}:${uuid()}:${"ab".repeat(16)}:${JSON.stringify(groups)}`));
    tell(word(isYes, "RCB/OptIn/All", "RCB/OptOut/All"));
  },
  trustarc: (isYes) => {
    keep("notice_gdpr_prefs", word(isYes, "0,1,2:", "0:"));
    keep("notice_behavior", "expressed|eu");
    window.postMessage(JSON.stringify({ source: "preference_manager", message: "submit_preferences" }), location.origin);
  },
  "wp-consent-api": (isYes) => {
    for (const category of ["statistics", "marketing"]) keep(`wp_consent_${category}`, word(isYes, "allow", "deny"));
    tell("wp_listen_for_consent_change", document, { marketing: word(isYes, "allow", "deny") });
  },
  connectleads: (isYes) => connectleads("consent", word(isYes, "granted", "refused"), 1),
  usercentrics: (isYes) => {
    localStorage.ucData = JSON.stringify({ isYes, at: Date.now() });
    tell("UC_UI_CMP_EVENT", window, { type: word(isYes, "ACCEPT_ALL", "DENY_ALL") });
  },
  "usercentrics-2": (isYes) => {
    const history = [...JSON.parse(localStorage.uc_settings || "[]"), { status: isYes, timestamp: Date.now(), type: "explicit" }];
    localStorage.uc_settings = JSON.stringify(history);
    tell("UC_UI_CMP_EVENT", window, { type: word(isYes, "ACCEPT_ALL", "DENY_ALL") });
  },
  osano: (isYes) => {
    localStorage.osano_consentmanager = word(isYes, "ACCEPT", "DENY");
    (window.osanoListeners["osano-cm-consent-saved"] || []).forEach((listener) => listener({}));
  },
  termly: (isYes) => {
    localStorage.TERMLY_API_CACHE = String(isYes);
    (window.termlyListeners.consent || []).forEach((listener) => listener({}));
  },
  shopify: (isYes) => {
    keep("_tracking_consent", "%7B%22v%22%3A%222.1%22%7D");
    localStorage.shopify = word(isYes, "yes", "no");
    tell("visitorConsentCollected", document, { marketingAllowed: isYes });
  },
  sourcepoint: (isYes) => {
    keep("consentUUID", uuid());
    framework(isYes);
  },
};

/* What a platform's script has ready when the page loads. */
const READY = {
  axeptio: () => (window._axcb = window._axcb || []).push && setTimeout(() => {
    window.axeptioListeners = [];
    const sdk = { on: (name, listener) => name === "cookies:complete" && axeptioListeners.push(listener) };
    window._axcb.forEach((callback) => callback(sdk));
    window._axcb.push = (callback) => callback(sdk);
  }),
  usercentrics: () => {
    window.__ucCmp = {
      getConsentDetails: async () => {
        const { isYes = false, at = Date.now() } = JSON.parse(localStorage.ucData || "{}");
        const state = word(isYes, "ALL_ACCEPTED", "ALL_DENIED");
        return {
          consent: { status: state, type: word(localStorage.ucData, "EXPLICIT", "IMPLICIT"), updatedAt: at, controllerId: "c0ffee", required: !localStorage.ucData },
          categories: { essential: { state: "ALL_ACCEPTED" }, marketing: { state }, statistics: { state } }, services: {},
        };
      },
      isInitialized: () => true,
    };
    setTimeout(() => tell("UC_UI_INITIALIZED", window));
  },
  "usercentrics-2": () => {
    const history = () => [{ status: false, timestamp: Date.now() - 1000, type: "implicit" }, ...JSON.parse(localStorage.uc_settings || "[]")];
    window.UC_UI = {
      isInitialized: () => true,
      getServicesBaseInfo: () => [
        { name: "Google Fonts", categorySlug: "essential", consent: { status: true, history: history() } },
        { name: "ConnectLeads", categorySlug: "marketing", consent: { status: history().at(-1).status, history: history() } },
      ],
    };
    setTimeout(() => tell("UC_UI_INITIALIZED", window));
  },
  osano: () => {
    window.osanoListeners = {};
    window.Osano = { cm: {
      mode: "production",
      getConsent: () => ({ ESSENTIAL: "ACCEPT", ANALYTICS: localStorage.osano_consentmanager || "DENY", MARKETING: localStorage.osano_consentmanager || "DENY" }),
      addEventListener: (name, listener) => {
        (osanoListeners[name] = osanoListeners[name] || []).push(listener);
        if (name === "osano-cm-initialized") listener({});
      },
    } };
  },
  termly: () => {
    window.termlyListeners = {};
    window.Termly = {
      getConsentState: () => ({ essential: true, analytics: localStorage.TERMLY_API_CACHE === "true", advertising: localStorage.TERMLY_API_CACHE === "true" }),
      on: (name, listener) => (termlyListeners[name] = termlyListeners[name] || []).push(listener),
    };
  },
  shopify: () => {
    const said = () => localStorage.shopify || "";
    window.Shopify = { customerPrivacy: { currentVisitorConsent: () => ({ marketing: said(), analytics: said(), preferences: said(), sale_of_data: "" }) } };
  },
  "google-funding-choices": offerFramework, inmobi: offerFramework, tcf: offerFramework, consentmanager: offerFramework, sourcepoint: offerFramework,
};
(READY[PLATFORM] || (() => 0))();
document.addEventListener("click", ({ target }) => target.value && PLATFORMS[PLATFORM](target.value === "yes"));
