"""What the application holds for its handlers, by typed key."""

from aiohttp.web import AppKey
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from sandbox.digests import Digests
from sandbox.passwords import Passwords
from sandbox.portal_session import PortalSessions
from sandbox.recovery import Recovery
from sandbox.reset_links import ResetLinks
from sandbox.settings import Settings
from sandbox.sign_in import SignIn

SETTINGS = AppKey("settings", Settings)
DATABASE = AppKey("database", async_sessionmaker[AsyncSession])
DIGESTS = AppKey("digests", Digests)
RECOVERY = AppKey("recovery", Recovery)
RESET_LINKS = AppKey("reset_links", ResetLinks)
PASSWORDS = AppKey("passwords", Passwords)
SIGN_IN = AppKey("sign_in", SignIn)
PORTAL_SESSIONS = AppKey("portal_sessions", PortalSessions)
