"""A load that remembers what it was promised: every hit has a known id, and those that were acknowledged are kept."""

import json
import random
import threading
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from uuid import UUID

from connectleads.demo.cookiebot_value import value
from tests.chaos.installation import HOST, SITE_KEY

COMPANIES = ("147.12.18.33", "94.101.107.33", "86.83.17.33", "145.18.33.33")
THREADS = 6
PAUSE_SECONDS = 0.004


class Load:
    """Visitors in threads, until `stop`. Each behaves as the snippet: one retry with the same id, then it gives up."""

    def __init__(self, port: int, seed: int) -> None:
        self._port = port
        self._seed = seed
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self.sent: set[UUID] = set()
        self.acknowledged: set[UUID] = set()
        self.refusals_sent = 0
        self.refusals_acknowledged = 0
        self._lock = threading.Lock()

    def start(self) -> None:
        self._stop.clear()
        self._threads = [threading.Thread(target=self._visit, args=(number,), daemon=True) for number in range(THREADS)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(30)
        self._seed += 1000

    def _visit(self, number: int) -> None:
        chance = random.Random(self._seed * THREADS + number)
        connection = HTTPConnection("127.0.0.1", self._port, timeout=5)
        while not self._stop.is_set():
            hit_id = UUID(int=chance.getrandbits(128), version=4)
            agrees = chance.random() < 0.8
            with self._lock:
                self.sent |= {hit_id} if agrees else set()
                self.refusals_sent += 0 if agrees else 2
            taken = self._send(connection, hit_id, chance, agrees) or self._send(connection, hit_id, chance, agrees)
            with self._lock:
                self.acknowledged |= {hit_id} if agrees and taken else set()
                self.refusals_acknowledged += not agrees and taken
            time.sleep(PAUSE_SECONDS if taken else 0.1)
        connection.close()

    def _send(self, connection: HTTPConnection, hit_id: UUID, chance: random.Random, agrees: bool) -> bool:
        visitor = chance.randrange(200)
        body = {
            "id": hit_id.hex,
            "kind": "view",
            "url": f"https://{HOST}/page/{visitor % 7}",
            "visitor": f"{visitor:032x}",
            "consent": {"platform": "cookiebot", "name": "CookieConsent", "value": value(marketing=agrees)},
        }
        headers = {"X-Forwarded-For": COMPANIES[visitor % len(COMPANIES)], "Content-Type": "text/plain"}
        try:
            connection.request("POST", f"/t/{SITE_KEY}", json.dumps(body), headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, HTTPException):
            with suppress(OSError):
                connection.close()
            return False
        return answer.status == 204
