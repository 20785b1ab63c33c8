"""Why a home page could not be looked at, in words (edge to gettext only)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dashboard.websites.outbound import FetchProblem

_WORDS: Mapping[FetchProblem, str | Promise] = {
    FetchProblem.ADDRESS: _("Its address is not one that the internet can reach."),
    FetchProblem.PRIVATE: _("Its name points into a private network, where we do not look."),
    FetchProblem.UNREACHABLE: _("It did not answer within a few seconds."),
    FetchProblem.STATUS: _("It answered with an error instead of a page."),
    FetchProblem.TOO_MANY_REDIRECTS: _("It sent us from one address to the next without end."),
    FetchProblem.TOO_OFTEN: _("You looked several times just now. Wait a minute and look again."),
    FetchProblem.NOT_HTML: _("What it answered is not a web page."),
}


def problem_words(problem: FetchProblem) -> str:
    """One sentence with its full stop."""
    return str(_WORDS[problem])
