"""Exports: exactly what the filter shows, safe for spreadsheets, with its legal basis, and written down."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from connectleads.tenancy.models import AuditEvent
from connectleads.tenancy.scope import tenant_scope
from enrichment.models import Company, Lead
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, store

LEADS = "/app/voorbeeld/leads/"


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada with Adyen and DAF Trucks, of which one came twice."""
    at = datetime.now(UTC) - timedelta(hours=2)
    store(
        make_hit(cast.tenant, cast.site, at=at, path="/prijzen"),
        make_hit(cast.tenant, cast.site, at=at, visitor="two"),
        make_hit(cast.tenant, cast.site, at=at, address=OTHER_COMPANY_ADDRESS, visitor="three"),
    )
    return signed_in(cast.ada)


def rows(client: Client, query: str = "") -> list[list[str]]:
    answer = client.get(f"{LEADS}export.csv{query}", headers={"Accept-Language": "en"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def workbook(answer) -> str:
    data = b"".join(answer.streaming_content)
    for let_go in answer._resource_closers:
        let_go()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


def test_the_file_says_what_it_is_and_on_what_ground(ada: Client):
    head = rows(ada, "?period=28&country=NL")

    assert head[0] == ["Leads of Voorbeeld B.V."]
    assert head[1][3] == "ada@example.nl"
    assert head[3] == ["Filter", "Country: Netherlands"]
    assert head[4] == ["Leads", "2"]
    assert "GDPR art. 6(1)(a)" in head[5][1]


def test_each_line_is_stamped_with_the_dated_basis_of_its_lead(ada: Client):
    head, *lines = rows(ada)[7:]

    assert head[-1] == "Legal basis of this lead"
    assert all(line[-1].startswith("Consent, GDPR art. 6(1)(a)") and "Cookiebot" in line[-1] for line in lines)
    assert all(line[-1].endswith(f"stated on {datetime.now(UTC):%Y-%m-%d}") for line in lines)


def test_it_holds_exactly_what_the_filter_shows_in_its_order(ada: Client):
    assert [row[0] for row in rows(ada, "?sort=name")[8:]] == ["Adyen", "DAF Trucks"]
    assert [row[0] for row in rows(ada, "?sort=-name")[8:]] == ["DAF Trucks", "Adyen"]
    adyen = rows(ada, "?path=/prijzen")[8:]
    assert [row[:7] for row in adyen] == [["Adyen", "Netherlands", "", "Business", adyen[0][4], "2", "2"]]


def test_more_leads_than_one_page_are_all_there(ada: Client, monkeypatch):
    monkeypatch.setattr("dashboard.export_views.PAGE", 1)

    assert len(rows(ada)[8:]) == 2


def test_a_company_called_like_a_formula_is_harmless(ada: Client, cast: Cast):
    with database_role("worker"), tenant_scope(cast.tenant.id):
        Company.objects.filter(name="Adyen").update(name="=HYPERLINK(1)")
        Lead.objects.filter(name="Adyen").update(name="=HYPERLINK(1)")

    assert "'=HYPERLINK(1)" in [row[0] for row in rows(ada)[8:]]
    sheet = workbook(ada.get(f"{LEADS}export.xlsx"))
    assert "<f>" not in sheet
    assert "'=HYPERLINK(1)" in sheet.replace("&apos;", "'")


def test_a_workbook_holds_the_same(ada: Client):
    sheet = workbook(ada.get(f"{LEADS}export.xlsx?path=/prijzen"))

    assert "Adyen" in sheet
    assert "DAF Trucks" not in sheet


def test_chosen_leads_are_exported_alone(ada: Client, cast: Cast):
    with tenant_scope(cast.tenant.id):
        daf = Lead.objects.get(name="DAF Trucks")

    sheet = workbook(ada.post(f"{LEADS}select/", {"do": "export", "lead": [str(daf.id)], "query": "period=28"}))

    assert "DAF Trucks" in sheet
    assert "Adyen" not in sheet


def test_an_export_is_written_down(ada: Client, cast: Cast):
    rows(ada, "?period=28&country=NL")

    with tenant_scope(cast.tenant.id):
        event = AuditEvent.objects.get(action="exported")
    assert (event.actor, event.about) == ("ada@example.nl", "leads")
    assert event.details == {"leads": 2, "form": "csv", "filter": "period=28&country=NL"}
