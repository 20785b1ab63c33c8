"""The scripts that the public door serves: the same tests for each of its servers."""

import re
from datetime import UTC, datetime

import pytest

from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import Cast
from tests.tracking.doors import Client
from tracking.sites import SITES
from tracking.snippet import Script, script_for

pytestmark = pytest.mark.usefixtures("stream", "door")


def test_the_snippet_is_the_same_for_everyone_and_revalidates(cast: Cast):
    first = Client().get(f"/s/{cast.site.key}.js")
    again = Client().get(f"/s/{cast.site.key}.js", headers={"If-None-Match": first.headers["ETag"], "Cookie": "a=b"})

    assert first.status_code == 200
    assert f"/t/{cast.site.key}" in first.content.decode()
    assert "SITE_" not in first.content.decode()
    assert re.search(r"public.*max-age=300|max-age=300.*public", first.headers["Cache-Control"])
    assert "Set-Cookie" not in first.headers
    assert (again.status_code, again.content) == (304, b"")


def test_the_snippet_of_a_site_that_is_switched_off_is_empty(cast: Cast):
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(is_active=False, updated_at=datetime.now(UTC))
    SITES.expire()

    assert Client().get(f"/s/{cast.site.key}.js").content == b""


def test_an_unknown_snippet_is_not_found(db: None):
    assert Client().get("/s/nosuchkey2222222.js").status_code == 404


def test_the_snippet_of_a_platform_that_can_never_agree_is_empty(cast: Cast):
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(platform="insites")
    SITES.expire()

    assert Client().get(f"/s/{cast.site.key}.js").content == b""


def test_a_pinned_script_is_served_for_good_and_is_exactly_what_was_pinned(cast: Cast):
    current = Client().get(f"/s/{cast.site.key}.js")
    digest = current.headers["ETag"].strip('"')

    answer = Client().get(f"/s/{cast.site.key}.{digest}.js")

    assert (answer.status_code, answer.content) == (200, current.content)
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert Client().get(f"/s/{cast.site.key}.{'0' * 32}.js").status_code == 404
    assert Client().get(f"/s/nosuchkey2222222.{digest}.js").status_code == 404


def test_a_pinned_script_outlives_a_release_of_ours_but_not_a_change_of_the_sites_settings(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
):
    old = Client().get(f"/s/{cast.site.key}.js")
    pinned = f"/s/{cast.site.key}.{old.headers['ETag'].strip(chr(34))}.js"
    Client().get(pinned)

    with monkeypatch.context() as release:
        release.setattr("tracking.pinned.script_for", lambda site: Script(b"next();", script_for(site).settings))
        assert Client().get(pinned).content == old.content

    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(purpose="statistics")
    SITES.expire()
    assert Client().get(pinned).status_code == 404


def test_a_site_without_a_platform_gets_our_banner_with_its_script(cast: Cast):
    without = Client().get(f"/s/{cast.site.key}.js").content.decode()
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(platform="connectleads")
    SITES.expire()

    source = Client().get(f"/s/{cast.site.key}.js").content.decode()
    assert "Mogen we zien bij welk bedrijf je werkt?" in source
    assert "May we see which company you work for?" in source
    assert "attachShadow" not in without
