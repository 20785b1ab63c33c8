"""Gives the Python frames of a request one piece of memory instead of many (edge).

CPython 3.11 and later keep the frames of Python functions in pieces of 16 KiB, and give a piece back to the system as
soon as the first frame in it returns (push_chunk and _PyThreadState_PopFrame in Python/pystate.c). Where a loop happens
to run at the end of a piece, every call in it takes a piece from the system and gives it back: templates, which nest
deeply, did so thousands of times a page, and that took half of the processor time of the lead list.

A frame that needs much room gets a larger piece, and all that it calls share what is left of it.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# Of 8 bytes: more than 64 KiB, so that CPython takes a piece of 128 KiB; what is not touched costs nothing.
WORDS = 9_000


def stack_room(get_response: GetResponse) -> GetResponse:
    """A middleware whose frame claims the room; it must stand before all others."""

    def with_room(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    with_room.__code__ = with_room.__code__.replace(co_stacksize=WORDS)
    return with_room
