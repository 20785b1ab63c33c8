/* CookieConsent by orestbida: the accepted categories, by the site's own names or one of the usual ones.
   usual: statistics=analytics,statistics marketing=marketing,ads,advertisement,advertising,targeting */
const judge = () => {
  const said = object("cc_cookie"), yes = said.categories || (SITE_IS_CHECKED && said.level), isIn = (name) => yes.includes(name);
  const at = said.lastConsentTimestamp || said.last_consent_update || said.consentTimestamp || said.consent_date;
  return (said.categories ? isFresh(Date.parse(at)) && !(Date.now() > said.expirationTime) : yes) && (said.revision || 0) >= SITE_REVISION
    ? SITE_IS_MAPPED ? SITE_NAMES.every(isIn) : SITE_NAMES.some(isIn) : null;
};

const listen = () => on("cc:onConsent cc:onChange cc:onFirstConsent", again);
