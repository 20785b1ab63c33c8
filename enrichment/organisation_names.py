"""A raw registry name becomes a name people know, with its legal form apart; pure."""

import re
import unicodedata
from dataclasses import dataclass

from enrichment.legal_forms import LEADING, LegalForm, Standing, folded, forms
from enrichment.word_lists import words


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """`display` is for people, `normalised` for comparing; the country only where the form belongs to one."""

    raw: str
    display: str
    legal_form: str | None
    normalised: str
    country_hint: str | None = None
    standing: Standing | None = None
    trader: str | None = None  # who trades under this name ("X trading as ..."), as written
    whole: str = ""  # the name with its legal form, as written

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the normalised name."""
        return tuple(self.normalised.split())


MAX_FORM_WORDS = 8
# "Telia Company AB", "Dow Jones & Company, Inc.", "The Coca-Cola Company": there it belongs to the name.
PART_OF_NAME = frozenset({"Company", "& Company", "& Co.", "& Co", "Association", "Foundation"})
TRADING_AS = re.compile(
    r"[\s,]+(?:is\s+)?(?:trading\s+as|t/a|d/b/a|d\.b\.a\.?|dba|doing\s+business\s+as"
    r"|handelend\s+onder(?:\s+de\s+naam)?|h\.?o\.?d\.?n\.?)\s+",
    re.IGNORECASE,
)
# "BABULIT-AS-AP - BABUL IT", "AS274572 - ACTIVENET": one word, a dash, the name.
DASHED_HANDLE = re.compile(r"^-?[A-Za-z0-9_.-]+\s+-\s+(?=\S)")
HANDLE_SIGNS = re.compile(
    r"(?:^AS\d+$)|_|(?:-(?:as\d*|asn|net|ltd|bv|ag|gmbh|ab|sa|nv|llc|ap|eu|be|nl|de|uk|mnt)$)", re.IGNORECASE
)
# "uk-scripps Discovery Services", "nl-coosto-1-as Coosto"; "ebm-papst Mulfingen" and "it-novum" are no handles.
LAND_HANDLE = re.compile(r"(?:ch|dk|eu|fi|fr|gb|ie|lu|nl|pl|se|uk|us)-[a-z][a-z0-9]{3,}(?:-[a-z0-9]+)*")
# Places and people whose first two words are the same, so that the first is no handle.
TRUE_DOUBLES = frozenset({"walla", "duran", "bora", "baden", "pago", "new"})
SMALL_WORDS = words(
    "and of the de la le les du des di del della da do dos van der den het een en et und y e in for for i"
    " a au aux te ten ter voor op zur zum fur fuer fuer im am och og ja w z na by"
)
KEPT_UPPER = words(
    "IT ICT KLM IKEA ASML NASA BMW KBC ING ABN AMRO DAF NS RTL SAP IBM CGI AXA BNP SNCF EDF RATP HSBC RBS"
    " UBS ZF VW MAN EVN OMV ÖBB OBB SBB BKW CSS TUI DHL UPS GLS DPD EON RWE ENBW BASF KPMG PWC EY NXP AGC"
    " DSM SKF ABB SAAB SEB DNB ATP TDC NATO UN EU UK USA US NL BE DE FR NHS BBC ITV BP GSK BT RAI ANWB VGZ"
    " CZ DSW PGGM APG"
)
MID_FORM = re.compile(
    r"\s(?:GmbH|B\.V\.|N\.V\.|G\.m\.b\.H\.|S\.p\.A\.|Sp\. z o\.o\.|mbH|Ltd\.|Inc\.|S\.A\.S\.|s\.c\.(?=,))"
    r"(?:\s*(?:&|und|\+)\s*Co\.?(?:\s*KG)?)?(?=[\s,])",
    re.IGNORECASE,
)
ANY_CASE = words(
    "bv nv ag sa ab llc plc oy oyj sas srl spa sarl gmbh ltd inc corp kft lda ltda bvba sprl vzw asbl aps asa"
)
ABBREVIATION_DOT = re.compile(r"(?<=\b\w)\.(?=\w\b|$|\s)")  # "S.A.", "E. Breuninger"; not "booking.com"
ASCII_SIGNS = re.compile("[^0-9a-z]+")
QUOTES = re.compile("[\"“”„«»`]|''")


def parse_name(raw: str, *, has_handle: bool = True) -> OrganisationName:
    """The organisation in a registry name; never raises, and `display` is never empty unless `raw` is.

    Names of autonomous systems may carry their handle in front; elsewhere `has_handle` is False.
    """
    text = _tidy(raw)
    trader, text = _trader_and_name(_without_handle(text) if has_handle else text)
    name, form = _split_form(text)
    display = _readable(_joined(name)) or text
    return OrganisationName(
        raw=raw,
        display=display,
        legal_form=form.written if form else None,
        normalised=normalised(display),
        country_hint=form.country if form else None,
        standing=form.standing if form else None,
        trader=trader,
        whole=text,
    )


def normalised(name: str) -> str:
    """Lower case, without accents and punctuation, single blanks: equal for two spellings of one name."""
    plain = ABBREVIATION_DOT.sub("", unicodedata.normalize("NFKD", name.casefold()))
    if plain.isascii():  # nearly always; the same, quicker
        return " ".join(ASCII_SIGNS.sub(" ", plain.replace("'", "")).split())
    kept = (sign if sign.isalnum() else ("" if sign in "'’" or unicodedata.combining(sign) else " ") for sign in plain)
    return " ".join("".join(kept).split())


def legal_form_of(text: str) -> LegalForm | None:
    """The legal form a name is written with, None where it has none."""
    return _split_form(_tidy(text))[1]


def form_at_end_of(text: str) -> LegalForm | None:
    """The legal form a text ends with, None where it ends with a word of the name."""
    return _without_trailing(_tidy(text))[1]


def _tidy(raw: str) -> str:
    return " ".join(QUOTES.sub(" ", raw).split()).strip(" ,;-/")


def _trader_and_name(text: str) -> tuple[str | None, str]:
    """("X", "Y") of "X trading as Y", (None, text) of every other name."""
    parts = TRADING_AS.split(text)
    if len(parts) < 2 or not parts[0].strip() or not parts[-1].strip():
        return None, text
    return parts[0].strip(), parts[-1].strip(" ,")


def _without_handle(text: str) -> str:
    """Without the registry's handle that some names carry in front ("Takeaway Takeaway.com Group")."""
    halves = text.split(" - ")
    if len(halves) == 2 and normalised(halves[0]) == normalised(halves[1]):
        return halves[1]
    undashed = DASHED_HANDLE.sub("", text)
    if undashed != text and folded(undashed) not in forms():
        return undashed
    first, _, rest = text.partition(" ")
    return rest if rest and _is_handle(first, rest) else text


def _is_handle(first: str, rest: str) -> bool:
    stem, after = _squeezed(first), _squeezed(rest)
    if len(stem) < 3 or folded(first) in forms() or stem in TRUE_DOUBLES or rest.startswith(("&", "+", "and ")):
        return False
    if LAND_HANDLE.fullmatch(first) and rest[0].isupper() and folded(rest) not in forms():
        return True
    if HANDLE_SIGNS.search(first) and len(rest) > 3 and rest[0].isalnum() and folded(rest) not in forms():
        return True
    next_word = _squeezed(rest.partition(" ")[0])
    before_dash, dash, _ = first.partition("-")
    if dash and len(before_dash) > 3 and next_word.startswith(_squeezed(before_dash)):
        return True
    if dash and len(before_dash) > 5 and after.startswith(_squeezed(before_dash)):
        return True  # "sunfieldmills-closed Sunfield Mills"
    return next_word.startswith(stem) or (len(stem) > 5 and after.startswith(stem))


def _squeezed(text: str) -> str:
    return normalised(text).replace(" ", "")


def _split_form(text: str) -> tuple[str, LegalForm | None]:
    name, trailing = _without_trailing(text)
    name, leading = _without_leading(name, alone=trailing is None)
    form = trailing or leading
    middle = MID_FORM.search(f"{name} ") if form is None or form.standing is not Standing.SOLE else None
    if middle and middle.start() > 0:
        form = form or forms().get(folded(middle.group()))
        name = f"{name[: middle.start()]} {name[middle.end() :]}"
    return name, form


def _without_trailing(text: str) -> tuple[str, LegalForm | None]:
    """Takes the longest legal form from the end, and again from what is left ("X Co., Ltd.")."""
    found: LegalForm | None = None
    words = text.split()
    while True:
        form, length = _form_at_end(words)
        if form is None or (form.written in PART_OF_NAME and (found or words[0].casefold() == "the")):
            return " ".join(words).strip(" ,;-&+") or text, found
        found = found if found and _weight(found) >= _weight(form) else form
        words = words[:-length]


def _form_at_end(words: list[str]) -> tuple[LegalForm | None, int]:
    for length in range(min(MAX_FORM_WORDS, len(words) - 1), 0, -1):
        form = forms().get(folded("".join(words[-length:])).strip("()"))
        form = form or forms().get(folded("".join(words[-length:])))
        if form and not _is_plain_word(words[-length:], form):
            return form, length
    return None, 0


def _is_plain_word(words: list[str], form: LegalForm) -> bool:
    """Abbreviations that are also words ("as", "me", "Vos") count only in capitals or with dots."""
    written = "".join(words)
    if "." in written or written.isupper() or written.casefold() in ANY_CASE or form.written[:2].istitle():
        return False
    return len(written) <= 4 and written.isalpha()


def _without_leading(text: str, alone: bool) -> tuple[str, LegalForm | None]:
    words = text.split()
    for length in (4, 3, 2, 1):
        if len(words) <= length:
            continue
        spelling = folded("".join(words[:length]))
        short = len(spelling) <= 2 and spelling not in {"nv", "bv", "sc", "oy"}
        if spelling in LEADING and (alone or not short) and (words[0][0].isupper() or "." in words[0] or not short):
            return " ".join(words[length:]), forms().get(spelling)
    return text, None


def _weight(form: LegalForm) -> int:
    """Which of two forms in one name speaks: a person's form over all, then the more telling one."""
    order = [
        Standing.LIGHT,
        Standing.CHARITY,
        Standing.COMPANY,
        Standing.CORPORATE,
        Standing.PARTNERSHIP,
        Standing.SOLE,
    ]
    return order.index(form.standing)


def _joined(name: str) -> str:
    joined = " ".join(name.split()).strip(" ,;-/")
    return f"{joined})" if joined.count("(") > joined.count(")") else joined  # the form stood before it


def _readable(name: str) -> str:
    """Names shouted in capitals get a capital per word; abbreviations and mixed spellings stay."""
    letters = [sign for sign in name if sign.isalpha()]
    if any(sign.islower() for sign in letters) or len(letters) <= 4:
        return name
    words = name.split(" ")
    return " ".join(_readable_word(word, first=index == 0) for index, word in enumerate(words))


def _readable_word(word: str, first: bool) -> str:
    bare = "".join(sign for sign in word if sign.isalnum())
    if not first and bare.casefold() in SMALL_WORDS:
        return word.casefold()
    if bare in KEPT_UPPER or "&" in word or any(sign.isdigit() for sign in bare) or "." in word[:-1]:
        return word
    if len(bare) <= 3 and (first or not set(bare) & set("AEIOUY")):
        return word
    return "-".join(part[:1] + part[1:].casefold() for part in word.split("-"))
