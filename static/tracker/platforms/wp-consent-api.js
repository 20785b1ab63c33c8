/* WP Consent API: a cookie for each category. */
const judge = () => {
  const raw = shown("wp_consent_" + SITE_PURPOSE);
  return raw === "allow" || (raw !== "deny" && null);
};

const listen = () => on("wp_listen_for_consent_change", again);
