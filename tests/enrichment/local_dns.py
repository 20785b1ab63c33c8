"""A DNS server on loopback that answers TXT questions from a table, and one that never answers."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset


@contextmanager
def dns_server(
    records: Mapping[str, str], *, answers: bool = True, asked: list[str] | None = None
) -> Iterator[dns.resolver.Resolver]:
    """A resolver whose only name server knows `records` (name without final dot → TXT value) and fills `asked`."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=_serve, args=(server, records, answers, asked), daemon=True)
        thread.start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], server.getsockname()[1]
        yield resolver
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as end:
            end.sendto(b"", server.getsockname())
        thread.join(5)


def _serve(server: socket.socket, records: Mapping[str, str], answers: bool, asked: list[str] | None) -> None:
    while True:
        data, client = server.recvfrom(2048)
        if not data:
            return
        if not answers:
            continue
        question = dns.message.from_wire(data)
        response = dns.message.make_response(question)
        name = question.question[0].name.to_text().rstrip(".")
        if asked is not None:
            asked.append(name)
        if name in records:
            response.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "TXT", f'"{records[name]}"'))
        else:
            response.set_rcode(dns.rcode.NXDOMAIN)
        server.sendto(response.to_wire(), client)
