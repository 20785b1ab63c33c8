"""Every mail about an account, in both languages and in the product's design."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from connectleads.tenancy.mail import designed_mail, paragraphs
from tests.conftest import ROOT

FOLDERS = ("account", "mfa", "socialaccount")
MAILS = sorted(
    str(path.relative_to(ROOT / "templates")).removesuffix("_message.txt")
    for folder in FOLDERS
    for path in (ROOT / "templates" / folder / "email").glob("*_message.txt")
    if not path.name.startswith("base_")
)
CONTEXT = {
    "code": "ABC-DEF",
    "email": "eva@bakker.nl",
    "from_email": "eva@bakker.nl",
    "to_email": "eva@elders.nl",
    "deleted_email": "eva@elders.nl",
    "provider": "Google",
    "password_reset_url": "https://leads.example.nl/accounts/password/reset/key/1-abc/",
    "ip": "203.0.113.7",
}


def rendered(name: str, language: str) -> tuple[str, str]:
    with translation.override(language):
        return render_to_string(f"{name}_subject.txt", CONTEXT).strip(), render_to_string(
            f"{name}_message.txt", CONTEXT
        )


def test_there_are_as_many_as_one_thinks():
    assert len(MAILS) >= 16


@pytest.mark.parametrize("name", MAILS)
def test_each_speaks_dutch_and_english_and_names_no_computer(name: str):
    dutch, english = rendered(name, "nl"), rendered(name, "en")

    assert dutch[0] != english[0]
    assert dutch[1] != english[1]
    for subject, text in (dutch, english):
        assert "\n" not in subject
        assert len(text.strip()) > 40
        assert "203.0.113.7" not in text
        assert "!" not in text + subject


def test_the_design_makes_a_button_of_a_link_and_a_large_code_of_a_code():
    text = "Hallo\nJan.\n\nhttps://leads.example.nl/x/\n\nABC-DEF\n"

    assert [(part.kind, part.text) for part in paragraphs(text)] == [
        ("text", "Hallo Jan."),
        ("link", "https://leads.example.nl/x/"),
        ("code", "ABC-DEF"),
    ]
    mail = designed_mail("Een\nonderwerp", text, ["eva@bakker.nl"])
    assert mail.subject == "Een onderwerp"
    html = str(mail.alternatives[0][0])
    assert '<a href="https://leads.example.nl/x/"' in html
    assert "<script" not in html


def test_what_people_type_is_escaped_in_the_design():
    mail = designed_mail("x", "<b>vet</b> & meer", ["eva@bakker.nl"])

    assert "&lt;b&gt;vet&lt;/b&gt; &amp; meer" in str(mail.alternatives[0][0])
