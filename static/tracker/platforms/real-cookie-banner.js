/* Real Cookie Banner: a time, an id, and the accepted services of each group. */
const judge = () => {
  const match = unfold(shown("real_cookie_banner-v:\\d{1,2}_blog:\\d{1,9}_path:[\\da-f]{7}(?:-lang:[\\w-]+)?"), (text) => /^(\d{10}):[^:]+:[^:]+:({.*})$/.exec(text));
  const groups = json(match[2]);
  return isFresh(match[1] * 1e3) ? all((name) => (groups[name] || "").length > 0) : null;
};

const listen = () => on("RCB/OptIn/All RCB/OptOut/All RCB/OptIn RCB/OptOut", again);
