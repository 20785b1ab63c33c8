/* Klaro: services and booleans, all of them the site's own names. */
const judge = () => {
  const said = object("klaro");
  return all((name) => said[name]);
};

const listen = () => window.klaro && [klaro.getManager().watch({ update: again })];
