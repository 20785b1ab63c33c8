/* Termly: it keeps its choices out of cookies, its interface answers.
   usual: statistics=analytics marketing=advertising */
let event, at;

const judge = () => {
  const said = event && Termly.getConsentState();
  return said ? attested(event, "getConsentState", SITE_NAMES.every((name) => said[name] === true), kept(at)) : 0;
};

const listen = () => window.Termly && ["initialized", "consent"].map((name, isChosen) => {
  if (Termly.getConsentState()) event = event || "initialized";
  Termly.on(name, () => {
    event = name;
    if (isChosen) at = Date.now();
    again();
  });
});
