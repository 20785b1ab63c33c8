/* CookieLawInfo, before it became CookieYes: a cookie for each category, and one that says the banner was answered.
   usual: statistics=analytics marketing=advertisement */
const judge = () => {
  const prefix = "cookielawinfo-checkbox-";
  shown(prefix + SITE_NAMES[0]);
  return beside("viewed_cookie_policy") === "yes" ? all((name) => {
    const said = beside(prefix + name);
    return said === "yes" || (said !== "no" && null);
  }) : null;
};

const listen = () => on("click", again);
