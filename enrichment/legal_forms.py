"""The legal forms of organisations, as they are written in registry names; pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from cleanco import termdata

from enrichment.word_lists import words


class Standing(StrEnum):
    """What a legal form says about who is behind the name."""

    CORPORATE = "corporate"  # costly to set up, mostly larger firms
    COMPANY = "company"  # a legal person of any size
    LIGHT = "light"  # a legal person that can be set up in a day from anywhere
    CHARITY = "charity"  # foundation or association
    PARTNERSHIP = "partnership"  # natural persons together
    SOLE = "sole"  # one natural person


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A form as it is usually written, and the country where exactly one uses it."""

    written: str
    standing: Standing
    country: str | None = None


# form:country where exactly one country uses the form, without a country otherwise. Spellings that differ only
# by dots and spaces; those are folded away.
_WRITTEN: dict[Standing, str] = {
    Standing.CORPORATE: """
        N.V.|SE & Co. oHG|GmbH & Co. OHG|GmbH & Co. oHG|AG & Co. OHG|AG|Aktiengesellschaft|SE|PLC|P.L.C.|
        Public Limited Company|KGaA:DE|AG & Co. KGaA:DE|GmbH & Co. KGaA:DE|SE & Co. KGaA:DE|SE & Co. KG:DE|
        AG & Co. KG|S.A./N.V.:BE|N.V./S.A.:BE|Naamloze Vennootschap|Oyj:FI|ASA:NO|A/S|SA|S.A.|S.p.A.:IT|SpA|S.C.A.|
        SCpA|Corporation|Corp.|Incorporated|Inc.|GmbH & Co. KG|GmbH & Co.|GmbH & Co|GmbH und Co. KG|GmbH + Co. KG|
        GmbH&Co.KG|mbH & Co. KG|Gesellschaft mbH & Co. KG|B.V. & Co. KG|Ltd. & Co. KG|LLP|L.L.P.|Sociedad Anonima|
        S.A.U.|Nyrt.:HU|Zrt.:HU|Aktiebolag|Joint Stock Company|Public Joint Stock Company|Aktsionernoe obschestvo|
        Anonim Sirketi:TR|A.S.|Akciova spolecnost|Societe Anonyme|KK:JP|Kabushiki Kaisha:JP|Berhad:MY|Bhd:MY|
        Company|& Company|Aktieselskab|Publ|AB (publ):SE|a.d.|d.d.|Versicherungsverein auf Gegenseitigkeit:DE|
        VVaG:DE|VVaG a.G.:DE|a.G.:DE|Anstalt|P.C.|PC|N.A.:US
    """,
    Standing.COMPANY: """
        B.V.|BV|Besloten Vennootschap|BVBA:BE|SPRL:BE|S.P.R.L.:BE|CVBA:BE|SCRL:BE|SRL|S.R.L.|S.r.l.s.:IT|SRL-D:RO|
        GmbH|G.m.b.H.|Ges.m.b.H.:AT|Gesellschaft mbH|Gesellschaft m.b.H.|gGmbH:DE|mbH|
        Gesellschaft mit beschraenkter Haftung|Gesellschaft mit beschrankter Haftung|KG|Sarl|S.a r.l.|S.A.R.L.|SAS|
        Partnerselskab:DK|Advokatpartnerselskab:DK|
        S.A.S.|AB|AS|ApS:DK|P/S:DK|Oy:FI|Oy Ab:FI|Sp. z o.o.:PL|Sp. z.o.o.:PL|Spzoo:PL|Spolka z o.o.:PL|
        Spolka z ograniczona odpowiedzialnoscia:PL|Spolka z ograniczona odpowiedzalnoscia:PL|Sp. z o.o. sp. k.:PL|
        Sp. z o.o. s.k.a.:PL|Spolka Akcyjna:PL|Spolka komandytowa:PL|Sp. k.:PL|S.K.A.:PL|s.r.o.|spol. s r.o.|k.s.|
        v.o.s.|Kft.:HU|Bt.:HU|d.o.o.|d.n.o.|S.L.|S.L.U.|SLU|Sociedad Limitada|Sociedad Limitada Unipersonal|
        SL Unipersonal|Lda|Lda.|Limitada|Unipessoal Lda:PT|S.A. de C.V.|S. de R.L. de C.V.|S.A.P.I. de C.V.|
        S.A.B. de C.V.|SAB de CV|Ltda|Ltda.|Pty Ltd|Pty. Ltd.|(Pty) Ltd:ZA|Pty Limited|Proprietary Limited|
        Pvt. Ltd.|Pvt Ltd|Private Limited|(Private) Limited|(Pvt.) Ltd.|(P) Ltd|(P) Limited|Sdn. Bhd.:MY|Sdn Bhd:MY|
        Co., Ltd.|Co. Ltd.|Co Ltd|Company Limited|Ltd. Co.|ehf.:IS|hf.:IS|eG|e.G.|Cooperatie U.A.:NL|
        Cooperatief U.A.:NL|U.A.:NL|Ekonomisk forening:SE|Andelsforening|Amba:DK|A.m.b.a.:DK|SCOP:FR|SCE|KB:SE|L.P.|
        LP|Limited Partnership|PLLC:US|P.A.:US|Unlimited Company|ULC:CA|DAC:IE|CLG:IE|Company Limited by Guarantee|
        JSC|PJSC|OJSC|CJSC|PAO:RU|OAO:RU|ZAO:RU|AO|PrJSC:UA|EAD:BG|AD|K.K.:JP|Ltd. Sti.:TR|Limited Sirketi:TR|
        Limited Sti.:TR|Tic. Ltd. Sti.:TR|FZ-LLC:AE|FZE:AE|FZCO:AE|W.L.L.|WLL|S.A.L.|SAL|SAE:EG|K.S.C.|KSC|QSC|
        Q.S.C.|AS.|& Co. KG|& Co.KG|& Co.|& Co|EPE:GR|AE:GR|S.M.P.C.:GR|P.S.C.|PJS|SNC|S.N.C.|OHG|oHG|O.H.G.|SCP|
        SELARL:FR|GIE|G.I.E.|SEM|SAEML:FR|SCIC:FR|Intercommunale
    """,
    Standing.LIGHT: """
        Ltd|Ltd.|Limited|LTD.|LLC|L.L.C.|L.L.C|Limited Liability Company|LLC.|Co.|OU:EE|OÜ:EE|UAB:LT|SIA:LV|EOOD:BG|
        OOD:BG|Ltd.:BG|OOO:RU|TOV:UA|SASU:FR|S.A.S.U.:FR|EURL:FR|E.U.R.L.:FR|UG:DE|UG (haftungsbeschraenkt):DE|
        UG (haftungsbeschrankt):DE|UG (haftungsbeschraenkt) & Co. KG:DE|UG & Co. KG:DE|Pte Ltd:SG|Pte. Ltd.:SG|
        Pte. Limited:SG|Pte Limited:SG|PTE:SG|PT:ID|PT.:ID|MB:LT|IBC|DOOEL:MK|DOO|SHPK|Sh.p.k.|Sh.A.|TOO:KZ
    """,
    Standing.CHARITY: """
        Stichting|VZW:BE|vzw:BE|ASBL|A.S.B.L.|IVZW:BE|AISBL:BE|e.V.:DE|eV:DE|e. V.:DE|Verein|Vereniging|
        Cooperatieve Vereniging:NL|Stiftung|gUG:DE|Association|OFP:BE|Fondation|Foundation|Fundacja:PL|
        Stowarzyszenie:PL|Fundacion|z.s.|z.s.p.o.|o.p.s.|Forening|MTU|gemeinnuetzige GmbH
    """,
    Standing.PARTNERSHIP: """
        V.O.F.|VOF|Vennootschap onder firma|Maatschap:NL|GbR:DE|G.b.R.:DE|GdbR:DE|S.C.:PL|s.c.:PL|Spolka cywilna:PL|
        Sp. j.:PL|Sp.J.:PL|Spolka jawna:PL|HB:SE|Handelsbolag|I/S:DK|ANS:NO|Enkeltmandsvirksomhed:DK|Comm.V:BE|
        CommV:BE|Gewone commanditaire vennootschap:BE|C.V.:NL|Kollektivgesellschaft:CH|S.S.:IT|Societe simple|
        S.N.C. di|OG:AT
    """,
    Standing.SOLE: """
        e.K.|eK|e.Kfm.|e.Kfm|e.Kfr.|e.U.:AT|eU:AT|eenmanszaak:NL|Einzelunternehmen|Einzelunternehmer|Einzelfirma|PE|
        FOP:UA|IP:RU|Individual Entrepreneur|Private Entrepreneur|Private Enterprise|Private Person|Sole Trader|
        Sole Proprietor|Sole Proprietorship|Sole Owner|Enskild firma:SE|enskild naringsidkare:SE|ENK:NO|
        enkeltpersonforetak:NO|Ditta Individuale:IT|FHU:PL|PHU:PL|F.H.U.:PL|P.H.U.:PL|PPHU:PL|P.P.H.U.:PL|FUH:PL|
        Firma Handlowo Uslugowa:PL|EI:FR|EIRL:FR|Auto-entrepreneur:FR|Entreprise individuelle|Eireli:BR|
        Eireli ME:BR|ME:BR|M.E.:BR|MEI:BR|EPP:BR|Ltda ME:BR|Ltda - ME:BR|s.p.:SI|obrt:HR|PFA:RO|P.F.A.:RO|I.I.:RO|
        ET:BG|FIE:EE|T:mi:FI|Tmi:FI|toiminimi:FI|egyeni vallalkozo:HU|e.v.:HU|natural person|private individual|
        Physical Person|SPD:UA|SPD FO:UA|CHP:UA|individual
    """,
}

# Forms that stand before the name; a form not listed here is only looked for behind it.
LEADING = words(
    "nv bv sa sas sarl eurl sasu stichting vereniging coop cooperatie pt uab sia ooo oao zao pao ao jsc"
    " pjsc ojsc cjsc llc ltd tov fop ip pe spd chp chp verein stiftung association maatschap ab as oy oyj"
    " ou ad eood et phu fhu pphu fuh pfa fundacja stowarzyszenie mb asbl vzw fondation jointstockcompany"
    " limitedliabilitycompany too publicjointstockcompany individualentrepreneur privateentrepreneur privateenterprise"
    " firmahandlowouslugowa zrt kft spd sc vof gbr"
)


_ASCII_SIGNS = re.compile("[^0-9a-z&/()+:]+")


def folded(written: str) -> str:
    """The form without case, dots, commas, blanks and quotes: "S.A. de C.V." is "sadecv"."""
    lower = written.casefold()
    if lower.isascii():  # nearly always; the same, quicker
        return _ASCII_SIGNS.sub("", lower).replace("+", "&")
    return "".join(sign for sign in lower if sign.isalnum() or sign in "&/()+:").replace("+", "&")


@cache
def forms() -> dict[str, LegalForm]:
    """Every known form by its folded spelling; ours win over cleanco's, which add the rest of the world."""
    table: dict[str, LegalForm] = {}
    for standing, text in _WRITTEN.items():
        for entry in text.replace("\n", "").split("|"):
            written, _, country = (
                entry.strip().rpartition(":") if entry.strip()[-3:-2] == ":" else (entry.strip(), "", "")
            )
            if written:
                table.setdefault(folded(written), LegalForm(written, standing, country or None))
    for terms in termdata.terms_by_country.values():
        for term in terms:
            if len(folded(term)) > 3:
                table.setdefault(folded(term), LegalForm(term, Standing.COMPANY))
    return table
