"""Words and forms in registry objects that tell pools, places and numbers from customers; pure data."""

import re

from enrichment.word_lists import words

# Whole words of a netname or a description that stand for ever changing customers of an access network.
POOL = words(
    """
    dynamic dynamisch dyn dsl adsl adsl2 vdsl xdsl sdsl hdsl pool pools dial dialup dialin dhcp cgnat cgn nat natpool
    nat44 nat64 ds lite dslite residential resi soho customers customer clients client kunden klanten clientes abonnes
    enduser endusers ppp pppoe pppox ipoe bras bng lns lac nas cable cablemodem docsis ftth fttb fttc fttx ftto gpon
    mobile mobil gprs edge umts lte apn ggsn pgw cpe subscribers subscriber abonnenten broadband breitband hotspot
    wifi wlan wimax static statics users utilisateurs utenti usuarios private privat wholesale retail consumer
    consumers internet access homes household households
    """
)
POOL_PHRASES = re.compile(
    r"\bend[ _-]users?\b|\bip[ _-]?pool\b|\bcust(?:omers?)?[ _-](?:net|pool|range|block|assign\w*|\d)|[ _-]cust[ _-]"
    r"|\bstatic ips?\b|\bcarrier[ _-]grade\b",
    re.IGNORECASE,
)
# Words that tell of customers without telling of what.
VAGUE_POOL = words("customer customers cust client clients kunden klanten clientes static statics users utilisateurs")
SCHOOL_DOMAIN = re.compile(r"\w+\.(?:edu|ac|sch)(?:\.[a-z]{2})?\b", re.IGNORECASE)
# Pools of phones: the visitor may be anybody.
MOBILE_POOL = words("gprs umts lte apn ggsn pgw mobile mobil gsm 3g 4g 5g edge")
HOSTING = words(
    """
    hosting host hosts hosted webhosting vps vds vserver server servers rootserver colo coloc colocation datacenter
    datacentre datacentrum rechenzentrum dedicated dedibox dedi cloud clouds rack racks cdn housing serverfarm
    virtual vm vms iaas ddos mitigation anycast proxy
    """
)
HOSTING_STEMS = re.compile(r"\w+(?:hosting|hoster|servers?|vps|vds|cloud)$|^(?:hosting|server|vps|cloud|colo)\w+", re.I)
VPN = re.compile(r"(?:^|[^a-z])(?:\w*vpn|tor-?exit|anonym\w*)(?:[^a-z]|$)", re.IGNORECASE)
# Words that make a line a note of the provider's engineers and no name, unless a legal form says otherwise.
NOTE = words(
    """
    project projekt projet infrastructure backbone loopback loopbacks link links p2p ptp transfer transit peering lan
    wan network networks netz net netblock subnet range ranges block blocks test lab management mgmt vlan router
    routers core noc pop site location node legacy assigned assignment allocation allocated reserved reserve spare
    free temporary temp delegation route routed object objects address addresses ip ips ipv4 ipv6 prefix various
    misc internal intern unused assigned used use for see please contact abuse remarks udc n/a none launch space
    point-to-point interconnect interconnection gateway firewall voip sip dns mail
    """
)
# What stands in front of a customer's name.
INTRODUCTION = re.compile(
    r"^(?:m/s\.?\s+|messrs\.?\s+)|^(?:end[ -]?)?(?:customer|client|kunde|klant|cliente|user|assigned to"
    r"|assignment (?:for|to)|reassigned to"
    r"|(?:ip[ -]?)?(?:network|netz|netzwerk|netwerk|range|space|block|addresses) (?:of|for|der|von|van|voor)"
    r"|static (?:ip|range|address)\w* (?:for|of)|provided to|delegated to|for|c/o)\b\s*(?:name)?\s*[:=-]?\s+",
    re.IGNORECASE,
)
# Streets by their endings, which other words have too: only with a number behind them.
STREET_ENDING = re.compile(
    r"\b\w*(?:stra(?:ss|ß)e|str\.|straat|weg|laan|plein|kade|gracht|singel|dreef|allee|gasse|platz|ring|damm|gata"
    r"|gatan|vej|veien|katu|tie|way|via|calle|bp|unit|level)\b.*\d",
    re.IGNORECASE,
)
STREET = re.compile(
    r"\b(?:street|road|rd\.|avenue|ave\.?|lane|boulevard|blvd|highway|hwy|rue|viale|piazza|avenida|ulica|utca|suite"
    r"|floor|bldg|p\.?\s?o\.? ?box|postbus|postfach|industrieweg|parkway|pkwy|\w+stra(?:ss|ß)e|\w{3,}straat)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}-?)?\d{4,6}\b|\b\d{4} ?[A-Z]{2}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
PLACE = re.compile(r"^(?:pop|site|location|locatie|standort|office|branch|node|rack|room|filiale|vestiging)\b", re.I)
# What a person calls the company that only holds the person's own shares.
HOLDINGS = words("beheer holding holdings pensioen stamrecht management consultancy beteiligungs")
# A provider's own people, not its customers.
OWN_OFFICE = words("corporate corp office offices kantoor buero headquarters hq employees staff personnel zentrale")
# Unmistakable legal forms, as netnames spell them.
NETNAME_FORMS = words(
    "gmbh bv nv bvba sprl ltd llc inc srl spa sarl kft oyj aps plc sas doo zoo limited vzw asbl aktiengesellschaft"
)
NETNAME_NOISE = words("net network networks lan wan cust customer block ip ipv4 ipv6 range")
# Statuses of space that a registry or provider holds for others: the range is nobody's own.
PROVIDER_STATUS = re.compile(
    r"^(?:ALLOCATED|DIRECT ALLOCATION|ALLOCATION|REALLOCATION|REALLOCATED|SUB-ALLOCATED|LIR-PARTITIONED|AGGREGATED"
    r"|ALLOCATED-|EARLY-REGISTRATION)",
)
CUSTOMER_STATUS = re.compile(r"^(?:ASSIGNED PA|ASSIGNED NON-PORTABLE|REASSIGN|ASSIGNED$)")
OWN_STATUS = re.compile(r"^(?:ASSIGNED PI|ASSIGNED PORTABLE|ASSIGNED ANYCAST|LEGACY|DIRECT ASSIGNMENT|NOT-SET)")
