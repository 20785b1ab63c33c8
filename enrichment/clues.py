"""A network finding with its name taken apart: what the rules of the verdict look at; pure."""

import re
from dataclasses import dataclass

from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.known_holders import firm_of, provider_of
from enrichment.known_names import kind_of
from enrichment.legal_forms import Standing
from enrichment.name_senses import senses_of
from enrichment.network_finding import NetworkFinding
from enrichment.organisation_names import OrganisationName, normalised, parse_name
from enrichment.word_lists import words

LARGE_SPACE = 262_144  # a /14: only providers and a few household names announce as much
WIDE_SPREAD = 8  # /8 blocks; space bought and leased piece by piece is scattered, a firm's own is not
FIRM_SPACE = 2_048  # addresses; a firm's own network is small, or one old /16 in a single piece
OLD_BLOCK = range(60_000, 67_001)  # a /16 of the early days, less what was sold, with what was added
# Numbers given out since about 2016, by region: since then networks are also routed as a hobby and by shells.
YOUNG_NUMBERS = (range(136_000, 196_608), range(203_000, 262_144), range(398_000, 500_000))
AMERICAN_NUMBERS = range(393_216, 500_000)
AMERICAN_FORMS = frozenset({"Inc.", "Incorporated", "Corp.", "Corporation", "LLP", "L.L.P."})
# 32-bit numbers of Latin America and Africa: nearly all of them are small access providers.
PROVIDER_NUMBERS_REGION = (range(262_144, 280_000), range(327_680, 332_000))
# Countries where most small networks are neighbourhood access providers, so that a plain name proves nothing.
PROVIDER_LANDS = words(
    "AF AL AM AO AR AZ BA BD BF BG BI BJ BO BR BW BY CD CG CI CL CM CN CO CR CU DO DZ EC EG ET GE GH GN"
    " GT HK HN ID IN IQ IR JM JO KE KG KH KZ LA LB LK LR LY MA MD ME MG MK ML MM MN MU MV MW MX MY MZ NA"
    " NE NG NI NP OM PA PE PH PK PL PS PY RO RS RU RW SC SD SN SO SV SY TD TG TH TJ TM TN TR TZ UA UG UY"
    " UZ VE VN YE ZA ZM ZW"
)
UNSHOUTED_LANDS = frozenset({"US", "CA", "AU", "NZ"})  # where firms too are written InOneWord

LEGAL_PERSONS = frozenset({Standing.CORPORATE, Standing.COMPANY, Standing.LIGHT, Standing.CHARITY})
DIGIT_INSIDE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
DOMAIN = re.compile(r"\w\.[a-z]{2,4}$", re.IGNORECASE)
INNER_CAPITAL = re.compile(r"(?<!Mc)(?<!Mac)(?<!De)(?<!Le)(?<!La)(?<!Van)[a-z][A-Z]")


@dataclass(frozen=True, slots=True)
class Clues:
    """A finding, with its name taken apart once for all rules."""

    finding: NetworkFinding
    name: OrganisationName
    senses: dict[Sense, str]
    firm: str | None
    provider: tuple[Kind, str] | None
    known: Kind | None  # what is known of whoever is called just so

    @property
    def is_known_firm(self) -> bool:
        """True for the name of a firm that is public knowledge; without a legal form it may be a person's as well."""
        return bool(self.firm) or (self.known is Kind.BUSINESS and self.legal_person)

    @property
    def large(self) -> bool:
        """True where the holder announces as much as only providers do."""
        return (self.finding.holder_size or 0) >= LARGE_SPACE

    @property
    def scattered(self) -> bool:
        """True where the holder's addresses were collected piece by piece."""
        return (self.finding.holder_spread or 0) >= WIDE_SPREAD

    @property
    def young_and_light(self) -> bool:
        """True for a recent AS number under a form that anyone can found in a day, or far from its home."""
        asn, name = self.finding.asn or 0, self.name
        abroad = name.legal_form in AMERICAN_FORMS and asn not in AMERICAN_NUMBERS
        return (name.standing is Standing.LIGHT or abroad) and any(asn in numbers for numbers in YOUNG_NUMBERS)

    @property
    def firm_like_space(self) -> bool:
        """True for a small or an old undivided network, and where the size is not known."""
        size, spread = self.finding.holder_size, self.finding.holder_spread
        if size is None:
            return True
        return (spread or 1) <= 2 and (size <= FIRM_SPACE or size in OLD_BLOCK)

    @property
    def more_than_a_firm_needs(self) -> bool:
        """True for a network that is neither small nor an old one; False where its size is not known."""
        size = self.finding.holder_size or 0
        return size > FIRM_SPACE and size not in OLD_BLOCK

    @property
    def provider_land(self) -> bool:
        """True in regions where nearly every small network is an access provider's."""
        asn = self.finding.asn or 0
        return self.finding.country in PROVIDER_LANDS or any(asn in region for region in PROVIDER_NUMBERS_REGION)

    @property
    def joint_stock_firm(self) -> bool:
        """True for a Polish joint-stock company with a firm's network; the access providers there are limited ones."""
        is_joint_stock = self.finding.country == "PL" and self.name.standing is Standing.CORPORATE
        return is_joint_stock and self.firm_like_space and self.finding.holder_size is not None

    @property
    def technical_spelling(self) -> bool:
        """True for names such as NetBox, init7, feral.io: providers are written so, and others too."""
        words = self.name.display.split()
        odd = any(DIGIT_INSIDE.search(word) or DOMAIN.search(word) for word in words)
        inner_capital = any(INNER_CAPITAL.search(word) for word in words[:1])
        return odd or (inner_capital and self.finding.country not in UNSHOUTED_LANDS)

    @property
    def company(self) -> bool:
        """True for a legal person that is neither foundation nor association."""
        return self.legal_person and self.name.standing is not Standing.CHARITY

    @property
    def is_the_company(self) -> bool:
        """True for "The Sunfield Company", where the form is part of the name."""
        words = self.name.words
        return len(words) > 2 and words[0] == "the" and words[-1] in {"company", "corporation"}

    @property
    def legal_person(self) -> bool:
        """True where the legal form is not that of one or more natural persons."""
        return self.name.standing in LEGAL_PERSONS


def clues_of(finding: NetworkFinding, *, has_handle: bool = True) -> Clues:
    """The finding with its name taken apart; `has_handle` as in `parse_name`."""
    name = parse_name(finding.holder or "", has_handle=has_handle)
    written = tuple(normalised(finding.holder or "").split())  # with the handle in front, which tells as much
    return Clues(
        finding, name, senses_of(written), firm_of(name.words), provider_of(name.words), kind_of(name, finding.country)
    )
