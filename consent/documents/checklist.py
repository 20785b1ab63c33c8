"""What articles 13 and 14 of the GDPR ask of a privacy statement, with the answers that are known (pure)."""

from consent.documents.answers import answers
from consent.documents.document import Bullets, Checklist, Document, Section
from consent.documents.facts import Facts, Kind, Language
from consent.documents.privacy_statement import kinds_shown, pages
from consent.documents.recipients import recipients, transfers
from consent.documents.words import DRAFT, Words, cited, days, or_missing

_TITLE = Words("Controlelijst voor je privacyverklaring", "Checklist for your privacy statement")
_LEDE = Words(
    "Wat artikel 13 en 14 van de AVG vragen. Wat wij weten is ingevuld; het overige is aan jou.",
    "What articles 13 and 14 of the GDPR ask. What we know is filled in; the rest is yours.",
)
_FROM_VISITOR = Words("Wat je bij de bezoeker verzamelt", "What you collect from the visitor")
_ELSEWHERE = Words("Wat je elders vandaan haalt", "What you obtain elsewhere")
_PURPOSE = Words(
    "Zien welke organisaties de website bezoeken, om ze zakelijk te kunnen benaderen{kinds}",
    "See which organisations visit the website, to be able to approach them as a business{kinds}",
)
_GROUND = Words(
    "Toestemming: AVG art. 6 lid 1 onder a; Telecommunicatiewet art. 11.7a",
    "Consent: GDPR art. 6(1)(a); Dutch Telecommunications Act art. 11.7a",
)
_TERMS = Words(
    "Pagina's {views}; bezoeken {visits}; contacten {leads}; bewijs van toestemming {receipts}; bewijs van verzoeken "
    "{requests}",
    "Pages {views}; visits {visits}; contacts {leads}; proof of consent {receipts}; proof of requests {requests}",
)
_RIGHTS = Words(
    "Inzage, rectificatie, wissing, beperking, overdraagbaarheid; voor bezoekers op de pagina per website",
    "Access, rectification, erasure, restriction, portability; for visitors on the page of each website",
)
_WITHDRAW = Words("Altijd, via de cookiemelding of {pages}", "At any time, by the cookie banner or {pages}")
_COMPLAINT = Words("Bij de Autoriteit Persoonsgegevens", "With the Autoriteit Persoonsgegevens")
_DUTY = Words(
    "Niemand is verplicht iets te geven; zonder toestemming werkt de website gewoon",
    "Nobody must give anything; without consent the website works as usual",
)
_DECISIONS = Words(
    "Er worden geen besluiten over personen genomen; de warmte van een contact gaat over een organisatie",
    "No decisions about persons are taken; the warmth of a contact is about an organisation",
)
_DATA = Words(
    "Naam, land en domein van de organisatie, en het netwerk dat zij gebruikt",
    "Name, country and domain of the organisation, and the network that it uses",
)
_SOURCES = Words(
    "Openbare registers van internetadressen (RIR's, BGP) en de eigen website van de organisatie",
    "Public registers of internet addresses (RIRs, BGP) and the organisation's own website",
)
_NOTICE = Words(
    "Via de privacyverklaring en de openbare pagina; een organisatie kan zich daar afmelden",
    "By the privacy statement and the public page, where an organisation can object",
)
_AUTOMATED_ARTICLE = "AVG 13(2)(f)"


def checklist(facts: Facts, language: Language) -> Document:
    """What articles 13 and 14 ask of the statement, with the answers that are known."""
    return Document(
        kind=Kind.CHECKLIST,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(language),
        draft=DRAFT.of(language),
        sections=(
            Section(
                _FROM_VISITOR.of(language), cited(language, "AVG 13(1)", "AVG 13(2)"), (_article_13(facts, language),)
            ),
            Section(
                _ELSEWHERE.of(language), cited(language, "AVG 14(1)", "AVG 14(2)"), (_article_14(facts, language),)
            ),
            Section(
                Words("Subverwerkers", "Sub-processors").of(language),
                cited(language, "AVG 13(1)(e)", "AVG 13(1)(f)"),
                (Bullets(transfers(facts, language)),),
            ),
        ),
    )


def _article_13(facts: Facts, language: Language) -> Checklist:
    who = (
        f"{or_missing(facts.controller_name, language)}, {or_missing(facts.controller_address, language)}, "
        f"{or_missing(facts.controller_contact, language)}"
    )
    terms = _TERMS.of(
        language,
        views=days(facts.page_views_days, language),
        visits=days(facts.visits_days, language),
        leads=days(facts.leads_days, language),
        receipts=days(facts.receipts_days, language),
        requests=days(facts.requests_days, language),
    )
    return answers(
        language,
        (Words("Wie je bent en hoe je te bereiken bent", "Who you are and how to reach you"), "AVG 13(1)(a)", who),
        (
            Words(
                "Je functionaris voor gegevensbescherming, als je die hebt",
                "Your data protection officer, if you have one",
            ),
            "AVG 13(1)(b)",
            or_missing(facts.controller_officer, language),
        ),
        (Words("Doelen", "Purposes"), "AVG 13(1)(c)", _PURPOSE.of(language, kinds=kinds_shown(facts, language))),
        (Words("Grondslag", "Legal ground"), "AVG 13(1)(c)", _GROUND.of(language)),
        (Words("Ontvangers", "Recipients"), "AVG 13(1)(e)", recipients(facts, language)),
        (
            Words("Doorgifte buiten de EER", "Transfers outside the EEA"),
            "AVG 13(1)(f)",
            "; ".join(transfers(facts, language)),
        ),
        (Words("Bewaartermijnen", "Storage periods"), "AVG 13(2)(a)", terms),
        (Words("Rechten", "Rights"), "AVG 13(2)(b)", _RIGHTS.of(language)),
        (
            Words("Toestemming intrekken", "Withdrawing consent"),
            "AVG 13(2)(c)",
            _WITHDRAW.of(language, pages=pages(facts, language)),
        ),
        (Words("Klacht bij de toezichthouder", "Complaint to the authority"), "AVG 13(2)(d)", _COMPLAINT.of(language)),
        (Words("Of iemand gegevens moet geven", "Whether anybody must give data"), "AVG 13(2)(e)", _DUTY.of(language)),
        (Words("Geautomatiseerde besluiten", "Automated decisions"), _AUTOMATED_ARTICLE, _DECISIONS.of(language)),
    )


def _article_14(facts: Facts, language: Language) -> Checklist:
    return answers(
        language,
        (Words("Categorieën gegevens", "Categories of data"), "AVG 14(1)(d)", _DATA.of(language)),
        (Words("Bronnen", "Sources"), "AVG 14(2)(f)", _SOURCES.of(language)),
        (Words("Hoe betrokkenen worden ingelicht", "How those concerned are told"), "AVG 14(3)", _NOTICE.of(language)),
        (
            Words(
                "Eigen verrijking, zoals namen van contactpersonen in je CRM",
                "Your own additions, such as names of contacts in your CRM",
            ),
            "AVG 14(1)",
            or_missing("", language),
        ),
    )
