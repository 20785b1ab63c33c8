"""Makes mails in the product's design from plain text: one paragraph per blank line, one button per link (edge)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from connectleads.tenancy.languages import active_language, language_of

_LINK = re.compile(r"https?://\S+")
_CODE = re.compile(r"[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8})*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of a mail: `kind` is "text", "link" (text is an address to open) or "code" (text is to be typed over)."""

    kind: str
    text: str


def designed_mail(subject: str, text: str, to: list[str]) -> EmailMultiAlternatives:
    """A mail with `text` as it is and again in HTML, in the active language. Subjects are one line."""
    subject = " ".join(subject.split())
    headers = {"Content-Language": active_language()}
    mail = EmailMultiAlternatives(subject, text.strip() + "\n", settings.DEFAULT_FROM_EMAIL, to, headers=headers)
    mail.attach_alternative(
        render_to_string("mail/mail.html", {"parts": paragraphs(text), "subject": subject}), "text/html"
    )
    return mail


def send_designed_mail(template: str, to: str, context: Mapping[str, object], *, otherwise: str = "") -> None:
    """Send `templates/mail/<template>.txt`, whose first line is the subject, in the language of whoever receives it.

    To somebody without an account in the language `otherwise`, or in the one that is active.
    """
    with translation.override(language_of(to, otherwise=otherwise)):
        rendered = render_to_string(f"mail/{template}.txt", {**context, "public_url": settings.PUBLIC_URL})
        subject, _, text = rendered.strip().partition("\n")
        designed_mail(f"ConnectLeads: {subject}", text, [to]).send()


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The parts of a text, by blank lines."""
    found = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(Paragraph(_kind(part), part) for part in found if part)


def _kind(text: str) -> str:
    if _LINK.fullmatch(text):
        return "link"
    return "code" if _CODE.fullmatch(text) else "text"
