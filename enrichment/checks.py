"""System checks of this room: what has to be settled before registries may be asked (edge of Django's checks)."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from enrichment.findings import Registry


@register(deploy=True)
def check_registries_permitted(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """enrichment.W001: a registry is asked although its permission is not said to be settled."""
    unsettled = [one for one in Registry if one in settings.REGISTRIES and one not in settings.REGISTRIES_PERMITTED]
    return [
        Warning(
            f"{registry.label} is asked about visitors' addresses, but its permission is not settled.",
            hint=(
                "Its terms of use restrict commercial and marketing use (docs/registries.md). Settle it with the "
                "registry, then name it in REGISTRIES_PERMITTED too, or take it out of REGISTRIES."
            ),
            id="enrichment.W001",
        )
        for registry in unsettled
    ]
