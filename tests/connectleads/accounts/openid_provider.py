"""A small OpenID Connect provider on loopback: discovery, tokens signed with RS256, and who somebody is."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


@dataclass
class Provider:
    """Where it answers, whom it says is there, who it says it is, and what its key says of itself.

    `issuer` may be a pattern, as of an endpoint that directories share; `signs_as` is then what stands in its tokens.
    """

    address: str
    issuer: str = ""
    signs_as: str = ""
    of_key: dict[str, str] = field(default_factory=dict)
    person: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@contextmanager
def openid_provider(client_id: str) -> Iterator[Provider]:
    """Answer until the block ends."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")

    def answer_for(path: str) -> dict[str, Any]:
        at = provider.address
        if path.startswith("/.well-known/"):
            names = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
            return {"issuer": provider.issuer or at, **{name: f"{at}/{name}" for name in names}}
        if path.startswith("/jwks_uri"):
            public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
            return {"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig", **provider.of_key}]}
        if path.startswith("/token_endpoint"):
            now = int(time.time())
            claims = {**provider.person, "iss": provider.signs_as or at, "aud": client_id, "iat": now, "exp": now + 300}
            token = jwt.encode(claims, key, algorithm="RS256", headers={"kid": "k1"})
            return {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": token}
        return provider.person

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            provider.asked.append(f"{self.path} {self.rfile.read(length).decode()}")
            body = json.dumps(answer_for(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server.RequestHandlerClass = Handler
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
