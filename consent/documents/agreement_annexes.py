"""The annexes of the processing agreement: data, measures, sub-processors, the consent gate, retention (pure)."""

from consent.documents.asked import asked_lines
from consent.documents.document import Bullets, Paragraph, Section, Table
from consent.documents.facts import Facts, Language
from consent.documents.measures import measure_sections
from consent.documents.privacy_statement import kinds_shown
from consent.documents.recipients import engaged_lines
from consent.documents.words import Words, cited, days, or_missing, purpose

_DATA_TITLE = Words("Bijlage 1. Gegevens en betrokkenen", "Annex 1. Data and data subjects")
_DATA = (
    Words(
        "Betrokkenen: bezoekers van de websites die toestemming gaven, en via hen organisaties{kinds}.",
        "Data subjects: visitors of the websites who gave consent, and through them organisations{kinds}.",
    ),
    Words(
        "Tijdelijk: IP-adres, tot het netwerk is gevonden. Bewaard: bezochte pagina's met titel en tijd, verwijzing "
        "en campagne, hash van een willekeurig bezoekersnummer, naam en netwerk van de organisatie, bewijs van "
        "toestemming.",
        "Temporarily: IP address, until the network is found. Kept: pages visited with title and time, referrer and "
        "campaign, hash of a random visitor number, name and network of the organisation, proof of consent.",
    ),
    Words(
        "Geen bijzondere persoonsgegevens (AVG art. 9), geen ingevulde formulieren, geen namen van bezoekers.",
        "No special categories of data (GDPR art. 9), no contents of forms, no names of visitors.",
    ),
)
_SITES_CAPTION = Words("Websites en wat de poort vraagt", "Websites and what the gate asks")
_SITES_HEAD = (
    Words("Website", "Website"),
    Words("Cookiemelding", "Cookie banner"),
    Words("Toestemming voor", "Consent to"),
    Words("Keuze geldt", "Choice counts for"),
    Words("Do Not Track", "Do Not Track"),
    Words("Deel na #", "Part after #"),
)
_HEEDED = Words("telt als weigering", "counts as a refusal")
_IGNORED = Words("telt niet mee", "is not heeded")
_USED = Words("onderscheidt pagina's", "tells pages apart")
_CUT = Words("wordt weggelaten", "is left out")
_NO_SITE = Words("Er is nog geen actieve website.", "There is no active website yet.")
_MEASURES = Words("Bijlage 2. Maatregelen: {title}", "Annex 2. Measures: {title}")
_SUBS_TITLE = Words("Bijlage 3. Subverwerkers", "Annex 3. Sub-processors")
_SUBS_CAPTION = Words("Subverwerkers van {provider}", "Sub-processors of {provider}")
_SUBS_HEAD = (
    Words("Naam", "Name"),
    Words("Dienst", "Service"),
    Words("Land", "Country"),
    Words("Grond voor doorgifte", "Ground for transfer"),
)
_ASKED = Words(
    "Om het netwerk van een bezoeker te vinden, stelt de verwerker in opdracht vragen aan:",
    "To find the network of a visitor, the processor on instruction asks questions of:",
)
_INSIDE = Words("niet nodig (EER)", "not needed (EEA)")
_GATE_TITLE = Words(
    "Bijlage 4. De toestemmingspoort, regels versie {gate}", "Annex 4. The consent gate, rules version {gate}"
)
_GATE = (
    Words(
        "De poort leest op de server de onbewerkte cookie van de ingestelde cookiemelding. Alleen een uitdrukkelijke, "
        "geldige en niet verlopen keuze voor de gevraagde categorie laat iets door.",
        "The gate reads on the server the raw cookie of the cookie banner that was set. Only an explicit, valid and "
        "unexpired choice for the category asked lets anything pass.",
    ),
    Words(
        "Wat niet te beoordelen is, wordt niet bewaard. Global Privacy Control geldt als weigering.",
        "What cannot be judged is not kept. Global Privacy Control counts as a refusal.",
    ),
    Words(
        "Van elke keuze blijft een bewijs: moment, categorieën, versie van de regels en van de instellingen, en "
        "hashes waarmee gelijkheid is aan te tonen. Elke wijziging van een instelling krijgt een nummer en een datum.",
        "Of each choice a proof remains: moment, categories, version of the rules and of the settings, and hashes by "
        "which equality can be shown. Each change of a setting gets a number and a date.",
    ),
)
_RETENTION_TITLE = Words("Bijlage 5. Bewaartermijnen", "Annex 5. Retention")
_RETENTION_CAPTION = Words("Hoe lang wat wordt bewaard", "How long what is kept")
_RETENTION_HEAD = (Words("Wat", "What"), Words("Termijn", "Term"), Words("Vanaf", "From"))
_KEPT = (
    (Words("Bezochte pagina's", "Pages visited"), "page_views_days", Words("het bezoek", "the visit")),
    (Words("Bezoeken", "Visits"), "visits_days", Words("het einde van het bezoek", "the end of the visit")),
    (
        Words("Organisaties als contact", "Organisations as contacts"),
        "leads_days",
        Words("het laatste bezoek", "the last visit"),
    ),
    (
        Words("Bewijs van toestemming", "Proof of consent"),
        "receipts_days",
        Words("het laatste gebruik of de intrekking", "its last use or the withdrawal"),
    ),
    (
        Words("Bewijs van verzoeken van bezoekers", "Proof of visitors' requests"),
        "requests_days",
        Words("de uitvoering", "their being carried out"),
    ),
    (Words("Auditregels", "Audit lines"), "audit_days", Words("de gebeurtenis", "the event")),
)


def annexes(facts: Facts, language: Language) -> tuple[Section, ...]:
    """All five, in order."""
    return (
        _data(facts, language),
        *(
            Section(_MEASURES.of(language, title=section.title.lower()), section.articles, section.blocks)
            for section in measure_sections(facts, language)
        ),
        Section(
            _SUBS_TITLE.of(language),
            cited(language, "AVG 28(2)", "AVG 28(4)"),
            (sub_processors(facts, language), *_asked(facts, language)),
        ),
        Section(
            _GATE_TITLE.of(language, gate=facts.gate_version),
            cited(language, "AVG 7(1)", "AVG 28(3)(a)"),
            (Bullets(tuple(words.of(language) for words in _GATE)), sites(facts, language)),
        ),
        Section(
            _RETENTION_TITLE.of(language), cited(language, "AVG 5(1)(e)", "AVG 28(3)(g)"), (retention(facts, language),)
        ),
    )


def _data(facts: Facts, language: Language) -> Section:
    kinds = kinds_shown(facts, language)
    lines = Bullets(tuple(words.of(language, kinds=kinds) for words in _DATA))
    return Section(_DATA_TITLE.of(language), cited(language, "AVG 28(3)"), (lines,))


def sites(facts: Facts, language: Language) -> Table | Paragraph:
    """The websites with what the gate asks of each."""
    if not facts.sites:
        return Paragraph(_NO_SITE.of(language))
    rows = tuple(
        (
            site.host,
            site.platform_label,
            purpose(site, language),
            days(site.max_age_days, language),
            (_HEEDED if site.honours_dnt else _IGNORED).of(language),
            (_USED if site.hash_routes else _CUT).of(language),
        )
        for site in facts.sites
    )
    return Table(_SITES_CAPTION.of(language), tuple(head.of(language) for head in _SITES_HEAD), rows)


def sub_processors(facts: Facts, language: Language) -> Table | Paragraph:
    """Who handles data for the provider."""
    if not facts.sub_processors:
        return Paragraph(" ".join(engaged_lines(facts, language)))
    rows = tuple(
        (one.name, one.service, one.country, one.safeguard or _INSIDE.of(language)) for one in facts.sub_processors
    )
    caption = _SUBS_CAPTION.of(language, provider=or_missing(facts.provider_name, language))
    return Table(caption, tuple(head.of(language) for head in _SUBS_HEAD), rows)


def _asked(facts: Facts, language: Language) -> tuple[Paragraph | Bullets, ...]:
    """Whoever gets an address as a question: no sub-processors, but told to somebody all the same."""
    lines = asked_lines(facts, language)
    return (Paragraph(_ASKED.of(language)), Bullets(lines)) if lines else ()


def retention(facts: Facts, language: Language) -> Table:
    """How long each kind of data is kept."""
    rows = tuple(
        (what.of(language), days(getattr(facts, name), language), since.of(language)) for what, name, since in _KEPT
    )
    return Table(_RETENTION_CAPTION.of(language), tuple(head.of(language) for head in _RETENTION_HEAD), rows)
