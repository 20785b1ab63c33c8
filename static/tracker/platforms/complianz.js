/* Complianz: a category counts once the banner of the same prefix was dismissed. */
const judge = () => {
  const raw = shown("cmplz_(?:rt_)?" + SITE_PURPOSE);
  return beside(proof.name.replace(SITE_PURPOSE, "banner-status")) === "dismissed" ? raw === "allow" || (raw !== "deny" && null) : null;
};

const listen = () => on("cmplz_status_change cmplz_fire_categories cmplz_revoke", again);
