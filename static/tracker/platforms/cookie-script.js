/* Cookie-Script: the visitor's action, and the accepted categories as JSON within a string.
   usual: statistics=performance marketing=targeting */
const judge = () => {
  const said = object("CookieScriptConsent"), at = said.consenttime, yes = said.categories ? JSON.parse(said.categories) : [];
  return said.action && (!at || isFresh(at * 1e3)) ? said.action === "accept" && all((name) => yes.includes(name)) : null;
};

const listen = () => on("CookieScriptLoaded CookieScriptAccept CookieScriptAcceptAll CookieScriptReject CookieScriptClose", again);
