"""django-allauth's decisions about accounts, as this installation takes them (edge)."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from connectleads.tenancy.invited import invited_address
from connectleads.tenancy.languages import active_language, language_of
from connectleads.tenancy.mail import designed_mail
from connectleads.tenancy.models import User
from tracking.client_ip import client_address


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Who may sign up, whose attempts are counted together, and what mails are told."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether this installation lets people start by themselves; an invitation always opens the door."""
        return settings.SIGN_UP_IS_OPEN or bool(invited_address(request))

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose attempts are counted together by allauth's rate limits: the address behind our own proxies."""
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        address = client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES)
        return str(address or "::")

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Note the person's name and the organisation to found once the address is verified."""
        user.name = form.cleaned_data.get("name", "")
        user.wanted_tenant = form.cleaned_data.get("organisation", "")
        user.language = active_language()
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the product's design and the receiver's language, whatever page caused the mail.

        What we send names no computer's address, though allauth would tell it.
        """
        told = {key: value for key, value in context.items() if key != "ip"}
        with translation.override(getattr(told.get("user"), "language", "") or language_of(email)):
            subject = render_to_string(f"{template_prefix}_subject.txt", told)
            text = render_to_string(f"{template_prefix}_message.txt", told)
            designed_mail(self.format_email_subject(subject), text, [email]).send()


class OtherAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Accounts of Google and Microsoft: sign-up by them is open when sign-up is."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """As with a password; where only who was invited may come in, only with the address that was invited."""
        invited = invited_address(request).lower()
        return settings.SIGN_UP_IS_OPEN or bool(invited and invited == str(sociallogin.user.email).lower())

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """Take over the name that the provider gives."""
        user: User = super().populate_user(request, sociallogin, data)
        given = (data.get("first_name") or "", data.get("last_name") or "")
        user.name = (data.get("name") or " ".join(part for part in given if part))[:120]
        user.language = active_language()
        return user
