/* Borlabs Cookie: a group with services in it was accepted.
   usual: statistics=statistics marketing=marketing */
const judge = () => {
  const said = object("borlabs-cookie");
  return said.uid && Date.now() <= Date.parse(said.expires) ? all((name) => (said.consents[name] || "").length > 0) : null;
};

const listen = () => on("borlabs-cookie-consent-saved", again);
