/*
 * The banner of sites without a consent platform. It asks one question on one layer: two buttons of the same look, nothing
 * chosen beforehand, no way around them that counts as a yes. It lives in a shadow root with a style sheet of its own, so
 * that neither the page nor a strict Content-Security-Policy gets in its way, and hangs in front of the page, so that
 * nothing moves. Writing the choice, and everything after it, is the snippet's.
 */
/* data-banner="none" where a home-made banner asks; data-organisation and data-privacy where the settings are silent. */
const tag = document.currentScript.dataset;

const ask = () => {
  const language = /^(?!nl|$)/i.test(document.documentElement.lang) ? "en" : "nl", words = SITE_TEXTS[language];
  const host = document.createElement("div"), root = host.attachShadow({ mode: "open" });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name]);
  const make = (tag, text, attributes, parent) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.textContent = text || "";
    (parent || root).append(element);
    return element;
  };
  const sheet = "adoptedStyleSheets" in root && new CSSStyleSheet();
  if (sheet) {
    sheet.replaceSync(SITE_CSS);
    root.adoptedStyleSheets = [sheet];
  } else make("style", SITE_CSS);

  const box = make("section", "", { hidden: true, lang: language });
  const title = make("h2", words.title, { id: "title", tabIndex: -1 }, box);
  box.setAttribute("aria-labelledby", "title");
  const state = make("p", "", { className: "state" }, box);
  make("p", fill(words[SITE_PURPOSE], { organisation: SITE_ORGANISATION || tag.organisation || location.hostname }), {}, box);
  make("p", fill(words.choice, { days: SITE_DAYS }), {}, box);
  const privacy = SITE_PRIVACY || tag.privacy;
  if (privacy) make("a", words.privacy, { href: privacy }, make("p", "", {}, box));
  const buttons = make("div", "", { className: "buttons" }, box);
  const refuse = make("button", words.refuse, { type: "button", onclick: () => decide("refused") }, buttons);
  make("button", words.accept, { type: "button", onclick: () => decide("granted") }, buttons);
  const close = make("button", words.close, { type: "button", className: "close", onclick: () => hide() }, box);
  const aside = make("aside", "", { lang: language });
  aside.setAttribute("aria-label", words.reopen);
  const again = make("button", words.reopen, { type: "button", className: "again", onclick: () => show(1) }, aside);
  const status = make("p", "", { className: "status" }, aside);
  status.setAttribute("role", "status");

  /* The choice that is in force: the match of its cookie, or nothing. */
  const choice = () => {
    const found = CHOICE.exec(read("connectleads_consent"));
    return found && isFresh(found[1]) && found[2] >= SITE_REVISION && found;
  };
  const show = (isAsked) => {
    const found = choice(), isYes = found && found[IN_CHOICE] === "1";
    state.hidden = close.hidden = !found;
    refuse.textContent = isYes ? words.withdraw : words.refuse;
    if (found) state.textContent = fill(isYes ? words.granted : words.refused, {
      day: new Date(+found[1]).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" }),
    });
    status.textContent = "";
    box.hidden = false;
    again.hidden = true;
    if (isAsked) title.focus();
  };
  const hide = () => {
    const hadFocus = root.activeElement;
    box.hidden = true;
    again.hidden = false;
    if (hadFocus) again.focus();
  };
  const decide = (answer) => {
    api.consent(answer, language + "-" + SITE_TEXT_VERSION);
    hide();
    status.textContent = words.kept;
  };

  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && choice()) hide();
  });
  api.choose = () => show(1);
  /* Answered in another tab meanwhile; and a page that replaces its whole body keeps the banner. */
  on("visibilitychange", () => close.hidden && choice() && hide());
  const hang = () => host.isConnected || document.body.prepend(host);
  new MutationObserver(hang).observe(document.documentElement, { childList: true });
  hang();
  if (choice() || navigator.globalPrivacyControl) hide();
  else show();
};

if (tag.banner === "none");
else if (document.body) quietly(ask)();
else on("DOMContentLoaded", ask);
