"""The processing agreement between the tenant and the provider, with its annexes (pure). GDPR art. 28(3)."""

from consent.documents.agreement_annexes import annexes
from consent.documents.document import Document, Paragraph, Section
from consent.documents.facts import Facts, Kind, Language
from consent.documents.words import DRAFT, Words, cited, days, or_missing

_TITLE = Words("Verwerkersovereenkomst", "Processing agreement")
_LEDE = Words(
    "Tussen {controller} (verwerkingsverantwoordelijke) en {provider} (verwerker), over ConnectLeads.",
    "Between {controller} (controller) and {provider} (processor), about ConnectLeads.",
)

# Each clause: its title, the articles it answers, and its sentences.
_CLAUSES: tuple[tuple[Words, tuple[str, ...], Words], ...] = (
    (
        Words("1. Partijen", "1. Parties"),
        ("AVG 28(3)",),
        Words(
            "Verwerkingsverantwoordelijke: {controller}, {controller_address}, {controller_contact}. Verwerker: "
            "{provider}, {provider_address}, {provider_contact}.",
            "Controller: {controller}, {controller_address}, {controller_contact}. Processor: {provider}, "
            "{provider_address}, {provider_contact}.",
        ),
    ),
    (
        Words("2. Onderwerp, duur, aard en doel", "2. Subject, duration, nature and purpose"),
        ("AVG 28(3)",),
        Words(
            "De verwerker legt vast welke organisaties de websites in bijlage 1 bezoeken, alleen na bewezen "
            "toestemming van de bezoeker, zodat de verantwoordelijke ze zakelijk kan benaderen. De overeenkomst duurt "
            "zolang de verantwoordelijke ConnectLeads gebruikt, en tot alle gegevens zijn gewist of teruggegeven.",
            "The processor records which organisations visit the websites in annex 1, only after the visitor's proven "
            "consent, so that the controller can approach them as a business. The agreement lasts as long as the "
            "controller uses ConnectLeads, and until all data has been erased or returned.",
        ),
    ),
    (
        Words("3. Rechten en plichten van de verantwoordelijke", "3. Rights and duties of the controller"),
        ("AVG 28(3)", "AVG 24"),
        Words(
            "De verantwoordelijke bepaalt doel en middelen, vraagt de toestemming op haar websites, noemt "
            "ConnectLeads in haar cookieverklaring en beslist over elk verzoek van een betrokkene.",
            "The controller decides on purpose and means, asks for consent on its websites, names ConnectLeads in its "
            "cookie policy, and decides on each request of a data subject.",
        ),
    ),
    (
        Words("4. Gedocumenteerde instructies", "4. Documented instructions"),
        ("AVG 28(3)(a)", "AVG 28(10)"),
        Words(
            "De verwerker verwerkt alleen op gedocumenteerde instructie, ook bij doorgifte naar een land buiten de "
            "EER. De instellingen in ConnectLeads, met hun versie en datum, gelden als instructie. Dwingt de wet tot "
            "iets anders, dan meldt de verwerker dat vooraf, tenzij de wet dat verbiedt. De verwerker gebruikt de "
            "gegevens niet voor eigen doelen en voegt gegevens van klanten niet samen. Openbare feiten over netwerken "
            "en organisaties houdt hij bij als eigen verantwoordelijke.",
            "The processor processes only on documented instructions, also for transfers to a country outside the "
            "EEA. The settings in ConnectLeads, with their version and date, count as instructions. Where law demands "
            "otherwise, the processor says so beforehand unless the law forbids it. The processor does not use the "
            "data for purposes of its own and does not combine data of customers. Public facts about networks and "
            "organisations it keeps as a controller of its own.",
        ),
    ),
    (
        Words("5. Geheimhouding", "5. Confidentiality"),
        ("AVG 28(3)(b)", "AVG 29"),
        Words(
            "Wie bij de verwerker toegang heeft, is tot geheimhouding verplicht en ziet niet meer dan nodig is.",
            "Whoever has access at the processor is bound to confidentiality and sees no more than needed.",
        ),
    ),
    (
        Words("6. Beveiliging", "6. Security"),
        ("AVG 28(3)(c)", "AVG 32"),
        Words(
            "De verwerker treft de maatregelen van bijlage 2 en mag ze vervangen door maatregelen die minstens even "
            "goed zijn.",
            "The processor takes the measures of annex 2 and may replace them by measures that are at least as good.",
        ),
    ),
    (
        Words("7. Subverwerkers", "7. Sub-processors"),
        ("AVG 28(2)", "AVG 28(4)", "AVG 28(3)(d)"),
        Words(
            "De verantwoordelijke geeft algemene toestemming voor de subverwerkers in bijlage 3. Een wijziging kondigt "
            "de verwerker minstens 30 dagen vooraf per mail aan; de verantwoordelijke kan binnen die tijd bezwaar "
            "maken en kosteloos opzeggen. ConnectLeads mailt de eigenaren nog eens zodra de wijziging is ingevoerd. De "
            "verwerker legt elke subverwerker dezelfde plichten op en blijft aansprakelijk.",
            "The controller gives general authorisation for the sub-processors in annex 3. The processor announces a "
            "change at least 30 days ahead by mail; within that time the controller can object and end the agreement "
            "at no cost. ConnectLeads mails the owners once more when the change has been entered. The processor "
            "binds each sub-processor to the same duties and stays liable.",
        ),
    ),
    (
        Words("8. Rechten van betrokkenen", "8. Rights of data subjects"),
        ("AVG 28(3)(e)", "AVG 12-22"),
        Words(
            "De verwerker helpt bij verzoeken van betrokkenen. Per website is er een openbare pagina waarop een "
            "bezoeker inziet, meeneemt, wist en intrekt zonder account. Verzoeken die de verwerker bereiken, stuurt "
            "hij door.",
            "The processor helps with requests of data subjects. Each website has a public page on which a visitor "
            "sees, takes, erases and withdraws without an account. Requests that reach the processor are passed on.",
        ),
    ),
    (
        Words("9. Datalekken en hulp", "9. Breaches and assistance"),
        ("AVG 28(3)(f)", "AVG 33(2)", "AVG 32-36"),
        Words(
            "De verwerker meldt een inbreuk zonder onredelijke vertraging na ontdekking, met wat artikel 33 lid 3 "
            "vraagt voor zover bekend, aan {controller_contact}. Hij helpt bij beveiliging, melding, "
            "effectbeoordeling en voorafgaande raadpleging.",
            "The processor notifies a breach without undue delay after discovering it, with what article 33(3) asks "
            "as far as known, to {controller_contact}. It assists with security, notification, impact assessment and "
            "prior consultation.",
        ),
    ),
    (
        Words("10. Wissen of teruggeven", "10. Erasure or return"),
        ("AVG 28(3)(g)",),
        Words(
            "Aan het eind neemt de verantwoordelijke de contacten en deze teksten als bestand mee; wat hij verder wil "
            "hebben, levert de verwerker op verzoek in een gangbare vorm. Daarna wist de verwerker alles, ook bij "
            "subverwerkers. Reservekopieën lopen af volgens de termijn van de beheerder. Tot dan gelden de "
            "bewaartermijnen van bijlage 5.",
            "At the end the controller takes the contacts and these texts as files; whatever else it wants, the "
            "processor hands over on request in a common form. Then the processor erases everything, at sub-processors "
            "too. Backups expire by the operator's own term. Until then the retention of annex 5 holds.",
        ),
    ),
    (
        Words("11. Informatie en controle", "11. Information and audits"),
        ("AVG 28(3)(h)",),
        Words(
            "De verwerker geeft alle informatie die nodig is om naleving aan te tonen, waaronder de dagelijkse "
            "controle op de statuspagina, en werkt mee aan een audit door of namens de verantwoordelijke. Is een "
            "instructie volgens de verwerker in strijd met de wet, dan zegt hij dat meteen.",
            "The processor gives all information needed to show compliance, the daily audit on the status page among "
            "it, and takes part in an audit by or for the controller. When the processor thinks an instruction "
            "infringes the law, it says so at once.",
        ),
    ),
    (
        Words("12. Doorgifte", "12. Transfers"),
        ("AVG 44-49",),
        Words(
            "Gegevens verlaten de EER alleen naar wie in bijlage 3 staat en op de grond die daar staat.",
            "Data leaves the EEA only to those named in annex 3 and on the ground stated there.",
        ),
    ),
    (
        Words("13. Versies", "13. Versions"),
        ("AVG 28(9)",),
        Words(
            "Deze tekst hoort bij de poortregels versie {gate} en de bewaartermijn van bewijs van {receipts}. "
            "Verandert iets waardoor de tekst niet meer klopt, dan krijgt de verantwoordelijke bericht en een nieuwe "
            "versie. De overeenkomst is schriftelijk, ook in elektronische vorm. Op deze overeenkomst is Nederlands "
            "recht van toepassing.",
            "This text belongs to gate rules version {gate} and a retention of proof of {receipts}. When something "
            "changes that makes the text untrue, the controller is told and gets a new version. The agreement is in "
            "writing, electronic form included. Dutch law applies to this agreement.",
        ),
    ),
)


def agreement(facts: Facts, language: Language) -> Document:
    """The whole agreement: its clauses, then the annexes."""
    values = {
        "controller": or_missing(facts.controller_name, language),
        "controller_address": or_missing(facts.controller_address, language),
        "controller_contact": or_missing(facts.controller_contact, language),
        "provider": or_missing(facts.provider_name, language),
        "provider_address": or_missing(facts.provider_address, language),
        "provider_contact": or_missing(facts.provider_contact, language),
        "gate": facts.gate_version,
        "receipts": days(facts.receipts_days, language),
    }
    clauses = tuple(
        Section(title.of(language), cited(language, *articles), (Paragraph(text.of(language, **values)),))
        for title, articles, text in _CLAUSES
    )
    return Document(
        kind=Kind.AGREEMENT,
        language=language,
        title=_TITLE.of(language),
        lede=_LEDE.of(language, **values),
        draft=DRAFT.of(language),
        sections=(*clauses, *annexes(facts, language)),
    )
