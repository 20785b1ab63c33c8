"""What takes the pictures begins without a framework around it, as `make screenshots` starts it."""

import subprocess
import sys

from connectleads.config import ROOT
from tests.staff_in_browser import app_code


def test_the_command_can_be_started_by_itself():
    subprocess.run([sys.executable, "-c", "import tests.screenshots"], cwd=ROOT, env={}, check=True, timeout=60)


def test_a_code_is_the_one_that_an_app_shows():
    """The test vectors of RFC 6238, appendix B, by their last six digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    assert [app_code(secret, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]
