"""How the rows of a cookie policy are entered in the consent platforms that most websites use (pure).

Vendors rename their menus, so each step names what is looked for and the field to fill, and the date of its names.
"""

from datetime import date

from consent.documents.document import Bullets, Paragraph, Section
from consent.documents.facts import VISITOR_COOKIE, VISITOR_COOKIE_DAYS, Language, SiteFacts
from consent.documents.words import Words, cited, purpose

SEEN_ON = date(2026, 11, 24)
_TITLE = Words("Zo zet je de regels in je cookiemelding", "How to enter the rows in your banner")
_LEDE = Words(
    "In elk pakket zoek je de lijst van cookies die de cookiemelding kent, en daarin één cookie met vijf velden: naam "
    "{cookie}, aanbieder uit de tabel, categorie {category}, bewaartijd {days} dagen, en het doel uit de tabel in elke "
    "taal. Een cookiescan ziet de cookie pas nadat iemand heeft toegestemd, en plaatst hem soms onder “niet "
    "ingedeeld”: zet hem zelf onder {category}.",
    "In each product you look for the list of cookies that the banner knows, and in it for one cookie with five "
    "fields: name {cookie}, provider from the table, category {category}, lifetime {days} days, and the purpose from "
    "the table in each language. A cookie scan sees the cookie only after somebody agreed, and at times files it under "
    "“unclassified”: put it under {category} yourself.",
)
_BLOCK = Words(
    "Laat de cookiemelding ook het script onder {category} vallen, zodat het pas na toestemming wordt opgehaald. Doet "
    "je pakket dat niet, dan wordt het eerder opgehaald en wacht het zelf op de toestemming.",
    "Let the banner hold the script under {category} too, so that it is fetched only after consent. Where your product "
    "does not do that, the script is fetched earlier and waits for consent by itself.",
)
_AS_OF = Words(
    "Namen van menu's en velden zoals wij ze op {day} kenden. Heet er nu iets anders, zoek dan op wat bedoeld is: de "
    "lijst van cookies, de categorie en de bewaartijd.",
    "Names of menus and fields as we knew them on {day}. Where something is called otherwise now, look for what is "
    "meant: the list of cookies, the category and the lifetime.",
)
_STEPS = (
    Words(
        "Cookiebot: de lijst van cookies hoort bij je domeingroep (“Cookies”). Zoek {cookie} of voeg hem toe, kies "
        "categorie {category}, vul doel en bewaartijd (“Expiry”) in elke taal in, en bewaar. De cookieverklaring volgt "
        "vanzelf.",
        "Cookiebot: the list of cookies belongs to your domain group (“Cookies”). Find {cookie} or add it, choose the "
        "category {category}, fill in purpose and lifetime (“Expiry”) in each language, and save. The declaration "
        "follows by itself.",
    ),
    Words(
        "OneTrust: de lijst van cookies hoort bij het indelen van cookies (“Categorizations”). Voeg een cookie toe: "
        "naam {cookie}, host je eigen domein, levensduur (“Lifespan”) {days} dagen, categorie {onetrust}. Publiceer "
        "daarna het script opnieuw.",
        "OneTrust: the list of cookies belongs to sorting cookies (“Categorizations”). Add a cookie: name {cookie}, "
        "host your own domain, lifetime (“Lifespan”) {days} days, category {onetrust}. Then publish the script again.",
    ),
    Words(
        "CookieYes: de lijst van cookies staat per categorie (“Cookie Manager”). Voeg onder {cookieyes} een cookie "
        "toe: “Cookie ID” {cookie}, duur (“Duration”) {days} dagen, en de omschrijving uit de kolom Doel.",
        "CookieYes: the list of cookies stands by category (“Cookie Manager”). Add a cookie under {cookieyes}: “Cookie "
        "ID” {cookie}, “Duration” {days} days, and the description from the column Purpose.",
    ),
    Words(
        "Complianz (WordPress): cookies horen bij een dienst, in de stappen van de wizard over cookies of diensten. "
        "Voeg de dienst ConnectLeads toe, categorie {category}, en daaronder {cookie} met bewaartijd {days} dagen en "
        "het doel.",
        "Complianz (WordPress): cookies belong to a service, in the wizard's steps about cookies or services. Add the "
        "service ConnectLeads, category {category}, and under it {cookie} with a lifetime of {days} days and the "
        "purpose.",
    ),
    Words(
        "Cookie Information: de lijst van cookies hoort bij je oplossing (“Cookie Settings”). Voeg er met de hand een "
        "toe (“Add Custom Cookie”): naam {cookie}, je eigen domein, vervalt na {days} dagen, categorie {category}.",
        "Cookie Information: the list of cookies belongs to your solution (“Cookie Settings”). Add one by hand (“Add "
        "Custom Cookie”): name {cookie}, your own domain, expires after {days} days, category {category}.",
    ),
)
_ONETRUST = {"marketing": "Targeting (C0004)", "statistics": "Performance (C0002)"}
_COOKIEYES = {"marketing": "Advertisement", "statistics": "Analytics"}


def entry_guides(site: SiteFacts, language: Language) -> Section:
    """What to look for, the steps for each platform with this website's own category filled in, and their date."""
    values = {
        "cookie": VISITOR_COOKIE,
        "category": purpose(site, language),
        "days": VISITOR_COOKIE_DAYS,
        "onetrust": _ONETRUST[site.purpose],
        "cookieyes": _COOKIEYES[site.purpose],
        "day": SEEN_ON.isoformat(),
    }
    first, block, as_of = (Paragraph(words.of(language, **values)) for words in (_LEDE, _BLOCK, _AS_OF))
    steps = Bullets(tuple(step.of(language, **values) for step in _STEPS))
    return Section(_TITLE.of(language), cited(language, "Tw 11.7a(1)"), (first, block, steps, as_of))
