/* Our own banner, and home-made ones that tell us their visitor's choice: one cookie of ours in one exact form. */
const judge = () => {
  const said = /^v=1&choice=explicit&at=([1-9]\d{12})&id=[\da-f]{32}&text=(?:nl|en|own)-(\d{1,6})&statistics=([01])&marketing=([01])$/
    .exec(shown("connectleads_consent"));
  return isFresh(said[1]) && said[2] >= SITE_REVISION ? said[SITE_PURPOSE === "marketing" ? 4 : 3] === "1" : null;
};

const listen = () => {
  /* What a home-made banner was answered; `version` is the number of its text. */
  api.consent = (answer, version) => {
    const isYes = +(answer === "granted");
    if (!isYes && answer !== "refused") return;
    write("connectleads_consent", `v=1&choice=explicit&at=${Date.now()}&id=${randomHex()}&text=own-${version >>> 0}&statistics=${isYes}&marketing=${isYes}`,
      SITE_DAYS * 86400);
    if (isYes && read(OWN) === "off") write(OWN, "", 0);
    look();
  };
  return on("connectleads-consent", again);
};
