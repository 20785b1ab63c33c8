/* Usercentrics, versions 2 and 3: choices live in local storage, the interface tells explicit ones from others.
   usual: statistics=statistics marketing=marketing */
let said;

const judge = () => said ? attested(...said) : 0;

const ask = async (event) => {
  try {
    if (window.__ucCmp) {
      const { consent, categories } = await __ucCmp.getConsentDetails();
      if (consent.type === "EXPLICIT" && !consent.isOutsideEu) said = [event, "getConsentDetails",
        SITE_NAMES.every((name) => categories[name].state === "ALL_ACCEPTED"), consent.updatedAt, consent.controllerId];
    } else if (UC_UI.isInitialized()) {
      const last = [], isYes = SITE_NAMES.every((name) => UC_UI.getServicesBaseInfo().filter((service) => service.categorySlug === name)
        .map(({ consent }) => consent.status && last.push(consent.history.at(-1))).every(Boolean));
      said = [event, "getServicesBaseInfo", isYes && last.every(({ type }) => type === "explicit"), Math.min(...last.map((one) => one.timestamp))];
    }
    look();
  } catch (trouble) {}
};

const listen = () => {
  ask("UC_UI_INITIALIZED");
  return on("UC_UI_INITIALIZED UC_CMP_API_READY UC_UI_CMP_EVENT", ({ type }) => setTimeout(ask, 500, type));
};
