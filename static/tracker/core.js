/*
 * ConnectLeads snippet. Nothing leaves this browser, and nothing is stored in it, before the visitor said yes to the
 * site's purpose in the site's own consent banner. The server judges the same evidence again, by the same rules.
 *
 * Names in SITE_… are the site's own settings; they are filled in when the script is served. What a platform's file
 * brings: judge() answers true after a yes, false after a no, 0 while the answer is still to come, and nothing when
 * nothing is shown; it may throw, which is nothing. It leaves what shows the yes in `proof`. listen() starts to hear the
 * platform's own changes and answers whether it could.
 */
(() => {
  const OWN = "connectleads_visitor", MONTHS_13 = 34128e3;
  const stub = window.connectleads || 0, [door, rest] = `${(document.currentScript || 0).src}`.split("/s/SITE_KEY");
  if (!rest || stub.up) return;

  let proof, mark = "";                // what shows the yes; what our cookie keeps of it beside the visitor's id
  let visitor;                         // who it is, once there is a yes
  let view, place, page, waiting = []; // the page in view; what happened before the yes
  let engaged, since, told;            // milliseconds in view, since when, and the seconds that were told of
  let isListening, signals = {};       // Google Consent Mode

  /* What our script does must never be the page's trouble. */
  const quietly = (act) => (...given) => {
    try { return act(...given); } catch (trouble) {}
  };

  /* Wherever an event is sent to, it passes the window first. */
  const on = (names, act) => names.split(" ").map((name) => addEventListener(name, quietly(act), true));

  /* The one cookie whose name fits: [all, name, value]; nothing when there is none, or when two of them disagree. */
  const cookie = (name) => {
    const found = [...("; " + document.cookie).matchAll("; (" + name + ")=([^;]*)")];
    return found.every((one) => one[2] === found[0][2]) && found[0];
  };
  const read = (name) => (cookie(name) || 0)[2];
  const write = (name, value, seconds) => {
    document.cookie = name + "=" + value + ";path=/;samesite=lax;max-age=" + seconds + (/^https/.test(location) ? ";secure" : "");
  };
  const randomHex = () => crypto.getRandomValues(new Uint8Array(32)).reduce((hex, byte) => hex + (byte % 16).toString(16), "");

  /* Neither from the future nor too old. */
  const isFresh = (at) => {
    const days = (Date.now() - at) / 864e5;
    return days >= -1 && days <= SITE_DAYS;
  };

  /* PLATFORM */

  /* Whether there is a yes at this moment. A yes that became a no is told once, and our cookie goes. */
  const mayI = () => {
    let said, mode = {};
    try { said = !SITE_WISHES.some((wish) => navigator[wish] > 0) && judge(); } catch (trouble) {}
    if (!said) return said !== 0 && forget(visitor || said === false);
    for (const entry of window.dataLayer || []) if (entry?.[0] === "consent") Object.assign(signals, entry[2]);
    for (const name in signals) if (!name.indexOf(SITE_SIGNAL) && (mode[name] = signals[name]) !== "granted") return;
    proof = { platform: SITE_PLATFORM, mode, ...proof };
    visitor = (read(OWN) || visitor || randomHex()).slice(0, 32); // the cookie first: another tab may have made it
    return visitor < "g"; // a visitor's id is hexadecimal; who opted out has the word `off` instead
  };

  const forget = (isWithdrawn) => {
    const known = navigator.cookieEnabled ? read(OWN) : visitor;
    if (known < "g") {
      if (isWithdrawn) post("/withdraw", { id: randomHex(), visitor: known.slice(0, 32) });
      write(OWN, "", 0);
    }
    if (isWithdrawn) waiting = [];
    visitor = view = place = 0;
  };

  const post = (path, body, isSecond) => fetch(door + "/t/SITE_KEY" + path, {
    method: "POST", body: JSON.stringify(body), keepalive: true, credentials: "omit",
  }).catch(() => 0).then((response) => response.status < 500 || isSecond || setTimeout(quietly(() => {
    if (path || mayI()) post(path, body, 1);
  }), 5e3));

  /* Send a hit, after one more look whether that is still agreed to; its id, or nothing. */
  const send = (kind, more) => {
    if (!mayI()) return;
    write(OWN, visitor + mark, MONTHS_13);
    const id = randomHex();
    post("", { id, kind, url: page, title: document.title, visitor, consent: proof, ...more });
    return id;
  };

  /* Called whenever the visitor may have chosen, come back, or moved on. */
  const look = quietly(() => {
    const href = location.href.split(SITE_CUT)[0], here = href.replace(/\?[^#]*/, ""), referrer = page || document.referrer;
    isListening = isListening || listen();
    if (!mayI() || here === place) return;
    leave();
    page = href;
    place = here;
    engaged = told = 0;
    view = send("view", { referrer });
    waiting.splice(0).map(happened);
  });

  const again = () => {
    for (let wait = 50; wait < 1e4; wait *= 2) setTimeout(look, wait);
  };

  const tick = () => {
    if (since) engaged += Date.now() - since;
    since = !document.hidden && document.hasFocus() && Date.now();
  };

  const leave = () => {
    tick();
    if (view && engaged > told + 999) send("leave", { of: view, seconds: (told = engaged) / 1e3 | 0 });
  };

  const happened = (event) => send("event", { event }) || waiting.push(event);

  const api = {
    consent: look,
    event: (name) => name && happened((name + "").slice(0, 80)),
    forget: () => {
      forget(1);
      write(OWN, "off", MONTHS_13);
    },
  };

  const start = () => {
    for (const name of ["pushState", "replaceState"]) {
      const plain = history[name];
      history[name] = (...given) => {
        plain.apply(history, given);
        again();
      };
    }
    on("popstate hashchange", again);
    on("focus blur", tick);
    on("pagehide visibilitychange", () => {
      leave();
      look();
    });
    on("pageshow", (event) => {
      if (!event.persisted) return;
      view = place = 0;
      look();
    });
    /* A link to another site, or to a file; a form that was sent, and never what is in it. */
    on("click auxclick", (event) => {
      const link = event.target.closest("a[href]");
      if (!link.host || event.button > 1) return;
      const name = link.hasAttribute("download") || /\.(pdf|csv|zip|exe|dmg|(doc|xls|ppt)x?)$/i.test(link.pathname)
        ? "download" : link.host !== location.host && "outbound";
      if (name) send("event", { event: name, target: link.origin + link.pathname });
    });
    on("submit", () => send("event", { event: "form" }));
    look();
    again();
  };

  /* BANNER */

  (window.connectleads = quietly((command, ...given) => api[command](...given))).up = 1;
  if (document.prerendering) on("prerenderingchange", start);
  else start();
  for (const call of stub.q || []) connectleads(...call);
})();
