/* Our own banner, and home-made ones that tell us their visitor's choice: one cookie of ours in one exact form. */
const CHOICE = /^v=1&choice=explicit&at=([1-9]\d{12})&id=[\da-f]{32}&text=(?:nl|en|own)-(\d{1,6})&statistics=([01])&marketing=([01])$/;
const IN_CHOICE = SITE_PURPOSE === "marketing" ? 4 : 3;

const judge = () => {
  const said = CHOICE.exec(shown("connectleads_consent"));
  return isFresh(said[1]) && said[2] >= SITE_REVISION ? said[IN_CHOICE] === "1" : null;
};

/* What the banner was answered, and under which text: ours by its name, a home-made one by the number of its version. */
const listen = () => {
  api.consent = (answer, version) => {
    const isYes = +(answer === "granted"), text = /^(nl|en)-\d{1,6}$/.test(version) ? version : "own-" + (version >>> 0);
    if (!isYes && answer !== "refused") return;
    const categories = IN_CHOICE > 3 ? "0&marketing=" + isYes : isYes + "&marketing=0";
    write("connectleads_consent", `v=1&choice=explicit&at=${Date.now()}&id=${randomHex()}&text=${text}&statistics=${categories}`, SITE_DAYS * 86400);
    if (isYes && read(OWN) === "off") write(OWN, "", 0);
    look();
  };
  return true;
};
