/* HubSpot: numbered categories, 1 being analytics and 2 advertising.
   usual: statistics=1 marketing=2 */
const judge = () => {
  const said = decodeURIComponent(shown("__hs_cookie_cat_pref")).replace(/_/g, ",");
  return all((name) => !has(said, name + ":false") && (has(said, name + ":true") || null));
};

const listen = () => (window._hsp = window._hsp || []).push(["addPrivacyConsentListener", again]);
