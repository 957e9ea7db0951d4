"""The sandbox's application: what it is made of, what it opens and closes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web

from sandbox import keys
from sandbox.api import add_api_routes, guard_api
from sandbox.catcher import catching
from sandbox.clock import Clock, utc_now
from sandbox.database import create_engine, create_schema, open_database, process_key
from sandbox.digests import Digests
from sandbox.errors import show_errors
from sandbox.fulfilment import Fulfilment
from sandbox.mailbox import add_mailbox_routes
from sandbox.mails import MailSender
from sandbox.outbox import Outbox
from sandbox.passwords import Passwords
from sandbox.portal import add_portal_routes
from sandbox.portal_session import PortalSessions
from sandbox.recovery import Recovery
from sandbox.reset_links import ResetLinks
from sandbox.security import add_security_headers, refuse_foreign_forms
from sandbox.seed import seed
from sandbox.settings import Settings
from sandbox.sign_in import SignIn

HERE = Path(__file__).parent
LARGEST_BODY_BYTES = 64 * 1024
"""The longest form is a few hundred bytes."""


def create_app(settings: Settings, clock: Clock = utc_now) -> web.Application:
    """The application, ready to be served; everything it holds is opened when it starts."""
    app = web.Application(
        middlewares=[show_errors, guard_api, refuse_foreign_forms],
        client_max_size=LARGEST_BODY_BYTES,
    )
    app[keys.SETTINGS] = settings
    aiohttp_jinja2.setup(
        app,
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    aiohttp_jinja2.get_env(app).globals["widget_url"] = str(settings.widget_script)
    add_api_routes(app)
    add_portal_routes(app)
    if settings.smtp_catcher:
        add_mailbox_routes(app)
    app.router.add_static("/static", HERE / "static")
    app.on_response_prepare.append(add_security_headers)

    async def hold_resources(app: web.Application) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await _open_resources(app, stack, settings, clock)
            yield

    app.cleanup_ctx.append(hold_resources)
    return app


async def _open_resources(
    app: web.Application, stack: AsyncExitStack, settings: Settings, clock: Clock
) -> None:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = create_engine(settings.database_path)
    stack.push_async_callback(engine.dispose)
    await create_schema(engine)
    database = open_database(engine)
    passwords = Passwords()
    await seed(database, passwords)
    key = await process_key(database)

    digests = Digests(key)
    links = ResetLinks(database, clock)
    fulfilment = Fulfilment(database, links, MailSender(settings, clock), clock)
    outbox = Outbox(database, clock, fulfilment.carry_out)
    app[keys.DATABASE] = database
    app[keys.DIGESTS] = digests
    app[keys.PASSWORDS] = passwords
    app[keys.RESET_LINKS] = links
    app[keys.RECOVERY] = Recovery(database, digests, outbox, clock)
    app[keys.SIGN_IN] = SignIn(database, digests, passwords, clock)
    app[keys.PORTAL_SESSIONS] = PortalSessions(
        key, database, secure=settings.portal_base.scheme == "https"
    )

    if settings.smtp_catcher:
        await stack.enter_async_context(
            catching(settings.smtp_host, settings.smtp_port, database, clock)
        )
    await stack.enter_async_context(_running(outbox))


@asynccontextmanager
async def _running(outbox: Outbox) -> AsyncIterator[None]:
    """Runs the outbox's worker while entered; what it was doing is taken up at the next start."""
    worker = asyncio.create_task(outbox.run(), name="outbox")
    try:
        yield
    finally:
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker
