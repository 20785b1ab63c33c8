"""In which language a person is spoken to: kept with the account, for mails and for the next browser (edge)."""

from django.conf import settings
from django.utils.translation import get_language

from connectleads.tenancy.models import User


def active_language() -> str:
    """The language of what is being written now, as two letters."""
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def language_of(address: str, *, otherwise: str = "") -> str:
    """The language of the account with that mail address; where there is none `otherwise`, or the active one."""
    kept = User.objects.filter(email=address.strip().lower()).values_list("language", flat=True).first()
    return kept or otherwise or active_language()


def speak(user: User, language: str) -> bool:
    """Speak to a person in another language from now on; False for one that the product does not speak."""
    if language not in dict(settings.LANGUAGES):
        return False
    User.objects.filter(pk=user.pk).update(language=language)
    user.language = language
    return True
