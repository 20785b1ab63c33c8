"""The rows for a website's cookie policy: what is stored, why, for how long, and how to take consent back (pure).

Tw art. 11.7a(1); GDPR art. 13(1)(c), (e), (f), 13(2)(a), (c); CJEU Planet49, C-673/17: duration and access by others.
"""

from consent.documents.document import Bullets, Document, Paragraph, Section, Table
from consent.documents.entry_guides import entry_guides
from consent.documents.facts import BANNER_COOKIE, VISITOR_COOKIE, VISITOR_COOKIE_DAYS, Facts, Kind, Language, SiteFacts
from consent.documents.recipients import recipients, transfers
from consent.documents.words import DRAFT, Words, cited, days, or_missing, privacy_page, purpose

HEAD = (
    Words("Naam", "Name"),
    Words("Aanbieder", "Provider"),
    Words("Partij", "Party"),
    Words("Doel", "Purpose"),
    Words("Categorie", "Category"),
    Words("Gegevens", "Data"),
    Words("Hoe lang op het apparaat", "How long on the device"),
    Words("Hoe lang bij ons", "How long in our store"),
    Words("Ontvangers", "Recipients"),
    Words("Grondslag", "Legal ground"),
    Words("Intrekken", "Withdraw"),
)
_TITLE = Words("Cookieverklaring: de regels voor {host}", "Cookie policy: the rows for {host}")
_LEDE = Words(
    "Neem deze regels over in je cookieverklaring. Ze volgen de instellingen van je website; op het vaste adres "
    "hieronder staan altijd de geldende.",
    "Take these rows over into your cookie policy. They follow the settings of your website; the stable address below "
    "always holds those in force.",
)
_FIRST = Words("eerste partij ({host})", "first party ({host})")
_THIRD = Words("derde partij ({host})", "third party ({host})")
_PURPOSE = Words(
    "Herkennen welke organisatie de website bezoekt, voor opvolging door verkoop",
    "Recognise which organisation visits the website, for follow-up by sales",
)
_BANNER_PURPOSE = Words("Onthouden wat je in de cookiemelding koos", "Remember what you chose in the cookie banner")
_VISITOR_DATA = Words(
    "Een willekeurig nummer dat niets over je zegt, en de pagina's die bij dat nummer horen",
    "A random number that says nothing about you, and the pages that belong to it",
)
_SCRIPT_DATA = Words(
    "IP-adres (gebruikt om het netwerk van de organisatie te vinden, daarna gewist), bezochte pagina's, tijd, "
    "verwijzende pagina{hash}",
    "IP address (used to find the organisation's network, then erased), pages visited, time, referring page{hash}",
)
_HASH = Words(", ook het deel na #", ", including the part after #")
_BANNER_DATA = Words(
    "Je keuze per categorie, het moment, een willekeurig nummer en de versie van de tekst",
    "Your choice per category, the moment, a random number and the version of the text",
)
_NOTHING = Words("niets opgeslagen", "nothing stored")
_STORE = Words("pagina's {views}, bezoeken {visits}", "pages {views}, visits {visits}")
_BANNER_STORE = Words(
    "bewijs van de keuze {receipts} na het laatste gebruik", "proof of the choice {receipts} after its last use"
)
_CONSENT = Words(
    "Toestemming voor {category} (Tw art. 11.7a lid 1; AVG art. 6 lid 1 onder a)",
    "Consent to {category} (Tw art. 11.7a(1); GDPR art. 6(1)(a))",
)
_NECESSARY = Words(
    "Strikt nodig om je keuze te onthouden (Tw art. 11.7a lid 3)",
    "Strictly necessary to remember your choice (Tw art. 11.7a(3))",
)
_CATEGORY_NECESSARY = Words("noodzakelijk", "necessary")
_WITHDRAW = Words(
    "Open de cookiemelding ({banner}) opnieuw, of {page}", "Reopen the cookie banner ({banner}), or {page}"
)
_SCRIPT = Words("script en melding van een bezoek", "script and report of a visit")
_ROWS_TITLE = Words("De regels", "The rows")
_CAPTION = Words("Wat ConnectLeads op {host} opslaat en uitleest", "What ConnectLeads stores and reads on {host}")
_WHEN = (
    Words(
        "Zonder toestemming voor {category} slaat ConnectLeads niets op, leest het geen andere cookie dan die van de "
        "cookiemelding, en wordt niets verstuurd.",
        "Without consent to {category} ConnectLeads stores nothing, reads no cookie but the banner's, and sends "
        "nothing.",
    ),
    Words(
        "Een keuze telt {age}; daarna niet meer, tot je opnieuw kiest. Een browser die Global Privacy Control "
        "meestuurt, telt als weigering.{dnt}",
        "A choice counts for {age}; after that it no longer does, until you choose anew. A browser that sends Global "
        "Privacy Control counts as a refusal.{dnt}",
    ),
    Words(
        "Haalt je browser het script op bij {collector}, dan ziet die server je IP-adres, zoals elke server die iets "
        "verstuurt. Hij bewaart het daarbij niet.",
        "When your browser fetches the script from {collector}, that server sees your IP address, as every server "
        "does that sends something. It does not keep it then.",
    ),
)
_DNT = Words(" Do Not Track ook.", " So does Do Not Track.")
_WHEN_TITLE = Words("Wanneer er iets gebeurt", "When anything happens")
_TRANSFERS_TITLE = Words("Ontvangers en doorgifte", "Recipients and transfers")


def cookie_policy(facts: Facts, site: SiteFacts, language: Language) -> Document:
    """The cookie policy's rows of one website, when anything happens, who receives it, and how to enter the rows."""
    return Document(
        kind=Kind.COOKIE_POLICY,
        language=language,
        title=_TITLE.of(language, host=site.host),
        lede=_LEDE.of(language),
        draft=DRAFT.of(language),
        sections=(
            Section(
                _ROWS_TITLE.of(language),
                cited(language, "Tw 11.7a(1)", "AVG 13(1)(c)", "AVG 13(1)(e)", "AVG 13(2)(a)", "AVG 13(2)(c)"),
                (rows(facts, site, language),),
            ),
            Section(
                _WHEN_TITLE.of(language),
                cited(language, "Tw 11.7a(1)", "AVG 7(3)"),
                tuple(Paragraph(text) for text in _when(facts, site, language)),
            ),
            Section(
                _TRANSFERS_TITLE.of(language),
                cited(language, "AVG 13(1)(e)", "AVG 13(1)(f)"),
                (Bullets(transfers(facts, language)),),
            ),
            entry_guides(site, language),
        ),
    )


def rows(facts: Facts, site: SiteFacts, language: Language) -> Table:
    """One row for everything that is stored on the device or read from it."""
    found = [_visitor_row(facts, site, language), _script_row(facts, site, language)]
    if site.own_banner:
        found.append(_banner_row(facts, site, language))
    return Table(_CAPTION.of(language, host=site.host), tuple(one.of(language) for one in HEAD), tuple(found))


def _provider(facts: Facts, language: Language) -> str:
    return ", ".join(or_missing(text, language) for text in (facts.provider_name, facts.provider_address))


def _visitor_row(facts: Facts, site: SiteFacts, language: Language) -> tuple[str, ...]:
    return (
        VISITOR_COOKIE,
        _provider(facts, language),
        _FIRST.of(language, host=site.host),
        _PURPOSE.of(language),
        purpose(site, language),
        _VISITOR_DATA.of(language),
        days(VISITOR_COOKIE_DAYS, language),
        _store(facts, language),
        recipients(facts, language),
        _CONSENT.of(language, category=purpose(site, language)),
        _withdraw(facts, site, language),
    )


def _script_row(facts: Facts, site: SiteFacts, language: Language) -> tuple[str, ...]:
    hash_part = _HASH.of(language) if site.hash_routes else ""
    return (
        f"{facts.collector_host}/s/{site.key}.js ({_SCRIPT.of(language)})",
        _provider(facts, language),
        _THIRD.of(language, host=facts.collector_host),
        _PURPOSE.of(language),
        purpose(site, language),
        _SCRIPT_DATA.of(language, hash=hash_part),
        _NOTHING.of(language),
        _store(facts, language),
        recipients(facts, language),
        _CONSENT.of(language, category=purpose(site, language)),
        _withdraw(facts, site, language),
    )


def _banner_row(facts: Facts, site: SiteFacts, language: Language) -> tuple[str, ...]:
    return (
        BANNER_COOKIE,
        _provider(facts, language),
        _FIRST.of(language, host=site.host),
        _BANNER_PURPOSE.of(language),
        _CATEGORY_NECESSARY.of(language),
        _BANNER_DATA.of(language),
        days(site.max_age_days, language),
        _BANNER_STORE.of(language, receipts=days(facts.receipts_days, language)),
        or_missing(facts.provider_name, language),
        _NECESSARY.of(language),
        _withdraw(facts, site, language),
    )


def _when(facts: Facts, site: SiteFacts, language: Language) -> tuple[str, ...]:
    return (
        _WHEN[0].of(language, category=purpose(site, language)),
        _WHEN[1].of(language, age=days(site.max_age_days, language), dnt=_DNT.of(language) if site.honours_dnt else ""),
        _WHEN[2].of(language, collector=facts.collector_host),
    )


def _store(facts: Facts, language: Language) -> str:
    return _STORE.of(language, views=days(facts.page_views_days, language), visits=days(facts.visits_days, language))


def _withdraw(facts: Facts, site: SiteFacts, language: Language) -> str:
    return _WITHDRAW.of(language, banner=site.platform_label, page=privacy_page(facts, site))
