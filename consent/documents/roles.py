"""Who is controller and who is processor for what, with the parties' own names (pure). GDPR art. 4(7), 4(8), 26, 28."""

from consent.documents.document import Bullets, Document, Paragraph, Section, Table
from consent.documents.facts import Facts, Kind, Language
from consent.documents.words import DRAFT, Words, cited, or_missing

_TITLE = Words("Wie is waarvoor verantwoordelijk", "Who is responsible for what")
_LEDE = Words(
    "{controller} beslist dat bezoekende organisaties worden herkend en waarvoor; {provider} voert dat uit.",
    "{controller} decides that visiting organisations are recognised and what for; {provider} carries it out.",
)
_TABLE_TITLE = Words("De rollen", "The roles")
_CAPTION = Words("Verwerkingen en rollen", "Processing and roles")
_HEAD = (Words("Wat", "What"), Words("Verantwoordelijke", "Controller"), Words("Verwerker", "Processor"))
_ROWS: tuple[tuple[Words, str, str], ...] = (
    (
        Words("Bezoeken vastleggen en organisaties herkennen", "Recording visits and recognising organisations"),
        "controller",
        "provider",
    ),
    (Words("Contacten opvolgen, notities, bellen", "Following up contacts, notes, calls"), "controller", "provider"),
    (
        Words("Uitvoer naar een CRM of een andere toepassing", "Export to a CRM or another application"),
        "controller",
        "nobody",
    ),
    (
        Words("Accounts van medewerkers van {controller}", "Accounts of members of {controller}"),
        "controller",
        "provider",
    ),
    (
        Words(
            "Lijst van netwerken en organisaties uit openbare bronnen",
            "List of networks and organisations from public sources",
        ),
        "provider",
        "nobody",
    ),
    (
        Words("Afmeldingen van organisaties voor alle klanten", "Objections of organisations for all customers"),
        "provider",
        "nobody",
    ),
)
_NOBODY = Words("geen", "none")
_WHY_TITLE = Words("Waarom zo", "Why so")
_WHY = (
    Words(
        "Wie doel en middelen bepaalt, is verantwoordelijke. {controller} kiest de websites, de categorie toestemming "
        "en de bewaartermijnen.",
        "Whoever decides on purpose and means is the controller. {controller} chooses the websites, the category of "
        "consent and the retention.",
    ),
    Words(
        "{provider} handelt op instructie: de instellingen met hun versie. Daarvoor is een verwerkersovereenkomst "
        "nodig.",
        "{provider} acts on instructions: the settings with their version. That needs a processing agreement.",
    ),
    Words(
        "Wij zien geen gezamenlijke verantwoordelijkheid zolang {provider} bezoeken niet voor eigen doelen gebruikt en "
        "gegevens van klanten niet samenvoegt. De software doet dat niet. Laat je adviseur dit oordeel toetsen.",
        "We see no joint controllership as long as {provider} does not use visits for purposes of its own and does "
        "not combine data of customers. The software does not. Have your adviser test this judgement.",
    ),
    Words(
        "Feiten over netwerken en organisaties komen uit openbare bronnen. Voor die lijst is {provider} zelf "
        "verantwoordelijk; correcties van {controller} blijven bij {controller}.",
        "Facts about networks and organisations come from public sources. For that list {provider} is the controller "
        "itself; corrections by {controller} stay with {controller}.",
    ),
)
_LAWS_TITLE = Words("Twee wetten tegelijk", "Two laws at once")
_LAWS = Words(
    "Voor het plaatsen en lezen op het apparaat geldt de Telecommunicatiewet, ook als er geen persoonsgegevens zijn "
    "en ook voor zakelijke bezoekers. Voor wat daarna met de gegevens gebeurt geldt de AVG. Een IP-adres is een "
    "persoonsgegeven voor wie redelijkerwijs kan achterhalen van wie het is (HvJ EU Breyer, C-582/14).",
    "Storing and reading on the device is under the Dutch Telecommunications Act, even where there is no personal "
    "data and for business visitors too. What happens with the data afterwards is under the GDPR. An IP address is "
    "personal data for whoever can reasonably find out whose it is (CJEU Breyer, C-582/14).",
)


def roles(facts: Facts, language: Language) -> Document:
    """The roles, why they are so, and which laws apply."""
    names = {
        "controller": or_missing(facts.controller_name, language),
        "provider": or_missing(facts.provider_name, language),
        "nobody": _NOBODY.of(language),
    }
    rows = tuple(
        (what.of(language, **names), names[controller], names[processor]) for what, controller, processor in _ROWS
    )
    table = Table(_CAPTION.of(language), tuple(head.of(language) for head in _HEAD), rows)
    return Document(
        kind=Kind.ROLES,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(language, **names),
        draft=DRAFT.of(language),
        sections=(
            Section(_TABLE_TITLE.of(language), cited(language, "AVG 4(7)", "AVG 4(8)"), (table,)),
            Section(
                _WHY_TITLE.of(language),
                cited(language, "AVG 26", "AVG 28"),
                (Bullets(tuple(words.of(language, **names) for words in _WHY)),),
            ),
            Section(
                _LAWS_TITLE.of(language), cited(language, "Tw 11.7a(1)", "AVG 4(1)"), (Paragraph(_LAWS.of(language)),)
            ),
        ),
    )
