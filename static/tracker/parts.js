/* What several platforms' files need. A part is sent to a site only when its platform uses it. */

/* The raw value of the platform's cookie, which becomes what shows the yes; "" when there is none. */
const shown = (name) => {
  const [, found, value = ""] = cookie(name) || [];
  proof = { name: found, value, extra: {} };
  return value;
};

/* The value of another of the platform's cookies, passed along with the first. */
const beside = (name) => proof.extra[name] = read(name);

/* The first of the value as it is, decoded once and decoded twice that fits; a broken escape throws. */
const unfold = (raw, fits) => fits(raw) || fits(raw = decodeURIComponent(raw)) || fits(decodeURIComponent(raw));

/* JSON in which no key stands twice: as many keys are written as are there. */
const json = (text) => {
  let keys = 1;
  text.replace(/"(\\.|[^"\\])*"(\s*:)?/g, (all, last, colon) => colon && keys++);
  const found = JSON.parse(text, function (key, value) {
    Array.isArray(this) || keys--;
    return value;
  });
  return !keys && found;
};

/* The object in a cookie's value. */
const object = (name) => unfold(shown(name), (text) => /^{\s*"/.test(text) && json(text));

/* True when every one of the site's names was agreed to, false when one was refused; otherwise nothing. */
const all = (answerTo) => {
  const said = SITE_NAMES.map(answerTo);
  return !said.includes(false) && (said.every((one) => one === true) || null);
};

/* Whether a text that lists things with commas between them has that one. */
const has = (list, one) => `,${list},`.includes(`,${one},`);

/* Reads the bits of a TC string, from the front or from a place: IAB, "Consent string and vendor list formats v2". */
const bitsOf = (text) => {
  const bytes = atob(text.split(".")[0].replace(/-/g, "+").replace(/_/g, "/"));
  let at;
  return (width, place = at) => {
    let number = 0;
    for (at = place; width--; at++) number = number * 2 + (bytes.charCodeAt(at >> 3) >> (7 - at % 8) & 1);
    return number;
  };
};

const chosenAt = (take) => take(36, 42) * 100;

/* What a TC string says: a recent choice, and consent to the purposes that make the site's category, unrestricted, and to
   our vendor where that counts. Which vendors were disclosed is left to the server. */
const judgeTc = (text) => {
  const take = bitsOf(text);
  const isInRanges = () => {
    let isNamed = 0;
    for (let left = take(12); left--;) {
      const isRange = take(1), first = take(16), last = isRange ? take(16) : first;
      isNamed = isNamed || !SITE_VENDOR || (first <= SITE_VENDOR && SITE_VENDOR <= last);
    }
    return isNamed;
  };
  const isInSection = () => {
    const highest = take(16);
    if (take(1)) return isInRanges();
    let isNamed = 0;
    for (let vendor = 1; vendor <= highest; vendor++) isNamed += take(1) && vendor === SITE_VENDOR;
    return isNamed;
  };
  let isYes = SITE_PURPOSES.every((purpose) => take(1, 151 + purpose));
  if (take(6, 0) !== 2 || take(6, 132) < 4 || !take(1, 138) || !isFresh(chosenAt(take))) return;
  take(0, 213);
  isYes = (isInSection() || !SITE_VENDOR) && isYes;
  isInSection();
  for (let left = take(12); left--;) {
    const purpose = take(6), kind = take(2);
    if (isInRanges() && SITE_PURPOSES.includes(purpose) && (!kind || (SITE_VENDOR && kind > 1))) isYes = 0;
  }
  return !!isYes;
};

/* The framework's interface, as soon as it is there. */
const hearTc = () => window.__tcfapi && [__tcfapi("addEventListener", 2, again)];

/* Platforms without a readable cookie answer through their own interface, after `event`; `at` is when the visitor chose. */
const attested = (event, method, isYes, at, id) => isYes && isFresh(at) ? proof = { api: {
  name: SITE_PLATFORM, method, event, result: { [SITE_PURPOSE]: true }, choice: "explicit", consent_id: id, at: new Date(at),
} } : isYes && null;

/* Where the platform does not keep the time of the choice, our own cookie does once there was a yes. */
const kept = (at) => {
  at = at || +(read(OWN) || "").slice(33);
  mark = "." + at;
  return at;
};
