"""What a tenant fills in about itself for its privacy texts (edge of forms)."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ProfileForm(forms.Form):
    """The details that no setting can tell; the names are those of consent.publishing.PROFILE_FIELDS."""

    legal_name = forms.CharField(
        label=_("Legal name"),
        help_text=_("As in the trade register. Empty: the name of your organisation here."),
        max_length=160,
        required=False,
    )
    address = forms.CharField(label=_("Address"), max_length=240, required=False)
    contact = forms.CharField(
        label=_("Contact for privacy"),
        help_text=_("A mail address or telephone number that visitors may use."),
        max_length=160,
        required=False,
    )
    officer = forms.CharField(
        label=_("Data protection officer"), help_text=_("Only if you have one."), max_length=160, required=False
    )
    recipients = forms.CharField(
        label=_("Other recipients"),
        help_text=_("Who else receives data, such as your CRM. Separated by commas."),
        max_length=400,
        required=False,
    )


class AcceptForm(forms.Form):
    """Who accepts the agreement, and that this person may."""

    name = forms.CharField(label=_("Your name"), max_length=120)
    position = forms.CharField(label=_("Your position"), max_length=120)
    is_authorised = forms.BooleanField(label=_("I am authorised to accept this agreement for my organisation."))
