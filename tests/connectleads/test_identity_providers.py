"""Which other accounts people may sign in with."""

import pytest

from connectleads.identity_providers import allauth_apps, identity_providers

GOOGLE = {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}
MICROSOFT = {"MICROSOFT_CLIENT_ID": "id", "MICROSOFT_CLIENT_SECRET": "secret", "MICROSOFT_DIRECTORY": "d1"}


def read(settings: dict[str, str]):
    return identity_providers(lambda name: settings.get(name, ""))


def test_nothing_set_offers_nobody():
    assert read({}) == ()


def test_both_are_offered_with_their_discovery_and_proof_keys():
    found = read({**GOOGLE, **MICROSOFT})

    assert [one.name for one in found] == ["Google", "Microsoft"]
    assert found[1].origin == "https://login.microsoftonline.com"
    assert [app["settings"]["server_url"] for app in allauth_apps(found)] == [
        "https://accounts.google.com",
        "https://login.microsoftonline.com/d1/v2.0",
    ]
    assert all(app["settings"]["oauth_pkce_enabled"] for app in allauth_apps(found))


ONE, TWO = "11111111-2222-4333-8444-555555555555", "22222222-2222-4333-8444-555555555555"


@pytest.mark.parametrize(
    ("directory", "allowed"), [("organizations", []), (f"{TWO}, {ONE.upper()}", [ONE, TWO]), (f"{ONE},", None)]
)
def test_several_directories_share_an_endpoint_and_each_is_checked(directory: str, allowed: list[str] | None):
    (app,) = allauth_apps(read({**MICROSOFT, "MICROSOFT_DIRECTORY": directory}))

    assert app["settings"].get("directories") == allowed
    assert app["settings"]["server_url"].split("/")[3] == (ONE if allowed is None else "organizations")


@pytest.mark.parametrize("directory", ["contoso.nl", ONE, f"{ONE},{TWO}", "organizations"])
def test_microsofts_people_are_told_apart_by_directory_however_many_there_are(directory: str):
    apps = allauth_apps(read({**GOOGLE, **MICROSOFT, "MICROSOFT_DIRECTORY": directory}))

    assert [app["settings"].get("by_directory") for app in apps] == [None, True]


@pytest.mark.parametrize("directory", ["common", "consumers", f"{ONE},common", f"{ONE},contoso.nl"])
def test_personal_accounts_and_names_among_ids_are_refused(directory: str):
    with pytest.raises(ValueError, match="MICROSOFT_DIRECTORY"):
        read({**MICROSOFT, "MICROSOFT_DIRECTORY": directory})


@pytest.mark.parametrize(
    "settings",
    [
        {"GOOGLE_CLIENT_ID": "id"},
        {"MICROSOFT_CLIENT_SECRET": "secret"},
        {"MICROSOFT_CLIENT_ID": "id", "MICROSOFT_CLIENT_SECRET": "secret"},
    ],
)
def test_half_of_a_client_is_refused(settings: dict[str, str]):
    with pytest.raises(ValueError, match=r"_CLIENT_|_DIRECTORY"):
        read(settings)
