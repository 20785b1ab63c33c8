"""The lines for the records of processing, for the controller and for the processor (pure). GDPR art. 30(1), 30(2)."""

from consent.documents.answers import answers
from consent.documents.document import Checklist, Document, Section
from consent.documents.facts import Facts, Kind, Language
from consent.documents.privacy_statement import kinds_shown
from consent.documents.recipients import recipients, transfers
from consent.documents.words import DRAFT, Words, cited, days, or_missing

_TITLE = Words("Regels voor het verwerkingsregister", "Lines for the records of processing")
_LEDE = Words(
    "Neem de eerste regel op in het register van {controller}; de tweede is die van {provider}.",
    "Put the first line into the records of {controller}; the second is that of {provider}.",
)
_CONTROLLER_TITLE = Words("Register van de verantwoordelijke", "Records of the controller")
_PROCESSOR_TITLE = Words("Register van de verwerker", "Records of the processor")
_WHO = Words("Naam en contact", "Name and contact")
_OFFICER = Words("Functionaris voor gegevensbescherming", "Data protection officer")
_ASK_PROVIDER = Words("Als {provider} die heeft, staat hij hier", "If {provider} has one, it stands here")
_PURPOSES = Words("Doelen", "Purposes")
_PURPOSE = Words(
    "Zien welke organisaties{kinds} de websites {sites} bezoeken, om ze zakelijk te benaderen",
    "See which organisations{kinds} visit the websites {sites}, to approach them as a business",
)
_PEOPLE = Words("Betrokkenen en gegevens", "Data subjects and data")
_PEOPLE_ARE = Words(
    "Bezoekers die toestemming gaven: pagina's, tijd, verwijzing, hash van een willekeurig nummer; IP-adres "
    "tijdelijk. Medewerkers met een account: naam, mailadres, wat zij deden.",
    "Visitors who gave consent: pages, time, referrer, hash of a random number; IP address temporarily. Members with "
    "an account: name, mail address, what they did.",
)
_RECIPIENTS = Words("Ontvangers", "Recipients")
_TRANSFERS = Words("Doorgifte en waarborgen", "Transfers and safeguards")
_TERMS = Words("Termijnen voor wissen", "Terms for erasure")
_TERMS_ARE = Words(
    "Pagina's {views}, bezoeken {visits}, contacten {leads}, bewijs van toestemming {receipts}, bewijs van "
    "verzoeken {requests}, audit {audit}",
    "Pages {views}, visits {visits}, contacts {leads}, proof of consent {receipts}, proof of requests {requests}, "
    "audit {audit}",
)
_SECURITY = Words("Beveiliging", "Security")
_SECURITY_IS = Words(
    "Zie de lijst met maatregelen; toestemmingspoort met regels versie {gate}",
    "See the list of measures; consent gate with rules version {gate}",
)
_FOR_WHOM = Words("Voor wie", "For whom")
_KINDS_OF_PROCESSING = Words("Categorieën verwerkingen", "Categories of processing")
_PROCESSING = Words(
    "Vastleggen van bezoeken na bewezen toestemming, herkennen van organisaties, tonen en uitvoeren van contacten",
    "Recording visits after proven consent, recognising organisations, showing and exporting contacts",
)


def register(facts: Facts, language: Language) -> Document:
    """Both lines, each with its parts in the order of the article."""
    return Document(
        kind=Kind.REGISTER,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(
            language,
            controller=or_missing(facts.controller_name, language),
            provider=or_missing(facts.provider_name, language),
        ),
        draft=DRAFT.of(language),
        sections=(
            Section(_CONTROLLER_TITLE.of(language), cited(language, "AVG 30(1)"), (_controller(facts, language),)),
            Section(_PROCESSOR_TITLE.of(language), cited(language, "AVG 30(2)"), (_processor(facts, language),)),
        ),
    )


def _controller(facts: Facts, language: Language) -> Checklist:
    terms = _TERMS_ARE.of(
        language,
        views=days(facts.page_views_days, language),
        visits=days(facts.visits_days, language),
        leads=days(facts.leads_days, language),
        receipts=days(facts.receipts_days, language),
        requests=days(facts.requests_days, language),
        audit=days(facts.audit_days, language),
    )
    return answers(
        language,
        (_WHO, "AVG 30(1)(a)", _controller_is(facts, language)),
        (_OFFICER, "AVG 30(1)(a)", or_missing(facts.controller_officer, language)),
        (_PURPOSES, "AVG 30(1)(b)", _purpose(facts, language)),
        (_PEOPLE, "AVG 30(1)(c)", _PEOPLE_ARE.of(language)),
        (_RECIPIENTS, "AVG 30(1)(d)", recipients(facts, language)),
        (_TRANSFERS, "AVG 30(1)(e)", "; ".join(transfers(facts, language))),
        (_TERMS, "AVG 30(1)(f)", terms),
        (_SECURITY, "AVG 30(1)(g)", _SECURITY_IS.of(language, gate=facts.gate_version)),
    )


def _processor(facts: Facts, language: Language) -> Checklist:
    provider = (facts.provider_name, facts.provider_address, facts.provider_contact)
    return answers(
        language,
        (_WHO, "AVG 30(2)(a)", ", ".join(or_missing(text, language) for text in provider)),
        (_OFFICER, "AVG 30(2)(a)", _ASK_PROVIDER.of(language, provider=or_missing(facts.provider_name, language))),
        (_FOR_WHOM, "AVG 30(2)(a)", _controller_is(facts, language)),
        (_KINDS_OF_PROCESSING, "AVG 30(2)(b)", _PROCESSING.of(language)),
        (_TRANSFERS, "AVG 30(2)(c)", "; ".join(transfers(facts, language))),
        (_SECURITY, "AVG 30(2)(d)", _SECURITY_IS.of(language, gate=facts.gate_version)),
    )


def _controller_is(facts: Facts, language: Language) -> str:
    parts = (facts.controller_name, facts.controller_address, facts.controller_contact)
    return ", ".join(or_missing(text, language) for text in parts)


def _purpose(facts: Facts, language: Language) -> str:
    sites = ", ".join(site.host for site in facts.sites) or or_missing("", language)
    return _PURPOSE.of(language, kinds=kinds_shown(facts, language), sites=sites)
