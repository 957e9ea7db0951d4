"""What the logs must not hold, even when something fails in a way that nobody has thought of."""

import logging

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from gateway.logs import set_up_logs

SECRET_WORDS = "Zacharie Quévillon"


async def _fail(_request: web.Request) -> web.Response:
    raise ValueError(SECRET_WORDS)


async def test_a_request_that_fails_leaves_its_kind_and_place_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    root, filters = logging.getLogger(), logging.getLogger("aiohttp.server").filters
    before, filters_before = root.handlers[:], filters[:]
    root.handlers.clear()
    try:
        set_up_logs()
        # As in production.
        logging.getLogger("aiohttp.access").disabled = True
        app = web.Application()
        app.add_routes([web.get("/", _fail)])
        async with TestServer(app) as server, ClientSession() as http:
            response = await http.get(server.make_url("/"))
        assert response.status == 500
    finally:
        root.handlers[:], filters[:] = before, filters_before
        logging.getLogger("aiohttp.access").disabled = False
    logged = capsys.readouterr().out
    assert "request_failed ValueError" in logged
    assert "_fail" in logged
    assert SECRET_WORDS not in logged
    assert "127.0.0.1" not in logged
