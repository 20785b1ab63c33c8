"""What a team does with its leads: each change with and without htmx, several leads at once, segments, and hiding."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from connectleads.tenancy.scope import tenant_scope
from dashboard.models import Follow, Note, Segment, Task
from enrichment.models import Exclusion, Lead
from tests.conftest import Cast
from tests.dashboard.test_lead_pages import names
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, store

LIST = "/app/voorbeeld/leads/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada with two leads, Adyen and DAF Trucks, both here today."""
    at = datetime.now(UTC) - timedelta(minutes=5)
    store(
        make_hit(cast.tenant, cast.site, at=at),
        make_hit(cast.tenant, cast.site, at=at, address=OTHER_COMPANY_ADDRESS, visitor="two", path="/prijzen"),
    )
    return signed_in(cast.ada)


def lead(cast: Cast, name: str = "Adyen") -> Lead:
    with tenant_scope(cast.tenant.id):
        return Lead.objects.get(name=name)


def shown(client: Client, query: str = "") -> list[str]:
    return sorted(names(client.get(LIST + query).content.decode()))


def change(client: Client, cast: Cast, what: str, form: dict[str, object], **headers: str) -> str:
    answer = client.post(f"{LIST}{lead(cast).id}/{what}/", form, headers=headers)
    assert answer.status_code == (200 if headers else 302)
    return answer.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_owner_tags_and_follow_are_kept(ada: Client, cast: Cast, headers: dict[str, str]):
    change(ada, cast, "owner", {"owner": cast.ben.pk}, **headers)
    change(ada, cast, "tag", {"tag": "  vakbeurs,  2026 "}, **headers)
    change(ada, cast, "tag", {"tag": "vakbeurs 2026"}, **headers)
    change(ada, cast, "follow", {"follow": "1"}, **headers)

    assert (lead(cast).owner_id, lead(cast).tags) == (cast.ben.pk, ["vakbeurs 2026"])
    assert shown(ada, f"?owner={cast.ben.pk}") == ["Adyen"]
    assert shown(ada, "?tag=vakbeurs+2026") == ["Adyen"]
    assert shown(ada, "?followed=1") == ["Adyen"]
    change(ada, cast, "untag", {"tag": "vakbeurs 2026"}, **headers)
    change(ada, cast, "owner", {"owner": ""}, **headers)
    change(ada, cast, "follow", {"follow": "0"}, **headers)
    assert (lead(cast).owner_id, lead(cast).tags) == (None, [])
    with tenant_scope(cast.tenant.id):
        assert not Follow.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_notes_name_colleagues_and_go_by_their_author_only(ada: Client, cast: Cast, signed_in, headers):
    change(ada, cast, "note", {"text": "Gebeld, <b>@Ben</b> neemt het over"}, **headers)

    with tenant_scope(cast.tenant.id):
        note = Note.objects.get()
    assert note.mentions == [cast.ben.pk]
    page = ada.get(f"{LIST}{lead(cast).id}/").content.decode()
    assert '<b class="mention">@Ben</b>' in page
    assert "&lt;b&gt;" in page
    ben = signed_in(cast.ben)
    assert ben.post(f"{LIST}{lead(cast).id}/remove-note/", {"note": note.id}).status_code == 404
    change(ada, cast, "remove-note", {"note": note.id}, **headers)
    with tenant_scope(cast.tenant.id):
        assert not Note.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_tasks_are_added_and_ticked(ada: Client, cast: Cast, headers):
    change(ada, cast, "task", {"text": "Bellen", "due_on": "2026-12-01", "assignee": cast.ben.pk}, **headers)
    change(ada, cast, "task", {"text": " ", "due_on": "nonsense"}, **headers)

    with tenant_scope(cast.tenant.id):
        task = Task.objects.get()
    assert (task.text, task.due_on.isoformat(), task.assignee_id) == ("Bellen", "2026-12-01", cast.ben.pk)
    change(ada, cast, "tick", {"task": task.id, "done": "1"}, **headers)
    with tenant_scope(cast.tenant.id):
        assert Task.objects.get().done_at is not None


@pytest.mark.parametrize(
    ("what", "form"), [("owner", {"owner": "999999"}), ("owner", {"owner": "x"}), ("tick", {"task": "x"})]
)
def test_what_means_nothing_is_refused(ada: Client, cast: Cast, what: str, form: dict[str, str]):
    assert ada.post(f"{LIST}{lead(cast).id}/{what}/", form).status_code == 404


def test_a_rival_cannot_own_a_lead(ada: Client, cast: Cast):
    assert ada.post(f"{LIST}{lead(cast).id}/owner/", {"owner": cast.rolf.pk}).status_code == 404


def test_a_hidden_lead_is_in_no_list_and_in_no_sum_until_it_is_shown(ada: Client, cast: Cast):
    change(ada, cast, "hide", {"hide": "1"})

    assert shown(ada) == ["DAF Trucks"]
    assert shown(ada, "?hidden=1") == ["Adyen"]
    overview = ada.get("/app/voorbeeld/?period=7").content.decode()
    assert re.findall(r'class="tile-value">(\d+)', overview)[:3] == ["1", "0", "1"]
    change(ada, cast, "hide", {"hide": "0"})
    assert shown(ada) == ["Adyen", "DAF Trucks"]


def test_a_customer_is_left_out_for_good_and_comes_back_with_its_rule(ada: Client, cast: Cast):
    change(ada, cast, "leave-out", {"because": "customer"})
    store(make_hit(cast.tenant, cast.site, visitor="again"))

    assert shown(ada) == ["DAF Trucks"]
    with tenant_scope(cast.tenant.id):
        rule = Exclusion.objects.get()
    assert lead(cast).visits == 1  # the visit after the rule is nobody's
    ada.post(f"/app/voorbeeld/tuning/left-out/{rule.id}/", {"do": "remove"})
    assert shown(ada) == ["Adyen", "DAF Trucks"]


def choose(client: Client, cast: Cast, **form: object) -> str:
    answer = client.post(f"{LIST}select/", {"query": "period=28", **form}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_several_leads_are_changed_at_once(ada: Client, cast: Cast):
    both = [str(lead(cast).id), str(lead(cast, "DAF Trucks").id)]

    choose(ada, cast, do="owner", owner=cast.ben.pk, lead=both)
    choose(ada, cast, do="status", status="contacted", lead=both)
    choose(ada, cast, do="tag", tag="beurs", all="1")

    assert shown(ada, f"?owner={cast.ben.pk}&status=contacted&tag=beurs") == ["Adyen", "DAF Trucks"]
    choose(ada, cast, do="hide", lead=both[:1])
    assert shown(ada) == ["DAF Trucks"]


@pytest.mark.parametrize("form", [{"do": "status", "status": "lost"}, {"do": "tag", "tag": "", "all": "1"}])
def test_nothing_chosen_changes_nothing_and_says_so(ada: Client, cast: Cast, form: dict[str, str]):
    page = choose(ada, cast, **form)

    assert 'class="alert error"' in page
    assert lead(cast).status == "new"


def test_only_leads_of_the_filter_are_meant_by_all(ada: Client, cast: Cast):
    choose(ada, cast, do="status", status="lost", all="1", query="period=28&path=%2Fprijzen")

    assert (lead(cast).status, lead(cast, "DAF Trucks").status) == ("new", "lost")


def test_a_foreign_lead_among_the_chosen_is_nobodys(ada: Client, cast: Cast, signed_in):
    answer = signed_in(cast.rolf).post(
        "/app/rivaal/leads/select/", {"do": "status", "status": "lost", "lead": [str(lead(cast).id)], "query": ""}
    )

    assert answer.status_code == 302
    assert lead(cast).status == "new"


def save(client: Client, name: str, query: str, **form: str) -> None:
    assert client.post("/app/voorbeeld/segments/", {"name": name, "query": query, **form}).status_code == 302


def test_a_segment_is_a_saved_filter_with_its_count(ada: Client, cast: Cast):
    save(ada, "Prijzen", "period=28&path=/prijzen&nonsense=1")

    page = ada.get("/app/voorbeeld/segments/").content.decode()
    menu = ada.get("/app/voorbeeld/segments/menu/").content.decode()

    assert '<span class="segment-count">1</span><span class="segment-name">Prijzen</span>' in page
    assert "Prijzen" in menu
    assert shown(ada, "?period=28&path=%2Fprijzen") == ["DAF Trucks"]
    assert '<h1 id="list-title">Prijzen</h1>' in ada.get(LIST + "?period=28&path=%2Fprijzen").content.decode()


def test_a_segment_is_private_until_it_is_shared(ada: Client, cast: Cast, signed_in):
    save(ada, "Mijn", "period=28")
    save(ada, "Ons", "period=7", shared="1")

    page = signed_in(cast.ben).get("/app/voorbeeld/segments/").content.decode()

    assert "Ons" in page
    assert "Mijn" not in page


def test_a_segment_is_changed_and_removed_by_its_owner(ada: Client, cast: Cast):
    save(ada, "Oud", "period=28")
    with tenant_scope(cast.tenant.id):
        segment = Segment.objects.get()
    address = f"/app/voorbeeld/segments/{segment.id}/"

    ada.post(address, {"name": "Nieuw", "shared": "1"})
    with tenant_scope(cast.tenant.id):
        segment.refresh_from_db()
    assert (segment.name, segment.is_shared) == ("Nieuw", True)
    ada.post(address, {"do": "remove"})
    with tenant_scope(cast.tenant.id):
        assert not Segment.objects.exists()


def test_a_segment_without_a_name_is_not_saved_and_the_filter_stays(ada: Client, cast: Cast):
    answer = ada.post("/app/voorbeeld/segments/", {"name": " ", "query": "period=7&country=NL"}, follow=True)

    assert answer.redirect_chain[-1][0].endswith("?period=7&country=NL")
    assert 'class="alert error"' in answer.content.decode()


def test_a_viewer_follows_and_saves_but_changes_nothing(ada: Client, cast: Cast, signed_in):
    vera = signed_in(cast.vera)
    page = vera.get(f"{LIST}{lead(cast).id}/").content.decode()

    assert "/note/" not in page
    assert "/follow/" in page
    assert 'name="lead"' not in vera.get(LIST).content.decode()
    save(vera, "Vera", "period=7", shared="1")
    with tenant_scope(cast.tenant.id):
        assert Segment.objects.get().is_shared is False


def test_who_leaves_owns_nothing_any_more(ada: Client, cast: Cast):
    from connectleads.tenancy.models import Membership

    change(ada, cast, "owner", {"owner": cast.ben.pk})
    with tenant_scope(cast.tenant.id):
        Membership.objects.filter(user=cast.ben).delete()

    assert lead(cast).owner_id is None
