"""What a case tells an agent before they have read a line of it, and what is kept of readings."""

import aiohttp
import pytest

from gateway.catalogue import load_catalogue
from gateway.devices import device_of
from tests.gateway.clients import Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()
ASK = "un agent"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
CHROMIUM = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0"


@pytest.fixture(autouse=True)
def asking_for_a_person(engine: FakeEngine) -> None:
    engine.says[ASK] = reply(
        "Oui.",
        filled={"nom": "Tremblé"},
        custom=handover(
            etapes=["indésirables vérifiés", "renvoi pour Jean Tremblé"],
            details=["courriel demandé il y a environ 45 min", "aussi : jean@exemple.ca"],
        ),
    )


async def browse(gateway: RunningGateway, cookie: str | None = None, end: bool = False) -> Tab:
    """The tab of an iPhone's browser, on its conversation or on a new one."""
    headers = {"Origin": PORTAL_ORIGIN, "User-Agent": IPHONE}
    if cookie is not None:
        headers["Cookie"] = cookie
    url = f"{gateway.url}/api/conversation"
    async with aiohttp.ClientSession() as http:
        if end:
            async with http.post(f"{url}/fin", headers=headers) as response:
                assert response.status == 204
        async with http.post(url, headers=headers) as response:
            cookie = f"assistant_conversation={response.cookies['assistant_conversation'].value}"
    tab = Tab(gateway.url, cookie)
    await tab.connect()
    await tab.until(lambda: tab.named("history"))
    return tab


async def test_steps_and_details_are_told_masked(tab: Tab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    await desk.first_case()
    [case] = desk.queue
    assert case["steps"] == ["indésirables vérifiés", "renvoi pour Jean [nom masqué]"]
    assert case["details"] == [
        "courriel demandé il y a environ 45 min",
        "aussi : [courriel masqué]",
    ]


async def test_a_case_tells_the_device_and_how_often_before(
    gateway: RunningGateway, open_desk: OpenDesk, open_tab: OpenTab
) -> None:
    desk = await open_desk("camille")
    first = await browse(gateway)
    await first.say(ASK)
    [case] = [await desk.first_case()]
    assert desk.queue[0]["device"] == "iPhone, Safari"
    assert desk.queue[0]["earlier_cases"] == 0
    await desk.act("take", case)
    await desk.act("hand_back", case)
    await first.until(lambda: first.owner == "bot")
    await first.say(ASK)
    await desk.until(lambda: [c["earlier_cases"] for c in desk.queue] == [1])

    # The same browser, after its client has ended that conversation: both count.
    second = await browse(gateway, first.cookie, end=True)
    await second.say(ASK)
    await desk.until(lambda: [c["earlier_cases"] for c in desk.queue] == [2])
    await (await open_tab()).say(ASK)
    await desk.until(lambda: [c["earlier_cases"] for c in desk.queue] == [2, 0])
    await desk.act("open", desk.queue[0]["id"])
    assert desk.named("conversation")[-1]["case"]["earlier_cases"] == 2
    for tab in (first, second):
        await tab.close()


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (IPHONE, "iPhone, Safari"),
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROMIUM} Safari/537.36 Edg/125.0.0.0",
            "Ordinateur Windows, Edge",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 10; K) {CHROMIUM} Mobile Safari/537.36",
            "Téléphone ou tablette Android, Chrome",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko Firefox/126.0",
            "Ordinateur Linux, Firefox",
        ),
        ("Python/3.12 aiohttp/3.14", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_a_device_is_named_in_plain_words(user_agent: str, device: str | None) -> None:
    assert device_of(user_agent, CATALOGUE) == device


async def test_how_a_line_was_read_is_kept_with_it(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["rien reçu"] = reply("Depuis quand?", step="courriel_non_recu.depuis_quand")
    engine.fails["panne"] = 500
    await tab.say("rien reçu")
    await tab.say("panne")
    await tab.say("allo?")
    rows = await gateway.rows("SELECT intent, confidence, step FROM turns ORDER BY seq")
    assert rows == [
        ("test", 0.9, "courriel_non_recu.depuis_quand"),
        (None, None, None),
        (None, None, None),
    ]
