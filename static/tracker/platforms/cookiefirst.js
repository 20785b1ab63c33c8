/* CookieFirst: written when the visitor chooses; by service it names no categories of its own.
   usual: statistics=performance marketing=advertising */
const judge = () => {
  const said = object("cookiefirst-consent");
  return said.necessary === true && isFresh(said.timestamp * 1e3) && (SITE_IS_MAPPED || !said.type || said.type === "category")
    ? all((name) => said[name]) : null;
};

const listen = () => on("cf_init cf_consent", again);
