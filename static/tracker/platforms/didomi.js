/* Didomi: purposes and vendors by id, in base64. */
const judge = () => {
  const said = json(decodeURIComponent(escape(atob(decodeURIComponent(shown("didomi_token"))))));
  const isOn = (side, name) => ["purposes", "vendors"].some((kind) => said[kind] && said[kind][side] && said[kind][side].includes(name));
  return said.version === 2 && isFresh(Date.parse(said.updated))
    ? all((name) => !isOn("disabled", name) && (isOn("enabled", name) || null)) : null;
};

const listen = () => (window.didomiEventListeners = window.didomiEventListeners || []).push({ event: "consent.changed", listener: again });
