/* Sourcepoint: its cookie is only an id, the interface of the framework answers. */
let said;

const judge = () => said ? attested(said.eventStatus, "__tcfapi",
  SITE_PURPOSES.every((purpose) => said.purpose.consents[purpose] === true), chosenAt(bitsOf(said.tcString))) : 0;

const listen = () => window.__tcfapi && [__tcfapi("addEventListener", 2, quietly((data, isGood) => {
  if (!isGood || !/^(tcloaded|useractioncomplete)$/.test(data.eventStatus) || data.gdprApplies === false) return;
  said = data;
  again();
}))];
