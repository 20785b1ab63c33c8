"""Takes the pictures in docs/images from a demo of its own: `make screenshots` (edge)."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from connectleads.demo.cast import VORSTKADE
from tests.chromium import chromium, sign_in
from tests.demo_run import RunningDemo, command, environment, running_demo
from tests.staff_in_browser import make_staff, sign_in_as_staff
from tests.test_journey import Visitor, eventually, until_drained, visit_as

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DESK, PHONE = (1280, 860), (390, 844)


@dataclass(frozen=True)
class Shot:
    """One picture: its name, what is shown, and how."""

    name: str
    page: Literal[
        "overview", "leads", "filtered", "lead", "segments", "scoring", "websites", "login", "demo", "privacy",
        "agreement", "audit", "visitor", "held", "organisation", "staff",
    ]  # fmt: skip
    size: tuple[int, int] = DESK
    theme: Literal["light", "dark"] = "light"
    language: str = "nl-NL"


SHOTS = (
    Shot("overview-light", "overview"),
    Shot("overview-dark", "overview", theme="dark"),
    Shot("overview-phone", "overview", size=PHONE),
    Shot("filtered-light", "filtered"),
    Shot("segments-light", "segments"),
    Shot("scoring-light", "scoring"),
    Shot("leads-light", "leads"),
    Shot("leads-dark", "leads", theme="dark"),
    Shot("leads-english", "leads", language="en-GB"),
    Shot("leads-phone", "leads", size=PHONE),
    Shot("lead-light", "lead"),
    Shot("lead-dark", "lead", theme="dark"),
    Shot("lead-phone", "lead", size=PHONE, theme="dark"),
    Shot("websites-light", "websites"),
    Shot("privacy-light", "privacy"),
    Shot("agreement-dark", "agreement", theme="dark"),
    Shot("audit-english", "audit", language="en-GB"),
    Shot("visitor-phone", "visitor", size=PHONE),
    Shot("visitor-english", "visitor", language="en-GB", theme="dark"),
    Shot("held-phone", "held", size=PHONE, theme="dark", language="en-GB"),
    Shot("organisation-light", "organisation"),
    Shot("organisation-phone", "organisation", size=PHONE, theme="dark", language="en-GB"),
    Shot("staff-light", "staff"),
    Shot("sign-in", "login"),
    Shot("demo-website", "demo"),
)


def main() -> None:
    """Start a demo, take every picture, end the demo."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_demo(Path(folder) / "var") as demo, chromium() as browser:
        worker = {**environment(demo.var_dir), "CONNECTLEADS_DATABASE_ROLE": "worker"}
        subprocess.run(command("privacy_audit"), env=worker, check=True, stdout=subprocess.DEVNULL)
        for shot in SHOTS:
            take(demo, browser, shot)
            sys.stdout.write(f"  docs/images/{shot.name}.png\n")


def take(demo: RunningDemo, browser: Browser, shot: Shot) -> None:
    """One picture, in a browser of its own."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=shot.theme,
        locale=shot.language,
        reduced_motion="reduce",
        timezone_id="Europe/Amsterdam",
    )
    page = context.new_page()
    open_page(demo, page, shot)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{shot.name}.png")
    context.close()


def open_page(demo: RunningDemo, page: Page, shot: Shot) -> None:
    """Go where the picture is."""
    if shot.page == "demo":
        page.goto(f"{demo.addresses.website}/")
        return
    if shot.page == "login":
        page.goto(f"{demo.addresses.product}/accounts/login/")
        return
    if shot.page == "staff":
        make_staff(demo)
        sign_in_as_staff(page, demo.addresses.product)
        page.goto(f"{demo.addresses.product}/staff/")
        return
    if shot.page == "visitor":
        page.goto(f"{demo.addresses.product}/v/{VORSTKADE.site_key}/")
        return
    if shot.page == "held":
        visit_as(demo, "kpn")
        until_drained(demo)
        visitor = Visitor(demo, page.context, page)
        before = demo.query("SELECT count(*) FROM tracking_visit")[0][0]
        visitor.open("/")
        visitor.agree()
        eventually(demo, "tracking_visit", before + 1)
        number = next(one["value"] for one in page.context.cookies() if one["name"] == "connectleads_visitor")[:32]
        page.set_content(
            f'<form method="post" action="{demo.addresses.product}/v/{VORSTKADE.site_key}/">'
            f'<input type="hidden" name="visitor" value="{number}"><button>x</button></form>'
        )
        page.get_by_role("button").click()
        page.locator(".held-visit").wait_for()
        return
    if shot.page == "organisation":
        page.set_extra_http_headers({"X-Forwarded-For": "147.12.18.33"})  # in a network that Adyen N.V. routes itself
        page.goto(f"{demo.addresses.product}/privacy/organisations/")
        return
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    home = f"{demo.addresses.product}/app/vorstkade/"
    paths = {
        "overview": "",
        "leads": "leads/",
        "lead": "leads/",
        "filtered": "leads/?period=28&path=/prijzen&country=NL&country=BE&heat=30",
        "segments": "segments/",
        "scoring": "tuning/",
        "websites": "websites/",
        "privacy": "privacy/",
        "agreement": "privacy/agreement/",
        "audit": "privacy/status/",
    }
    page.goto(home + paths[shot.page])
    if shot.page == "lead":
        page.locator("tbody th a").first.click()


if __name__ == "__main__":
    main()
