"""A request's calls do not take memory from the system and give it back, however deep they are."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from connectleads.stack_room import stack_room

LOOPS = 300
DEEPEST = 400


def leaf(number: int) -> int:
    return number


def loop_at(depth: int) -> None:
    """Call a function many times from so deep."""
    if depth:
        return loop_at(depth - 1)
    for number in range(LOOPS):
        leaf(number)
    return None


@contextmanager
def pages_touched(found: list[int]) -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    yield
    found.append(resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before)


def test_no_depth_of_calls_takes_memory_again_and_again():
    found: list[int] = []

    def view(request: HttpRequest) -> HttpResponseBase:
        loop_at(DEEPEST)
        for depth in range(DEEPEST):
            with pages_touched(found):
                loop_at(depth)
        return HttpResponse()

    stack_room(view)(HttpRequest())

    assert max(found) < LOOPS


def test_what_the_view_answers_is_the_answer():
    answer = HttpResponse("yes")

    assert stack_room(lambda request: answer)(HttpRequest()) is answer
