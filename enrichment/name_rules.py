"""Rules for names in which no provider speaks: of a trade, of a person, or plain (pure)."""

from enrichment.answer import Answer
from enrichment.clues import Clues
from enrichment.evidence import EvidenceCode
from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.legal_forms import Standing
from enrichment.personal_names import GIVEN_NAMES, has_given_name, looks_personal
from enrichment.rule_words import (
    BUSINESS_NOUNS,
    CABLE_TELEVISION,
    EVERYDAY_CORPORATION_LANDS,
    FIRM_FORMS,
    FIRM_LANDS,
    FIRM_SPREAD,
    NUMBERED,
    PARTNERS_FORMS,
    SURNAMES,
    TELLING_LETTERS,
    UNMISTAKABLE,
)


def trade_word(clues: Clues) -> Answer | None:
    """A word of a trade that is not the internet's own."""
    word = clues.senses.get(Sense.TRADE)
    if not word:
        return None
    telling = word in UNMISTAKABLE or len(word) >= TELLING_LETTERS
    if not clues.legal_person and not telling and looks_personal(clues.name.display):
        return None
    if not clues.legal_person and word not in UNMISTAKABLE and _names_its_owner(clues):
        return None
    if word in SURNAMES and not clues.legal_person and len(clues.name.words) == 2 and has_given_name(clues.name.raw):
        return None
    technical = Sense.TECH in clues.senses or clues.technical_spelling
    if technical and clues.name.standing is Standing.LIGHT:
        return None
    if Sense.TECH in clues.senses and clues.technical_spelling:
        return None  # "BinaryGrid Industries"
    certainty = 0.75 if technical else 0.9 if clues.legal_person else 0.75
    return Answer(Kind.BUSINESS, certainty, ((EvidenceCode.TRADE_WORD, word), *_form_reason(clues)))


def _names_its_owner(clues: Clues) -> bool:
    """ "Backwaren Willem Zonneveld": a trade and a whole name, which outside America is how sole traders are called."""
    parts = clues.name.display.replace("-", " ")
    if clues.provider_land:
        return any(word in GIVEN_NAMES for word in clues.name.words)
    return clues.finding.country not in FIRM_LANDS and has_given_name(parts)


def weak_trade_word(clues: Clues) -> Answer | None:
    """Words that shells and providers use as well: only with a firm's form and a firm's network."""
    word = clues.senses.get(Sense.WEAK_TRADE)
    if not word or not clues.firm_like_space or clues.young_and_light:
        return None
    if not clues.company and not (clues.finding.country in FIRM_LANDS and word in BUSINESS_NOUNS):
        return None
    if Sense.TECH in clues.senses or clues.provider_land or clues.technical_spelling:
        return None
    return Answer(Kind.BUSINESS, 0.75, ((EvidenceCode.TRADE_WORD, word), *_form_reason(clues)))


def tech_word(clues: Clues) -> Answer | None:
    """May be a provider or a client of one: decides nothing."""
    word = clues.senses.get(Sense.TECH)
    return Answer(Kind.UNKNOWN, 0.6, ((EvidenceCode.TECH_WORD, word),)) if word else None


def personal_name(clues: Clues) -> Answer | None:
    """A given name, or a first name that looks like the handle of the second."""
    if not clues.legal_person and (has_given_name(clues.name.display) or _is_handled_person(clues.name.raw)):
        return Answer(Kind.INDIVIDUAL, 0.85, ((EvidenceCode.PERSON, ""),))
    return None


def _is_handled_person(raw: str) -> bool:
    """ "Jan Jansen", whose first name was taken for a handle of the second."""
    return raw.partition(" ")[0].casefold() in GIVEN_NAMES and has_given_name(raw)


def like_a_person(clues: Clues) -> Answer | None:
    """Capitalised words and no legal form: perhaps a person, so nobody is named."""
    if not clues.legal_person and looks_personal(clues.name.display):
        return Answer(Kind.INDIVIDUAL, 0.5, ((EvidenceCode.NO_LEGAL_FORM, ""),))
    return None


def young_and_light(clues: Clues) -> Answer | None:
    """A form that anyone founds in a day, with a number given out lately."""
    if clues.young_and_light:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.YOUNG_LIGHT, clues.name.legal_form or ""),))
    return None


def technical_spelling(clues: Clues) -> Answer | None:
    """Spelt as providers spell themselves."""
    if clues.technical_spelling:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.TECH_WORD, clues.name.display),))
    return None


def provider_land(clues: Clues) -> Answer | None:
    """Where nearly every small network is an access provider's, a plain name proves nothing."""
    if clues.provider_land and not clues.joint_stock_firm:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.PLAIN_NAME, clues.name.display),))
    return None


def unlike_a_firm(clues: Clues) -> Answer | None:
    """Addresses from many places under a plain name."""
    if not clues.firm_like_space and (clues.finding.holder_spread or 0) > FIRM_SPREAD:
        return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.SCATTERED, str(clues.finding.holder_spread)),))
    return None


def plain_corporation(clues: Clues) -> Answer | None:
    """Nothing but a name, in a form that larger firms choose."""
    if NUMBERED.match(clues.name.display):
        return None
    everyday = clues.finding.country in EVERYDAY_CORPORATION_LANDS and clues.name.legal_form != "ASA"
    if CABLE_TELEVISION.intersection(clues.name.words):
        return None
    shell = clues.name.legal_form in PARTNERS_FORMS and clues.finding.country not in FIRM_LANDS
    if len(clues.name.words) < 2 and (shell or not clues.firm_like_space):
        return None  # a single coined word and more addresses than a firm needs: as often a host as a firm
    if (clues.name.standing is Standing.CORPORATE and not everyday) or clues.is_the_company:
        return Answer(Kind.BUSINESS, 0.7 if clues.firm_like_space else 0.6, _form_reason(clues))
    return None


def plain_company(clues: Clues) -> Answer | None:
    """Elsewhere most plainly named small networks belong to providers; there a plain name stays unknown.

    So does a single coined word, and a holder without IPv4: hosts and hobbyists are so more often than firms.
    """
    local = clues.finding.country in FIRM_LANDS and clues.name.legal_form in FIRM_FORMS
    if NUMBERED.match(clues.name.display):
        return None
    if len(clues.name.words) < 2 or CABLE_TELEVISION.intersection(clues.name.words):
        return None
    if clues.finding.holder_size is None:
        return None
    if local and clues.name.standing in {Standing.COMPANY, Standing.LIGHT} and clues.firm_like_space:
        return Answer(Kind.BUSINESS, 0.6, _form_reason(clues))
    return None


def nothing_known(clues: Clues) -> Answer:
    """The last rule always has an answer: nobody."""
    return Answer(Kind.UNKNOWN, 0.5, ((EvidenceCode.NO_LEGAL_FORM, ""),))


def _form_reason(clues: Clues) -> tuple[tuple[EvidenceCode, str], ...]:
    if clues.legal_person and clues.name.legal_form:
        return ((EvidenceCode.LEGAL_FORM, clues.name.legal_form),)
    return ()
