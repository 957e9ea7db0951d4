"""The actions are asked again while they restart, over one connection otherwise."""

import asyncio

import pytest
from aiohttp import ClientConnectionError, web
from aiohttp.test_utils import unused_port

from bot import actions_endpoint
from bot.actions_endpoint import ActionsEndpoint


async def serve(port: int) -> web.AppRunner:
    async def act(_request: web.Request) -> web.Response:
        return web.json_response({"events": [], "responses": []})

    app = web.Application()
    app.router.add_post("/webhook", act)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, reuse_address=True).start()
    return runner


def test_a_restart_of_the_actions_is_waited_for() -> None:
    async def restart() -> None:
        port = unused_port()
        endpoint = ActionsEndpoint(f"http://127.0.0.1:{port}/webhook", "secret")
        first = await serve(port)
        assert await endpoint.request(method="post", json={}) == {"events": [], "responses": []}
        await first.cleanup()
        asked = asyncio.create_task(endpoint.request(method="post", json={}))
        await asyncio.sleep(0.5)
        assert not asked.done()
        second = await serve(port)
        assert await asked == {"events": [], "responses": []}
        await endpoint.close()
        await second.cleanup()

    asyncio.run(restart())


def test_actions_that_stay_away_are_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions_endpoint, "_BRIDGED_S", 0.3)

    async def ask() -> None:
        endpoint = ActionsEndpoint(f"http://127.0.0.1:{unused_port()}/webhook", "secret")
        with pytest.raises(ClientConnectionError):
            await endpoint.request(method="post", json={})
        await endpoint.close()

    asyncio.run(ask())
