"""The yardstick: nginx answering a constant GIF from memory on the same core (edge)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import stage

CONFIGURATION = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off; keepalive_requests 1000000000;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{ listen 127.0.0.1:{port} backlog=4096; location / {{ empty_gif; }} }}
}}
"""


@contextmanager
def empty_gif(nginx: Sequence[str], folder: Path, port: int) -> Iterator[int]:
    """nginx with one worker, until the end of the block; its process id."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port))
    with stage.server([*nginx, "-p", str(folder), "-c", str(configuration), "-e", f"{folder}/error.log"], port) as pid:
        yield pid
