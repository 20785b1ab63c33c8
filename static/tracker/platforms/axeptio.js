/* Axeptio: vendors by the site's own names; keys that start with $$ are about the choice. */
const judge = () => {
  const said = object("axeptio_cookies"), at = Date.parse(said.$$date);
  return said.$$completed === true && isFresh(at) && !(Date.now() > at + said.$$duration * 864e5)
    ? all((name) => name[0] === "$" ? null : said[name]) : null;
};

const listen = () => (window._axcb = window._axcb || []).push((axeptio) => axeptio.on("cookies:complete", again));
