/* A platform of the IAB's framework: a TC string. */
const judge = () => judgeTc(shown("(?:euconsent-v2|eupubconsent-v2|__cmpconsentx\\d{1,12})"));

const listen = () => hearTc();
