/* consentmanager: a TC string, under a name with the number of the site. */
const judge = () => judgeTc(shown("__cmpconsentx\\d{1,12}"));

const listen = () => hearTc();
