"""Tells browsers what these pages never use, so that nothing that slips in can use it either (edge)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

NEVER_USED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "usb",
    "xr-spatial-tracking", "browsing-topics",
)  # fmt: skip
OURS_ALONE = ("clipboard-write", "publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS = ", ".join([*(f"{name}=()" for name in NEVER_USED), *(f"{name}=(self)" for name in OURS_ALONE)])


class BrowserPolicyMiddleware:
    """Sets the headers that Django has no setting for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with Permissions-Policy and Cross-Origin-Resource-Policy."""
        response = self._get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
