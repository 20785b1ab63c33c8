/* Shopify: its cookie is opaque, its interface answers; nothing is said before the visitor chose.
   usual: statistics=analytics marketing=marketing */
let at;

const judge = () => {
  const said = Shopify.customerPrivacy.currentVisitorConsent(), isYes = all((name) => said[name] ? said[name] === "yes" : null);
  return isYes === null ? 0 : attested("visitorConsentCollected", "currentVisitorConsent", isYes, kept(at));
};

const listen = () => on("visitorConsentCollected", () => {
  at = Date.now();
  again();
});
