/* CookieYes: only `action:yes` shows that the visitor acted; `consent:no` beside a yes is an opt-out banner.
   usual: statistics=analytics marketing=advertisement */
const judge = () => {
  const said = decodeURIComponent(shown("cookieyes-consent")), [, renewed = Date.now()] = /,lastRenewedDate:(\d+)/.exec(said) || [];
  const answer = all((name) => !has(said, name + ":no") && (has(said, name + ":yes") || null));
  return has(said, "action:yes") && isFresh(renewed) && !(answer && has(said, "consent:no")) ? answer : null;
};

const listen = () => on("cookieyes_consent_update", again);
