"""Who lives in the demo installation: two tenants that must never see each other, and their people (pure)."""

from dataclasses import dataclass

PASSWORD = "connectleads-demo"  # noqa: S105 (the demo's own, printed to whoever starts it)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody who can sign in to the demo, with a role in one tenant."""

    email: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class DemoTenant:
    """A tenant of the demo. `networks` are blocks whose holders become its leads in the history."""

    slug: str
    name: str
    site: str
    site_key: str
    hosts: tuple[str, ...]
    people: tuple[DemoPerson, ...]
    companies: tuple[str, ...]


# Blocks of organisations that route their own address space, as routing data tells; the visits are made up.
VORSTKADE = DemoTenant(
    slug="vorstkade",
    name="Vorstkade Koeltechniek",
    site="vorstkade.example",
    site_key="demovorstkade222",
    hosts=("localhost", "127.0.0.1", "vorstkade.example"),
    people=(
        DemoPerson("ada@vorstkade.example", "Ada de Boer", "owner"),
        DemoPerson("ben@vorstkade.example", "Ben Mulder", "member"),
        DemoPerson("vera@vorstkade.example", "Vera Smit", "viewer"),
    ),
    companies=(
        "146.106.0.0/16",
        "144.2.168.0/23",
        "193.27.16.0/23",
        "185.14.168.0/22",
        "194.53.160.0/22",
        "145.35.0.0/16",
        "141.93.64.0/18",
        "193.17.128.0/19",
        "141.29.182.0/23",
        "138.106.0.0/16",
        "45.138.168.0/22",
        "150.251.32.0/19",
        "171.20.64.0/18",
        "139.3.0.0/16",
        "128.246.0.0/16",
        "130.138.224.0/19",
        "31.132.200.0/21",
        "45.14.0.0/23",
        "91.236.214.0/23",
        "185.22.188.0/22",
        "193.141.226.0/24",
        "141.176.0.0/16",
        "185.167.255.0/24",
        "156.31.0.0/16",
    ),
)
RIVAL = DemoTenant(
    slug="noordpool",
    name="Noordpool Klimaat",
    site="noordpool.example",
    site_key="demonoordpool333",
    hosts=("noordpool.example",),
    people=(DemoPerson("rolf@noordpool.example", "Rolf Visser", "owner"),),
    companies=(
        "145.14.56.0/21",
        "193.176.63.0/24",
        "145.219.64.0/18",
        "145.221.0.0/16",
        "85.119.16.0/21",
        "37.10.40.0/21",
        "185.184.96.0/22",
        "149.226.192.0/21",
        "140.94.0.0/16",
        "193.244.0.0/16",
        "164.140.0.0/17",
        "192.71.68.0/23",
        "194.42.126.0/23",
    ),
)
TENANTS = (VORSTKADE, RIVAL)

# Home users of access providers, hosts, and public bodies: visits that never become a lead.
PROVIDERS = ("86.83.0.0/16", "77.160.0.0/12", "188.88.0.0/14", "84.192.0.0/13", "91.176.0.0/13", "62.45.0.0/16")
HOSTS = ("85.17.0.0/16", "104.16.0.0/14")
PUBLIC_BODIES = ("145.18.0.0/16", "146.50.0.0/16")
