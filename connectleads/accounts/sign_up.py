"""What is asked at sign-up besides an address and a password: a name, and the organisation to start (edge)."""

from typing import Any

from allauth.core import context
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.invited import invited_address
from connectleads.tenancy.models import User


class SignUpFields(forms.Form):
    """Base of allauth's sign-up form. Who was invited joins an organisation and is not asked to start one."""

    field_order = ("name", "organisation", "email", "password1")
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    organisation = forms.CharField(
        label=_("Organisation"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        invited = invited_address(context.request)
        if invited:
            del self.fields["organisation"]
            self.fields["email"].disabled = True  # whatever is sent, the account is for the address that was invited
            self.initial["email"] = invited

    def clean_organisation(self) -> str:
        """An organisation is called by letters or digits."""
        name = str(self.cleaned_data["organisation"]).strip()
        if not any(character.isalnum() for character in name):
            raise forms.ValidationError(_("Give a name with at least one letter or digit."))
        return name

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth calls this after the account was saved; the adapter has noted everything by then."""
