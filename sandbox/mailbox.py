"""The mailbox page: the mails that the catcher received.

It plays the part of a client's mail program, so it does not carry the chat widget.
"""

import aiohttp_jinja2
from aiohttp import web
from sqlalchemy import select

from sandbox.keys import DATABASE
from sandbox.tables import CaughtMail

REFRESH_S = 5
"""By a header, as the page has no script; stopping it is a link on the page (WCAG 2.2.2)."""


def add_mailbox_routes(app: web.Application) -> None:
    app.add_routes(
        [
            web.get("/courriels", _show_list),
            web.get("/courriels.json", _list_as_json),
            web.get(r"/courriels/{id:\d{1,9}}", _show_mail),
        ]
    )


async def _show_list(request: web.Request) -> web.Response:
    refreshing = request.query.get("actualiser") != "non"
    context = {"mails": await _mails(request), "refreshing": refreshing, "seconds": REFRESH_S}
    page = aiohttp_jinja2.render_template("courriels.html", request, context)
    if refreshing:
        page.headers["Refresh"] = str(REFRESH_S)
    return page


async def _show_mail(request: web.Request) -> web.Response:
    async with request.app[DATABASE].begin() as session:
        mail = await session.get(CaughtMail, int(request.match_info["id"]))
    if mail is None:
        raise web.HTTPNotFound
    return aiohttp_jinja2.render_template("courriel.html", request, {"mail": mail})


async def _list_as_json(request: web.Request) -> web.Response:
    """For tests and scripts; newest first."""
    return web.json_response(
        [
            {
                "id": mail.id,
                "received_at": mail.received_at.isoformat(),
                "sender": mail.sender,
                "recipient": mail.recipient,
                "subject": mail.subject,
                "text": mail.text,
                "html": mail.html,
            }
            for mail in await _mails(request)
        ]
    )


async def _mails(request: web.Request) -> list[CaughtMail]:
    async with request.app[DATABASE].begin() as session:
        return list(await session.scalars(select(CaughtMail).order_by(CaughtMail.id.desc())))
