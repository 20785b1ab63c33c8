/* Cookie Information: approved and denied categories, a time and a visitor's id.
   usual: statistics=cookie_cat_statistic marketing=cookie_cat_marketing */
const judge = () => {
  const said = object("CookieInformationConsent");
  return said.user_uid && isFresh(Date.parse(said.timestamp))
    ? all((name) => !said.consents_denied.includes(name) && (said.consents_approved.includes(name) || null)) : null;
};

const listen = () => on("CookieInformationConsentGiven", again);
