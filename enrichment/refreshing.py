"""Fetches newer network data from configured addresses: verified before it is used, the last good one kept (edge)."""

import gzip
import lzma
import shutil
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from django.conf import settings
from maxminddb import InvalidDatabaseError

from connectleads.tenancy.locks import Work, sole_owner
from enrichment.identification import published_lists
from enrichment.sources.data_files import kind_lists_file, network_database_file
from enrichment.sources.kind_lists import KindLists, UnfitListsError
from enrichment.sources.network_database import AsnDatabase, UnfitDatabaseError
from enrichment.sources.text_lists import UnfitListError, read_blocks

MAX_BYTES = 1_500_000_000
MAX_LIST_BYTES = 50_000_000  # a published list is read whole, here and by every process that identifies
CHUNK = 1 << 20
SECONDS = 120.0  # without a byte
STEP = 10 * CHUNK  # between two words of progress
# Public resolvers of old: any database of networks knows who announces them, and any list of hosts holds one of them.
CANARIES = {"8.8.8.8": 15169, "1.1.1.1": 13335, "9.9.9.9": 19281}
CANARIES_NEEDED = 2
LEAST_LISTED = 1
LISTED_CANARIES = ("104.16.132.229", "8.8.8.8", "51.158.170.170", "85.17.85.85")

Say = Callable[[str], None]


class RefreshError(Exception):
    """The file was not taken over; the message says in one line why. What was used before is used still."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that can be fetched: what it is called, where it lies, and what proves that it is good.

    More than `most_bytes` are refused, as they come and unpacked.
    """

    name: str
    url: str
    target: Path
    verify: Callable[[Path], str]
    most_bytes: int = MAX_BYTES


def source_files() -> list[SourceFile]:
    """The files of this installation for which an address is configured."""
    var_dir = Path(settings.VAR_DIR)
    files = [
        SourceFile(
            "network database", settings.NETWORK_DATABASE_URL, network_database_file(var_dir), verified_database
        ),
        SourceFile("kind lists", settings.KIND_LISTS_URL, kind_lists_file(var_dir), verified_lists),
    ]
    lists = [SourceFile(one.name, one.url, one.path, verified_list, MAX_LIST_BYTES) for one in published_lists()]
    return [file for file in files if file.url] + lists


def refresh_all(say: Say) -> list[str]:
    """Fetch every configured file; the names of those that failed. Does nothing while another process does it."""
    failed = []
    with sole_owner(Work.SOURCES) as is_owner:
        for file in source_files() if is_owner else ():
            try:
                say(f"{file.name}: {refresh(file, say)}")
            except RefreshError as error:
                failed.append(file.name)
                say(f"{file.name}: {error} The one used before is kept.")
    return failed


def refresh(file: SourceFile, say: Say) -> str:
    """Fetch one file, verify it, and put it in place of the old one in a single step; a word on what it holds.

    The one before stays beside it as "….previous". Raises RefreshError.
    """
    file.target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.target.parent, prefix=".refresh-") as folder:
        fetched = Path(folder) / "fetched"
        _fetch(file, fetched, say)
        unpacked = _unpacked(fetched, Path(folder) / "unpacked", most=file.most_bytes)
        word = file.verify(unpacked)
        unpacked.chmod(0o644)
        if file.target.exists():
            previous = file.target.with_name(f"{file.target.name}.previous")
            shutil.copyfile(file.target, Path(folder) / "previous")
            (Path(folder) / "previous").replace(previous)
        unpacked.replace(file.target)
    return word


def verified_database(path: Path) -> str:
    """A word on a network database. Raises RefreshError for what is none, or does not know what everybody knows."""
    try:
        database = AsnDatabase(path)
    except (OSError, ValueError, InvalidDatabaseError, UnfitDatabaseError) as error:
        raise RefreshError(f"It is no network database ({error}).") from None
    try:
        right = sum(database.lookup(address).asn == asn for address, asn in CANARIES.items())
        named = sum(bool(database.lookup(address).holder) for address in CANARIES)
    except InvalidDatabaseError as error:
        raise RefreshError(f"It is damaged ({error}).") from None
    finally:
        database.close()
    if right < CANARIES_NEEDED or named < CANARIES_NEEDED:
        raise RefreshError("It does not know networks that everybody knows.")
    return f"{database.source} of {database.built_on.isoformat()}"


def verified_lists(path: Path) -> str:
    """A word on a file of kinds. Raises RefreshError for what is none."""
    try:
        lists = KindLists(path)
    except (OSError, ValueError, InvalidDatabaseError, UnfitListsError) as error:
        raise RefreshError(f"It holds no kinds of networks ({error}).") from None
    try:
        listed = sum(lists.lookup(ip_address(address)) is not None for address in LISTED_CANARIES)
    except InvalidDatabaseError as error:
        raise RefreshError(f"It is damaged ({error}).") from None
    finally:
        lists.close()
    if listed < LEAST_LISTED:
        raise RefreshError("It does not list hosts that everybody knows.")
    return f"lists of {lists.built_on.isoformat()}"


def verified_list(path: Path) -> str:
    """A word on a published list. Raises RefreshError for what is none, or lists too much to be true."""
    try:
        return f"{len(read_blocks(path.read_text(errors='replace')))} blocks"
    except (OSError, UnfitListError) as error:
        raise RefreshError(f"It is no list of networks. {error}") from None


def _fetch(file: SourceFile, target: Path, say: Say) -> None:
    """The whole file over HTTP(S), with a word every few megabytes."""
    request = Request(file.url, headers={"User-Agent": f"ConnectLeads (+{settings.PUBLIC_URL})"})  # noqa: S310
    try:
        with urlopen(request, timeout=SECONDS) as response, target.open("wb") as out:  # noqa: S310
            _copy(response, out, lambda size: say(f"{file.name}: {size >> 20} MB"), most=file.most_bytes)
    except HTTPError as error:
        error.close()
        raise RefreshError(f"It could not be fetched (status {error.code}).") from None
    except (URLError, OSError, HTTPException) as error:
        raise RefreshError(f"It could not be fetched ({getattr(error, 'reason', error)}).") from None


def _copy(response: Any, out: Any, say: Callable[[int], None], *, most: int) -> None:
    promised = response.headers.get("Content-Length", "")
    size = told = 0
    while part := response.read(CHUNK):
        size += len(part)
        if size > most:
            raise RefreshError("It is larger than any file of its sort.")
        out.write(part)
        if size - told >= STEP:
            told = size
            say(size)
    if promised.isdigit() and size != int(promised):
        raise RefreshError("It ended before its time.")


def _unpacked(fetched: Path, target: Path, *, most: int) -> Path:
    """The file without .gz or .xz around it, told by its first bytes; bounded like the download."""
    with fetched.open("rb") as file:
        head = file.read(6)
    opener: Any = gzip.open if head[:2] == b"\x1f\x8b" else lzma.open if head == b"\xfd7zXZ\x00" else None
    if opener is None:
        return fetched
    size = 0
    try:
        with opener(fetched, "rb") as source, target.open("wb") as out:
            while part := source.read(CHUNK):
                size += len(part)
                if size > most:
                    raise RefreshError("Unpacked it is larger than any file of its sort.")
                out.write(part)
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise RefreshError(f"It cannot be unpacked ({error}).") from None
    return target
