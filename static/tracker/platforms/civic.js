/* Civic Cookie Control: names without regard to case; a legitimate interest is not consent. It sends no event.
   usual: statistics=analytics marketing=marketing */
const judge = () => {
  const said = object("CookieControl"), given = said.optionalCookies, at = said.consentDate;
  return said.interactedWith === true && isFresh(at) && Date.now() <= at + said.consentExpiry * 864e5
    ? all((name) => {
      const key = Object.keys(given).find((one) => one.toLowerCase() === name.toLowerCase());
      return key ? given[key] === "accepted" : null;
    }) : null;
};

const listen = () => on("click", again);
