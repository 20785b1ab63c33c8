"""System check of the documents: an operator that did not say who it is leaves gaps in them (edge)."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.compatibility, deploy=True)
def check_operator_is_known(app_configs: Sequence[AppConfig] | None = None, **_: Any) -> list[CheckMessage]:
    """consent.W001: the processing agreement and the privacy texts can name the operator and whom it engages."""
    missing = settings.OPERATOR.missing
    if not missing:
        return []
    hint = "Set them; SUBPROCESSORS may be `none`. Until then every document marks them as missing."
    return [Warning(f"The privacy texts miss {', '.join(missing)}.", hint=hint, id="consent.W001")]
