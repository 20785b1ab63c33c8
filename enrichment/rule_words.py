"""The words and bounds that the rules on a holder's name go by; pure data."""

import re

from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.word_lists import words

FIRM_SPREAD = 4
FIRM_LANDS = frozenset({"US", "CA"})  # where companies of every trade announce their own network
FIRM_FORMS = frozenset({"LLC", "L.L.C.", "Co.", "Company", "LP", "L.P.", "Limited Partnership", "Ltd", "Ltd.", "LTD."})
PARTNERS_FORMS = frozenset({"LLP", "L.L.P."})  # in America's houses of lawyers; elsewhere shells choose it too
STOCK_FORMS = frozenset({"Corporation", "Corp.", "Company", "Incorporated"})  # no cooperative's
EVERYDAY_CORPORATION_LANDS = frozenset({"CH", "LI", "NO"})  # there every small firm is an AG, SA or AS
CABLE_TELEVISION = words("television televisions telecasting")  # in America the cable operators of small towns
# Words that no surname is, so that they prove an organisation even without a legal form.
UNMISTAKABLE = words(
    "bank banks bancorp hospital hospitals insurance health healthcare medical electric credit airport"
    " airlines railway railways casino hotels church foods pharma pharmaceutical pharmaceuticals logistics"
    " transportation energy financial securities ziekenhuis klinikum krankenhaus versicherung"
    " verzekeringen banque assurance sparkasse krankenkasse hotel museum rundfunk orchestra theatre"
    " theater theaters theatres wealth aquarium mortgage realtors pharmacy dental radiology fcu airways brewing"
    " brewery trucking freight plastics restaurants hospice clinic clinics poultry lufthavn cancer"
    " hopital hospitalier hospitaliere"
)
SURNAMES = frozenset({"banks", "church"})  # unless a given name stands before them
TELLING_LETTERS = 11  # a trade's word as long as that is nobody's surname: "kantonalbank", "laboratories"
# Of the words that prove little, those that American firms without a written form are called by, and persons are not.
BUSINESS_NOUNS = words(
    "broadcasting distributing distribution electronics engineering engineers entertainment equipment investment"
    " investments marketing payments property publishing resources scientific software sports supplies supply"
)
# Words that companies take for themselves: "Republic Services", "Federal Credit Union", "Research Ltd".
SOFT_GOVERNMENT = words(
    "federal federale commonwealth republic canton region regional agency agencia agentschap agenzia"
    " authority authorities administration stadt assembly district defence defense national commission"
    " council councils court courts municipal interior customs senate parish embassy army navy military"
    " justice"
)
MONEY = frozenset({"bank", "banks", "credit", "savings", "insurance", "mutual"})
SOFT_EDUCATION = words(
    "research recherche institute academy academia academie akademie akademia akademi education"
    " educational educacion campus library libraries student students studenten school schools unified isd"
    " faculty planck helmholtz"
)
MINISTERED = words("educacao educacion")  # what a ministry is for, and what a college gives
PARTICLES = words("van de der den von zu da di del el la le")  # between a given name and a surname
PROVIDER_SENSES = {
    Sense.VPN: Kind.VPN,
    Sense.MOBILE: Kind.MOBILE,
    Sense.HOSTING: Kind.HOSTING,
    Sense.ACCESS: Kind.ISP,
}
TOWN = re.compile(r"^(?:the )?(?:city|county|town|village|township|borough|state|province) of\b")
ENERGY = re.compile("energ|elektri|electri|strom|^ga[sz]")
# Town utilities and electric cooperatives of America, which sell access besides power and water.
TOWN_UTILITY = re.compile(
    r"\b(?:(?:water|power|light|gas)s? and (?:water|power|light|gas|electric)"
    r"|electric (?:system|plant board|power board|co ?op|cooperative|membership)"
    r"|(?:power|utility|utilities) (?:board|commission|district)|r?emc)\b"
)
HOME_LANDS = frozenset({"PL"})  # a market of ours among the lands of small access providers
FAMILY_LANDS = frozenset({"AR", "BR"})  # where firms of one family carry a surname that is a world's brand elsewhere
ABROAD = words(
    "africa algeria america argentina asia australia bangladesh belarus bolivia brasil brazil bulgaria cambodia"
    " chile china colombia costa egypt emea europe georgia ghana global hong india indonesia international israel japan"
    " jordan kazakhstan kenya korea kuwait latam latin lebanon macedonia malaysia mexico middle moldova morocco nigeria"
    " norge oman pacific pakistan panama peru philippines polska poland puerto qatar romania russia saudi serbia"
    " singapore south sri taiwan tanzania thailand tunisia turkey turkiye uganda ukraine ukraina uruguay venezuela"
    " vietnam zambia zimbabwe services"
)
CREDIT_UNION = re.compile(r"\bcredit union\b|\bfcu\b")  # of teachers, of a university, of a county: a bank of theirs
HOSPITAL = re.compile("hospitalier|(?:ziekenhuis|klinikum|krankenhaus|spital)$")  # a university's too
ENGLISH_LANDS = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})  # where two surnames are joined by a hyphen
DOUBLE_NAME = re.compile(r"[^\W\d_]+-[A-Z][^\W\d_]+")
NUMBERED = re.compile(r"^(?:\d{5,}|\d{4}[ -]\d{4})\b")  # "9013-6573 Quebec Inc.": a company without a name
CITIZEN_NUMBER = re.compile(r"\b\d{11}$")  # the CPF that Brazil writes behind the name of one who trades alone
STREET = re.compile(r"^\d.*\b(?:road|street|avenue|floor|district)\b")
UNDENIABLE = re.compile(
    "telecom$|telekom|internet|broadband|breitband|bredband|breedband|glas(?:faser|vezel)|hosting|wireless|fiber$|fibre$"
)
