/* InMobi Choice: a TC string. */
const judge = () => judgeTc(shown("euconsent-v2"));

const listen = () => hearTc();
