/* Cookiebot: an object literal in text, always written in this order; `method` says whether the visitor chose. */
const judge = () => {
  const raw = shown("CookieConsent"), said = raw !== "0" && unfold(raw, (text) => /^{stamp:'[\w+/]{54}==',necessary:true,preferences:(?:true|false),statistics:(true|false),marketing:(true|false),method:'explicit',ver:\d+,utc:([1-9]\d{12})(,(?!mark|stat)[a-z\d_]+:('[^\\'{}\0-\x1f\x7f-\x9f\u2028\u2029]*'|true|false|-?\d+))*}$/.exec(text));
  return said && (isFresh(said[3]) ? said[SITE_PURPOSE === "marketing" ? 2 : 1] === "true" : null);
};

const listen = () => on("CookiebotOnConsentReady CookiebotOnAccept CookiebotOnDecline", again);
