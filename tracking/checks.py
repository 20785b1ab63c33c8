"""System check of the stream database: one that may lose or evict hits is refused (edge)."""

from collections.abc import Sequence
from typing import Any

import redis
from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register

from tracking.stream import unsafe_settings, valkey


@register(Tags.database)
def check_stream_is_safe(app_configs: Sequence[AppConfig] | None = None, **_: Any) -> list[CheckMessage]:
    """tracking.E001: the stream's database keeps what it confirmed. tracking.E002: it answers at all."""
    try:
        information = valkey().info()
    except redis.RedisError as error:
        return [Error(f"Valkey does not answer ({type(error).__name__}).", hint="Check REDIS_URL.", id="tracking.E002")]
    return [
        Error(f"Valkey is not safe for hits: {sentence}.", id="tracking.E001")
        for sentence in unsafe_settings(information)
    ]
