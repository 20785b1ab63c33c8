/* tarteaucitron: services by their keys; `wait` is unanswered. */
const judge = () => {
  const said = decodeURIComponent(shown("tarteaucitron")).replace(/!/g, ",");
  return all((name) => !has(said, name + "=false") && (has(said, name + "=true") || null));
};

const listen = () => on("tac.consent_updated", again);
