"""A first look at whether a data protection impact assessment is needed (pure). GDPR art. 35(1), 35(3), 35(4).

The nine criteria are those of the Article 29 Working Party's guidelines on impact assessments (WP 248 rev.01), where
two that apply usually ask for an assessment.
"""

from consent.documents.answers import answered
from consent.documents.document import Bullets, Checklist, Document, Paragraph, Section
from consent.documents.facts import Facts, Kind, Language, SiteFacts
from consent.documents.words import DRAFT, Words, cited, days, or_missing, purpose

_TITLE = Words("Vooronderzoek naar een effectbeoordeling (DPIA)", "Pre-scan for an impact assessment (DPIA)")
_LEDE = Words(
    "Negen vragen uit de Europese richtsnoeren. Raken twee of meer je verwerking, doe dan een volledige DPIA.",
    "Nine questions from the European guidelines. If two or more touch your processing, do a full DPIA.",
)
_CRITERIA: tuple[tuple[Words, Words], ...] = (
    (
        Words("1. Beoordelen of scoren van personen", "1. Evaluation or scoring of persons"),
        Words("Nee: de warmte gaat over een organisatie.", "No: the warmth is about an organisation."),
    ),
    (
        Words("2. Geautomatiseerde besluiten met gevolg", "2. Automated decisions with an effect"),
        Words("Nee: een mens besluit of er wordt gebeld.", "No: a person decides whether to call."),
    ),
    (
        Words("3. Stelselmatig volgen", "3. Systematic monitoring"),
        Words(
            "Deels: bezoeken aan de eigen website worden na toestemming gevolgd, {views} als pagina's en {visits} als "
            "bezoek.",
            "In part: visits to your own website are followed after consent, for {views} as pages and {visits} as "
            "visits.",
        ),
    ),
    (
        Words("4. Gevoelige gegevens", "4. Sensitive data"),
        Words(
            "Niet van zichzelf. {mark} als pagina's op de website iets gevoeligs verraden (zorg, geloof, geldzorgen).",
            "Not by itself. {mark} when pages of the website reveal something sensitive (health, belief, debts).",
        ),
    ),
    (
        Words("5. Op grote schaal", "5. On a large scale"),
        Words("Hangt af van je bezoekersaantallen: {mark}.", "Depends on your numbers of visitors: {mark}."),
    ),
    (
        Words("6. Samenvoegen van gegevens", "6. Combining data"),
        Words(
            "Een bezoek wordt naast openbare registers van netwerken gelegd, om de organisatie te vinden; niet naast "
            "andere klanten.",
            "A visit is set beside public registers of networks, to find the organisation; not beside other customers.",
        ),
    ),
    (
        Words("7. Kwetsbare personen", "7. Vulnerable persons"),
        Words("Alleen als je website zich op hen richt: {mark}.", "Only when your website addresses them: {mark}."),
    ),
    (
        Words("8. Nieuwe technologie", "8. New technology"),
        Words("Nee.", "No."),
    ),
    (
        Words("9. Iemand een recht of dienst onthouden", "9. Keeping somebody from a right or service"),
        Words("Nee: zonder toestemming werkt de website gewoon.", "No: without consent the website works as usual."),
    ),
)
_CRITERIA_TITLE = Words("De negen vragen", "The nine questions")
_RISKS_TITLE = Words("Wat het risico verkleint", "What makes the risk smaller")
_RISKS = (
    Words(
        "Toestemming wordt bewezen voordat iets wordt bewaard (poortregels versie {gate}); bewijs {receipts}.",
        "Consent is proven before anything is kept (gate rules version {gate}); proof for {receipts}.",
    ),
    Words(
        "Adressen worden niet bewaard en kleine netwerken evenmin.",
        "Addresses are not kept, and neither are small networks.",
    ),
    Words(
        "Een bezoeker ziet, wist en trekt in zonder account; een organisatie kan zich afmelden.",
        "A visitor sees, erases and withdraws without an account; an organisation can object.",
    ),
)
_SITES_TITLE = Words(
    "Keuzes per website die je moet kunnen uitleggen", "Choices for each website that you must be able to explain"
)
_SITE = Words("{host}: toestemming voor {category}{reason}", "{host}: consent to {category}{reason}")
_REASON = Words(". Reden om niet om marketing te vragen: {reason}", ". Reason not to ask for marketing: {reason}")
_NO_SITE = Words("Er is nog geen actieve website.", "There is no active website yet.")
_END_TITLE = Words("Uitkomst", "Outcome")
_AUTHORITY = Words(
    "De Autoriteit Persoonsgegevens heeft een lijst van verwerkingen waarvoor een DPIA altijd moet (art. 35 lid 4). Of "
    "deze verwerking daarop staat, is hier niet vastgesteld: {mark}.",
    "The Autoriteit Persoonsgegevens keeps a list of processing that always needs a DPIA (art. 35(4)). Whether this "
    "processing is on it was not established here: {mark}.",
)
_END = Words(
    "Oordeel van {controller}, met datum en naam: {mark}. Vraag je functionaris voor gegevensbescherming om advies "
    "(art. 35 lid 2){officer}.",
    "Judgement of {controller}, with date and name: {mark}. Ask your data protection officer for advice (art. "
    "35(2)){officer}.",
)


def impact_scan(facts: Facts, language: Language) -> Document:
    """The nine questions with what is known, what lowers the risk, and room for the outcome."""
    values = {
        "views": days(facts.page_views_days, language),
        "visits": days(facts.visits_days, language),
        "receipts": days(facts.receipts_days, language),
        "gate": facts.gate_version,
        "mark": or_missing("", language),
    }
    answers = tuple(
        answered(asked, "AVG 35(3)", answer.of(language, **values), language) for asked, answer in _CRITERIA
    )
    risks = tuple(words.of(language, **values) for words in _RISKS)
    return Document(
        kind=Kind.IMPACT_SCAN,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(language),
        draft=DRAFT.of(language),
        sections=(
            Section(_CRITERIA_TITLE.of(language), cited(language, "AVG 35(1)", "AVG 35(3)"), (Checklist(answers),)),
            Section(_RISKS_TITLE.of(language), cited(language, "AVG 35(7)(d)"), (Bullets(risks),)),
            Section(_SITES_TITLE.of(language), cited(language, "AVG 35(7)(b)"), (_sites(facts, language),)),
            Section(
                _END_TITLE.of(language),
                cited(language, "AVG 35(2)", "AVG 35(4)"),
                (Paragraph(_AUTHORITY.of(language, **values)), Paragraph(_outcome(facts, language))),
            ),
        ),
    )


def _sites(facts: Facts, language: Language) -> Bullets | Paragraph:
    if not facts.sites:
        return Paragraph(_NO_SITE.of(language))
    return Bullets(tuple(_site(site, language) for site in facts.sites))


def _site(site: SiteFacts, language: Language) -> str:
    reason = _REASON.of(language, reason=site.purpose_reason) if site.purpose_reason else ""
    return _SITE.of(language, host=site.host, category=purpose(site, language), reason=reason)


def _outcome(facts: Facts, language: Language) -> str:
    return _END.of(
        language,
        controller=or_missing(facts.controller_name, language),
        mark=or_missing("", language),
        officer=f": {facts.controller_officer}" if facts.controller_officer else "",
    )
