"""Searches the stores beside PostgreSQL: every key of a Valkey database, log files, and mails in files (edge)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import redis

from enrichment.self_audit.report import Check, CheckName, Finding
from enrichment.self_audit.traces import Searcher, Trace

STREAM_PAGE = 500
# A mail is to somebody who works here, and says so; what it must not tell is where anybody was.
IN_MAILS = frozenset({Trace.ADDRESS, Trace.PLANTED})
_BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"
_OF_MACHINES = frozenset({"message-id", "date", "content-transfer-encoding", "content-type", "mime-version"})


def search_valkey(
    name: CheckName, client: redis.Redis, searcher: Searcher, *, without: frozenset[Trace] = frozenset()
) -> Check:
    """Every key and value as they lie in Valkey; what is sealed must look like noise. `without` is not looked for."""
    found: Counter[tuple[str, Trace]] = Counter()
    keys = 0
    for key in cast(Iterable[bytes], client.scan_iter(count=STREAM_PAGE)):
        keys += 1
        for value in (key, *_values(client, key)):
            found.update((_place(key, searcher), trace) for trace in searcher.in_wrapped(value) - without)
    return Check(name, keys, tuple(Finding(place, trace.value, count) for (place, trace), count in found.items()))


def search_files(paths: Iterable[Path], searcher: Searcher) -> Check:
    """Every line of these files."""
    findings: list[Finding] = []
    lines = 0
    for path in sorted(paths):
        found: Counter[Trace] = Counter()
        try:
            with path.open("rb") as file:
                for line in file:
                    lines += 1
                    found.update(trace for trace in searcher.in_bytes(line) if trace is not Trace.TELEPHONE)
        except OSError:
            findings.append(Finding(path.name, "could not be searched"))
        findings.extend(Finding(path.name, trace.value, count) for trace, count in found.items())
    return Check(CheckName.LOGS, lines, tuple(findings))


def search_mails(paths: Iterable[Path], searcher: Searcher) -> Check:
    """Every mail in these files, its parts decoded; an installation with a mail server keeps none."""
    findings: list[Finding] = []
    mails = 0
    for path in sorted(paths):
        found: Counter[Trace] = Counter()
        try:
            content = path.read_bytes()
        except OSError:
            findings.append(Finding(path.name, "could not be searched"))
            continue
        for one in filter(bytes.strip, content.split(_BETWEEN_MAILS)):
            mails += 1
            for part in _parts(one):
                found.update(searcher.in_bytes(part) & IN_MAILS)
        findings.extend(Finding(path.name, trace.value, count) for trace, count in found.items())
    return Check(CheckName.MAILS, mails, tuple(findings))


def _parts(mail: bytes) -> Iterator[bytes]:
    """The headers that people write or read, and every text, out of its encoding."""
    message = message_from_bytes(mail, EmailMessage, policy=policy.default)
    for part in message.walk():
        for name, value in part.items():
            if name.lower() not in _OF_MACHINES:
                yield str(value).encode()
        if not part.is_multipart():
            content = part.get_payload(decode=True)
            yield content if isinstance(content, bytes) else b""


def _place(key: bytes, searcher: Searcher) -> str:
    """What the key is called, unless its name is itself what must not be there."""
    return "a key's own name" if searcher.in_bytes(key) else key.decode("latin-1")[:60]


def _values(client: Any, key: bytes) -> Iterator[bytes]:
    kind = client.type(key)
    if kind == b"string":
        yield client.get(key) or b""
    elif kind == b"hash":
        for name, value in client.hscan_iter(key):
            yield from (name, value)
    elif kind == b"list":
        yield from client.lrange(key, 0, -1)
    elif kind == b"set":
        yield from client.sscan_iter(key)
    elif kind == b"zset":
        for value, _ in client.zscan_iter(key):
            yield value
    elif kind == b"stream":
        yield from _entries(client, key)


def _entries(client: Any, key: bytes) -> Iterator[bytes]:
    position = b"-"
    while rows := client.xrange(key, min=position, count=STREAM_PAGE):
        for _, fields in rows:
            for name, value in fields.items():
                yield from (name, value)
        position = b"(" + rows[-1][0]
