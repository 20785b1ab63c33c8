"""Who runs this installation, as it calls itself in the documents that the AVG asks for (pure)."""

from collections.abc import Callable
from dataclasses import dataclass

OPERATOR_SETTINGS = ("PROVIDER_NAME", "PROVIDER_ADDRESS", "PROVIDER_CONTACT", "SUBPROCESSORS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Engaged:
    """A company that handles data for the operator; `safeguard` is the ground for a transfer outside the EEA, or ""."""

    name: str
    service: str
    country: str
    safeguard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """The operator. What is empty is shown as missing in every document; `engaged` is None until it was said."""

    name: str = ""
    address: str = ""
    contact: str = ""
    engaged: tuple[Engaged, ...] | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The settings that were not given yet."""
        told = {
            "PROVIDER_NAME": self.name,
            "PROVIDER_ADDRESS": self.address,
            "PROVIDER_CONTACT": self.contact,
            "SUBPROCESSORS": self.engaged is not None,
        }
        return tuple(name for name, value in told.items() if not value)


def read_operator(read: Callable[[str], str]) -> Operator:
    """The operator by `read`, which answers a setting's text or "". Raises ValueError naming what cannot be read."""
    return Operator(
        name=_one_line(read("PROVIDER_NAME")),
        address=_one_line(read("PROVIDER_ADDRESS")),
        contact=_one_line(read("PROVIDER_CONTACT")),
        engaged=parse_engaged(read("SUBPROCESSORS")),
    )


def parse_engaged(text: str) -> tuple[Engaged, ...] | None:
    """`name; service; country[; safeguard]`, one a line or parted by |; `none` for nobody, "" for not said yet."""
    if not text.strip():
        return None
    if text.strip().lower() == "none":
        return ()
    return tuple(_engaged(part) for part in text.replace("|", "\n").splitlines() if part.strip())


def _engaged(text: str) -> Engaged:
    parts = [_one_line(part) for part in text.split(";")]
    if not 3 <= len(parts) <= 4 or not all(parts[:3]):
        raise ValueError(
            f"SUBPROCESSORS: {_one_line(text)} is not `name; service; country` or `…; ground for transfer`."
        )
    return Engaged(name=parts[0], service=parts[1], country=parts[2], safeguard=parts[3] if len(parts) == 4 else "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
