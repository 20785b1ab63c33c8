"""The paragraph to paste into a privacy statement, with the websites that it is about (pure).

GDPR art. 12(1): concise and in plain language; art. 13 and 14: what must be told.
"""

from consent.documents.document import Document, Paragraph, Section, Table
from consent.documents.facts import Facts, Kind, Language
from consent.documents.recipients import recipients
from consent.documents.words import DRAFT, Words, cited, days, or_missing, privacy_page, purpose

_TITLE = Words("Alinea voor je privacyverklaring", "Paragraph for your privacy statement")
_LEDE = Words(
    "Plak deze tekst in je privacyverklaring. Wat tussen haken staat, vul je zelf in.",
    "Paste this text into your privacy statement. Fill in what is between brackets.",
)
_HEADING = Words("Welke organisaties onze website bezoeken", "Which organisations visit our website")
_PARAGRAPHS = (
    Words(
        "Als je in onze cookiemelding toestemming geeft, kijken we vanuit welke organisatie onze website wordt "
        "bezocht. We gebruiken daarvoor ConnectLeads van {provider}. Je IP-adres wordt gebruikt om het netwerk van "
        "een organisatie te vinden en wordt direct daarna gewist. We bewaren de naam van de organisatie, de bezochte "
        "pagina's, het tijdstip en de pagina waar het bezoek vandaan kwam. Namen, mailadressen en telefoonnummers van "
        "bezoekers worden niet verzameld, en thuisverbindingen en eenmanszaken tonen we niet.",
        "When you agree in our cookie banner, we look from which organisation our website is visited. For that we use "
        "ConnectLeads of {provider}. Your IP address is used to find the network of an organisation and is erased "
        "right after. We keep the organisation's name, the pages visited, the time and the page the visit came from. "
        "Names, mail addresses and telephone numbers of visitors are not collected, and we do not show home "
        "connections and sole traders.",
    ),
    Words(
        "We doen dit om organisaties die belangstelling tonen zakelijk te kunnen benaderen{kinds}. De grondslag is je "
        "toestemming (AVG art. 6 lid 1 onder a en Telecommunicatiewet art. 11.7a). Zonder toestemming gebeurt er "
        "niets.",
        "We do this to be able to approach organisations that show interest, as a business{kinds}. The legal ground "
        "is your consent (GDPR art. 6(1)(a) and art. 11.7a of the Dutch Telecommunications Act). Without consent "
        "nothing happens.",
    ),
    Words(
        "Bezochte pagina's bewaren we {views}, bezoeken {visits}, de organisatie als contact {leads} na het laatste "
        "bezoek, en het bewijs van je toestemming {receipts} na het laatste gebruik. Laat je iets wissen, dan "
        "bewaren we {requests} een bewijs daarvan zonder je naam of nummer. Ontvangers zijn: {recipients}.",
        "We keep pages visited for {views}, visits for {visits}, the organisation as a contact for {leads} after its "
        "last visit, and the proof of your consent for {receipts} after its last use. When you have something erased, "
        "we keep a proof of that for {requests}, without your name or number. Recipients are: {recipients}.",
    ),
    Words(
        "Je kunt je toestemming altijd intrekken, even makkelijk als je haar gaf: open de cookiemelding opnieuw. Op "
        "{pages} zie je wat er van jouw browser is bewaard, neem je het mee of laat je het wissen. Je hebt recht op "
        "inzage, rectificatie, wissing, beperking en overdraagbaarheid; neem contact op met {contact}{officer}. Je "
        "kunt een klacht indienen bij de Autoriteit Persoonsgegevens.",
        "You can withdraw your consent at any time, as easily as you gave it: reopen the cookie banner. On {pages} "
        "you see what is kept about your browser, take it with you or have it erased. You have the right of access, "
        "rectification, erasure, restriction and portability; contact {contact}{officer}. You can lodge a complaint "
        "with the Autoriteit Persoonsgegevens.",
    ),
)
_EDUCATION = Words("scholen", "schools")
_GOVERNMENT = Words("overheden", "public bodies")
_KINDS = Words(", ook {kinds}", ", {kinds} included")
_AND = Words(" en ", " and ")
_OFFICER = Words(
    " of onze functionaris voor gegevensbescherming: {officer}", " or our data protection officer: {officer}"
)
_SITES_TITLE = Words("Per website", "For each website")
_SITES_CAPTION = Words("Toestemming per website", "Consent for each website")
_SITES_HEAD = (
    Words("Website", "Website"),
    Words("Toestemming voor", "Consent to"),
    Words("Cookiemelding", "Cookie banner"),
    Words("Een keuze geldt", "A choice counts for"),
    Words("Pagina voor bezoekers", "Page for visitors"),
)
_NO_SITE = Words("Er is nog geen actieve website.", "There is no active website yet.")


def privacy_statement(facts: Facts, language: Language) -> Document:
    """The paragraph and a table of the websites that it is about."""
    return Document(
        kind=Kind.PRIVACY_STATEMENT,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(language),
        draft=DRAFT.of(language),
        sections=(
            Section(
                _HEADING.of(language),
                cited(language, "AVG 12(1)", "AVG 13(1)", "AVG 13(2)", "AVG 14(1)", "AVG 14(2)", "Tw 11.7a(1)"),
                tuple(Paragraph(text) for text in _paragraphs(facts, language)),
            ),
            Section(
                _SITES_TITLE.of(language), cited(language, "AVG 13(1)(c)", "AVG 13(2)(c)"), (_sites(facts, language),)
            ),
        ),
    )


def _paragraphs(facts: Facts, language: Language) -> tuple[str, ...]:
    officer = facts.controller_officer
    values = {
        "provider": or_missing(facts.provider_name, language),
        "kinds": kinds_shown(facts, language),
        "views": days(facts.page_views_days, language),
        "visits": days(facts.visits_days, language),
        "leads": days(facts.leads_days, language),
        "receipts": days(facts.receipts_days, language),
        "requests": days(facts.requests_days, language),
        "recipients": recipients(facts, language),
        "pages": pages(facts, language),
        "contact": or_missing(facts.controller_contact, language),
        "officer": _OFFICER.of(language, officer=officer) if officer else "",
    }
    return tuple(paragraph.of(language, **values) for paragraph in _PARAGRAPHS)


def kinds_shown(facts: Facts, language: Language) -> str:
    """The kinds that the tenant asked to see beside companies, as the end of a sentence part."""
    wanted = ((facts.shows_education, _EDUCATION), (facts.shows_government, _GOVERNMENT))
    names = [words.of(language) for is_shown, words in wanted if is_shown]
    return _KINDS.of(language, kinds=_AND.of(language).join(names)) if names else ""


def pages(facts: Facts, language: Language) -> str:
    """The addresses of the pages for visitors."""
    return ", ".join(privacy_page(facts, site) for site in facts.sites) or or_missing("", language)


def _sites(facts: Facts, language: Language) -> Table | Paragraph:
    if not facts.sites:
        return Paragraph(_NO_SITE.of(language))
    rows = tuple(
        (
            site.host,
            purpose(site, language),
            site.platform_label,
            days(site.max_age_days, language),
            privacy_page(facts, site),
        )
        for site in facts.sites
    )
    return Table(_SITES_CAPTION.of(language), tuple(head.of(language) for head in _SITES_HEAD), rows)
