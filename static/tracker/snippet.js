/*
 * ConnectLeads snippet. Nothing leaves this browser, and nothing is stored in it, before the visitor said yes to the
 * site's purpose in the site's own consent banner. The server judges the same evidence again by the same rules.
 */
(function (settings) {
  "use strict";
  var VISITOR = "connectleads_visitor", VISITOR_DAYS = 395, POLL_EVERY = 500, POLL_FOR = 10000;
  var script = document.currentScript, door = script && script.src.replace(/\/s\/[^/]*$/, "/t/" + settings.key);
  var view = null, shownAt = 0, engaged = 0;

  if (!door || navigator.globalPrivacyControl === true || (settings.dnt && navigator.doNotTrack === "1")) return;

  /* The one value of the cookie with exactly this name; null when there is none, or when two disagree. */
  function cookie(name) {
    var found = null, parts = document.cookie.split(";");
    for (var i = 0; i < parts.length; i++) {
      var at = parts[i].indexOf("=");
      if (at < 0 || parts[i].slice(0, at).trim() !== name) continue;
      var value = parts[i].slice(at + 1).trim();
      if (found !== null && found !== value) return null;
      found = value;
    }
    return found;
  }

  /* Cookiebot's literal, after at most two strict decodings: {name:'text' | true | false | number, …}. */
  function fields(raw) {
    if (!/^[\x20-\x7e]{1,4096}$/.test(raw)) return null;
    var literal = /^\{[a-z0-9_]{1,20}:(?:'[^\\'{}]*'|true|false|-?\d{1,16})(?:,[a-z0-9_]{1,20}:(?:'[^\\'{}]*'|true|false|-?\d{1,16}))*\}$/;
    for (var pass = 0; pass < 3; pass++) {
      if (literal.test(raw)) {
        var result = Object.create(null), pair, pairs = /([a-z0-9_]{1,20}):('[^\\'{}]*'|true|false|-?\d{1,16})/g;
        while ((pair = pairs.exec(raw))) {
          if (pair[1] in result) return null;
          result[pair[1]] = pair[2];
        }
        return result;
      }
      try { raw = decodeURIComponent(raw); } catch (e) { return null; }
      if (/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(raw)) return null;
    }
    return null;
  }

  /* The raw cookie value if it shows an explicit, recent yes to the site's purpose; otherwise null. */
  function agreement() {
    var raw = cookie(settings.cookie), said = raw && fields(raw);
    if (!said || said.method !== "'explicit'" || said.necessary !== "true" || said[settings.purpose] !== "true") return null;
    if (!said.ver || !isChoice(said.preferences) || !isChoice(said.statistics) || !isChoice(said.marketing)) return null;
    if (!/^'[A-Za-z0-9+\/]{54}=='$/.test(said.stamp) || !/^\d{13}$/.test(said.utc)) return null;
    var age = Date.now() - said.utc;
    return said.utc >= 1527206400000 && age >= -864e5 && age <= settings.days * 864e5 ? raw : null;
  }

  function isChoice(word) {
    return word === "true" || word === "false";
  }

  function randomHex() {
    var bytes = crypto.getRandomValues(new Uint8Array(16)), text = "";
    for (var i = 0; i < 16; i++) text += (bytes[i] + 256).toString(16).slice(1);
    return text;
  }

  function setVisitor(value, days) {
    document.cookie = VISITOR + "=" + value + ";path=/;max-age=" + days * 86400 + ";samesite=lax" +
      (location.protocol === "https:" ? ";secure" : "");
  }

  function visitor() {
    var known = cookie(VISITOR);
    if (!/^[0-9a-f]{32}$/.test(known || "")) known = randomHex();
    setVisitor(known, VISITOR_DAYS);
    return known;
  }

  function send(kind, extra) {
    var raw = agreement();
    if (!raw) return forget();
    var hit = {
      id: randomHex(), kind: kind, url: location.href, title: document.title, referrer: document.referrer,
      visitor: visitor(), consent: { platform: settings.platform, name: settings.cookie, value: raw }
    };
    for (var name in extra) hit[name] = extra[name];
    fetch(door, { method: "POST", body: JSON.stringify(hit), keepalive: true, credentials: "omit" }).catch(function () {});
    return hit.id;
  }

  /* No agreement any more: our cookie goes, and nothing is sent. */
  function forget() {
    if (cookie(VISITOR) !== null) setVisitor("", 0);
    view = null;
  }

  /* Called whenever the visitor may have chosen. */
  function look() {
    if (!agreement()) return forget();
    if (view) return;
    view = send("view");
    shownAt = document.visibilityState === "visible" ? Date.now() : 0;
    engaged = 0;
  }

  /* Safari tells of a page that is left by pagehide only; whichever comes first counts, once. */
  function leave() {
    if (!view || !shownAt) return;
    engaged += Date.now() - shownAt;
    shownAt = 0;
    send("leave", { of: view, seconds: Math.min(Math.round(engaged / 1000), 86400) });
  }

  ["CookiebotOnConsentReady", "CookiebotOnAccept", "CookiebotOnDecline"].forEach(function (name) {
    addEventListener(name, look);
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible") shownAt = Date.now(); else leave();
  });
  addEventListener("pagehide", leave);
  look();
  for (var wait = POLL_EVERY; wait <= POLL_FOR && !view; wait += POLL_EVERY) setTimeout(look, wait);
})(__SETTINGS__);
