/* Moove GDPR: groups that are "0" or "1". It sends no event.
   usual: statistics=thirdparty marketing=advanced */
const judge = () => {
  const said = object("moove_gdpr_popup");
  return all((name) => said[name] === "1" || (said[name] !== "0" && null));
};

const listen = () => on("click", again);
