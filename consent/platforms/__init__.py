"""Every consent platform that the gate can read, by name (pure)."""

from collections.abc import Mapping
from types import MappingProxyType

from consent.platforms.cookiebot import COOKIEBOT
from consent.platforms.platform import Platform

PLATFORMS: Mapping[str, Platform] = MappingProxyType({platform.name: platform for platform in (COOKIEBOT,)})
