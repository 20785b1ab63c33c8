/* TrustArc: the levels that were agreed to, once the banner notes that consent was expressed.
   usual: marketing=2 */
const judge = () => {
  const [levels, how] = decodeURIComponent(shown("notice_gdpr_prefs")).split(/:+/);
  return /^expressed\b/.test(decodeURIComponent(beside("notice_behavior"))) && /^(expressed\b.*|)$/.test(how)
    ? all((name) => has(levels, name)) : null;
};

const listen = () => on("message", again);
