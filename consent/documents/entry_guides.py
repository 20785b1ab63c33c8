"""How the rows of a cookie policy are entered in the consent platforms that most websites use (pure)."""

from consent.documents.document import Bullets, Paragraph, Section
from consent.documents.facts import VISITOR_COOKIE, VISITOR_COOKIE_DAYS, Language, SiteFacts
from consent.documents.words import Words, cited, purpose

_TITLE = Words("Zo zet je de regels in je cookiemelding", "How to enter the rows in your banner")
_LEDE = Words(
    "Een cookiescan ziet {cookie} pas nadat iemand heeft toegestemd, en plaatst hem soms onder “niet ingedeeld”. Zet "
    "hem zelf onder {category}. Menu's van deze pakketten veranderen wel eens van plaats.",
    "A cookie scan sees {cookie} only after somebody agreed, and at times files it under “unclassified”. Put it under "
    "{category} yourself. Menus of these products move now and then.",
)
_STEPS = (
    Words(
        "Cookiebot: open in het beheer je domeingroep en daarin Cookies. Zoek {cookie}, of voeg hem toe; kies "
        "categorie {category}, vul doel en bewaartijd in elke taal in, en bewaar. De cookieverklaring volgt vanzelf.",
        "Cookiebot: open your domain group in the manager and in it Cookies. Find {cookie}, or add it; choose the "
        "category {category}, fill in purpose and expiry in each language, and save. The declaration follows by "
        "itself.",
    ),
    Words(
        "OneTrust: ga naar Cookie Compliance, Categorizations, Cookies, Add Cookie. Naam {cookie}, host je eigen "
        "domein, levensduur {days} dagen, categorie {onetrust}. Publiceer daarna het script opnieuw.",
        "OneTrust: go to Cookie Compliance, Categorizations, Cookies, Add Cookie. Name {cookie}, host your own "
        "domain, lifespan {days} days, category {onetrust}. Then publish the script again.",
    ),
    Words(
        "CookieYes: open Cookie Manager, kies de categorie {cookieyes} en Add Cookie. Cookie ID {cookie}, duur {days} "
        "dagen, en de omschrijving uit de kolom Doel.",
        "CookieYes: open Cookie Manager, choose the category {cookieyes} and Add Cookie. Cookie ID {cookie}, duration "
        "{days} days, and the description from the column Purpose.",
    ),
    Words(
        "Complianz: ga in WordPress naar Complianz, Wizard, Cookies (in nieuwere versies Diensten). Voeg de dienst "
        "ConnectLeads toe, categorie {category}, en daaronder {cookie} met bewaartijd {days} dagen en het doel.",
        "Complianz: in WordPress go to Complianz, Wizard, Cookies (Services in newer versions). Add the service "
        "ConnectLeads, category {category}, and under it {cookie} with a retention of {days} days and the purpose.",
    ),
    Words(
        "Cookie Information: open je oplossing en daarin Cookies, kies handmatig toevoegen. Naam {cookie}, aanbieder "
        "uit de tabel, vervalt na {days} dagen, categorie {category}.",
        "Cookie Information: open your solution and in it Cookies, choose to add one by hand. Name {cookie}, provider "
        "from the table, expires after {days} days, category {category}.",
    ),
)
_ONETRUST = {"marketing": "Targeting (C0004)", "statistics": "Performance (C0002)"}
_COOKIEYES = {"marketing": "Advertisement", "statistics": "Analytics"}


def entry_guides(site: SiteFacts, language: Language) -> Section:
    """The steps for each platform, with this website's own category filled in."""
    values = {
        "cookie": VISITOR_COOKIE,
        "category": purpose(site, language),
        "days": VISITOR_COOKIE_DAYS,
        "onetrust": _ONETRUST[site.purpose],
        "cookieyes": _COOKIEYES[site.purpose],
    }
    return Section(
        _TITLE.of(language),
        cited(language, "Tw 11.7a(1)"),
        (Paragraph(_LEDE.of(language, **values)), Bullets(tuple(step.of(language, **values) for step in _STEPS))),
    )
