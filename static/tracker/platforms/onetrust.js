/* OneTrust: the groups count once the banner was closed, and its time is the time of the choice.
   usual: statistics=C0002 marketing=C0004 */
const judge = () => {
  const said = new URLSearchParams(unfold(shown("OptanonConsent"), (text) => /=/.test(text) && text)), groups = said.get("groups");
  return said.get("consentId") && said.get("interactionCount") !== "0" && said.get("AwaitingReconsent") !== "true" &&
    isFresh(Date.parse(decodeURIComponent(beside("OptanonAlertBoxClosed"))))
    ? all((name) => !has(groups, name + ":0") && (has(groups, name + ":1") || null)) : null;
};

const listen = () => on("OneTrustGroupsUpdated OTConsentApplied consent.onetrust", again);
