/* Osano: its cookie is encrypted, its interface answers. What is not saved yet counts for nothing.
   usual: statistics=ANALYTICS marketing=MARKETING */
let event, at;

const judge = () => {
  const said = event && Osano.cm.mode === "production" && Osano.cm.getConsent();
  return said ? attested(event, "getConsent", SITE_NAMES.every((name) => said[name] === "ACCEPT"), kept(at)) : 0;
};

const listen = () => window.Osano && ["initialized", "consent-saved"].map((name, isSaved) => {
  Osano.cm.addEventListener("osano-cm-" + name, () => {
    event = "osano-cm-" + name;
    if (isSaved) at = Date.now();
    again();
  });
});
