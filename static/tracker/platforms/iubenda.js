/* iubenda: numbered purposes, 4 being measurement and 5 marketing. It sends no event.
   usual: statistics=4 marketing=5 */
const judge = () => {
  const said = object("_iub_cs-s?\\d{1,12}");
  return said.purposes[1] === true && isFresh(Date.parse(said.timestamp)) ? all((name) => said.purposes[name]) : null;
};

const listen = () => on("click", again);
