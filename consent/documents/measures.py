"""The list of technical and organisational measures, as this software really takes them (pure). GDPR art. 25 and 32."""

from consent.documents.document import Bullets, Document, Paragraph, Section
from consent.documents.facts import Facts, Kind, Language
from consent.documents.words import DRAFT, Words, cited, days, or_missing

_TITLE = Words("Technische en organisatorische maatregelen", "Technical and organisational measures")
_LEDE = Words(
    "Wat de software afdwingt, en wat wie haar beheert zelf regelt.",
    "What the software enforces, and what whoever runs it arranges.",
)
_BY_DESIGN = (
    Words(
        "Toestemming eerst: een poort met regels versie {gate} beoordeelt elke melding op de server aan de hand van de "
        "cookie van de cookiemelding. Zonder bewijs wordt niets bewaard, alleen een telling per dag en reden.",
        "Consent first: a gate with rules version {gate} judges each report on the server by the banner's own cookie. "
        "Without proof nothing is kept but a count by day and reason.",
    ),
    Words(
        "Het IP-adres staat nooit in de database of in een log. Het wacht versleuteld in een stroom en wordt gewist "
        "zodra het netwerk is gevonden.",
        "The IP address is never in the database or in a log. It waits encrypted in a stream and is erased once the "
        "network is found.",
    ),
    Words(
        "Netwerken die zo klein zijn dat ze bij een adres in de buurt komen, worden niet bewaard.",
        "Networks so small that they come close to an address are not kept.",
    ),
    Words(
        "Bezoekersnummer en nummer van de toestemming worden alleen als hash met sleutel bewaard, per website een "
        "andere.",
        "The visitor's number and the number of the consent are kept only as keyed hashes, different for each website.",
    ),
    Words(
        "Alleen organisaties worden getoond; aansluitingen van personen, providers en hostingbedrijven niet.",
        "Only organisations are shown; connections of persons, providers and hosting companies are not.",
    ),
    Words(
        "Intrekken wist de bezoeken van die browser binnen enkele seconden; het bewijs van toestemming blijft, zonder "
        "persoon.",
        "Withdrawal erases that browser's visits within seconds; the proof of consent stays, naming nobody.",
    ),
    Words(
        "Bewaartermijnen worden elke nacht toegepast: pagina's {views}, bezoeken {visits}, contacten {leads}, bewijs "
        "van toestemming {receipts}, bewijs van verzoeken {requests}, auditregels {audit}.",
        "Retention is applied every night: pages {views}, visits {visits}, contacts {leads}, proof of consent "
        "{receipts}, proof of requests {requests}, audit lines {audit}.",
    ),
)
_SECURITY = (
    Words(
        "Klanten zijn gescheiden door beleid per rij in PostgreSQL, onder een rol die dat niet kan omzeilen.",
        "Customers are kept apart by row-level security in PostgreSQL, under a role that cannot bypass it.",
    ),
    Words(
        "Toegang per rol (eigenaar, beheerder, lid, kijker); een organisatie kan een tweede factor voor iedereen "
        "eisen.",
        "Access by role (owner, admin, member, viewer); an organisation can demand a second factor of everybody.",
    ),
    Words(
        "Wie wat deed staat in een audit waaraan alleen kan worden toegevoegd.",
        "Who did what is in an audit that can only be added to.",
    ),
    Words(
        "Logregels worden ontdaan van adressen, mailadressen en sleutels.",
        "Log lines are stripped of addresses, mail addresses and keys.",
    ),
    Words(
        "Elke dag zoekt een controle in alle tabellen, de stroom, de cache en de logs naar gegevens die er niet mogen "
        "zijn. De uitkomst staat op de statuspagina van elke klant.",
        "Every day an audit searches all tables, the stream, the cache and the logs for data that must not be there. "
        "Its outcome is on each customer's status page.",
    ),
)
_YOURS = (
    Words(
        "Versleutelde verbindingen (TLS) naar de servers die {provider} beheert.",
        "Encrypted connections (TLS) to the servers that {provider} runs.",
    ),
    Words(
        "Reservekopieën en de proef dat ze terug te zetten zijn.", "Backups and the proof that they can be restored."
    ),
    Words(
        "Geheimhouding door wie toegang heeft, en toegang alleen voor wie het nodig heeft.",
        "Confidentiality of those with access, and access only for those who need it.",
    ),
    Words(
        "Een werkwijze voor datalekken: melden zonder onredelijke vertraging.",
        "A procedure for breaches: notification without undue delay.",
    ),
)
_DESIGN_TITLE = Words("Bescherming door ontwerp", "Protection by design")
_SECURITY_TITLE = Words("Beveiliging", "Security")
_YOURS_TITLE = Words("Wat de beheerder van deze installatie regelt", "What the operator of this installation arranges")
_YOURS_LEDE = Words(
    "Deze punten kan de software niet afdwingen. Beheerder: {provider}, {contact}.",
    "The software cannot enforce these points. Operator: {provider}, {contact}.",
)


def measures(facts: Facts, language: Language) -> Document:
    """The measures as a document of their own."""
    return Document(
        kind=Kind.MEASURES,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(language),
        draft=DRAFT.of(language),
        sections=measure_sections(facts, language),
    )


def measure_sections(facts: Facts, language: Language) -> tuple[Section, ...]:
    """The measures as parts of another document."""
    values = {
        "gate": facts.gate_version,
        "provider": or_missing(facts.provider_name, language),
        "contact": or_missing(facts.provider_contact, language),
        "views": days(facts.page_views_days, language),
        "visits": days(facts.visits_days, language),
        "leads": days(facts.leads_days, language),
        "receipts": days(facts.receipts_days, language),
        "requests": days(facts.requests_days, language),
        "audit": days(facts.audit_days, language),
    }
    by_design, security, yours = (
        Bullets(tuple(words.of(language, **values) for words in listed)) for listed in (_BY_DESIGN, _SECURITY, _YOURS)
    )
    return (
        Section(_DESIGN_TITLE.of(language), cited(language, "AVG 25", "AVG 5(1)(c)", "AVG 5(1)(e)"), (by_design,)),
        Section(_SECURITY_TITLE.of(language), cited(language, "AVG 32(1)"), (security,)),
        Section(
            _YOURS_TITLE.of(language),
            cited(language, "AVG 32(1)", "AVG 32(4)"),
            (Paragraph(_YOURS_LEDE.of(language, **values)), yours),
        ),
    )
