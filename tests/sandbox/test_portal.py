"""The portal's pages over real HTTP."""

import asyncio
import hashlib
import re
from typing import Any

import pytest
from aiohttp import ClientResponse
from sqlalchemy import select
from yarl import URL

from sandbox import portal_session
from sandbox.keys import DATABASE
from sandbox.passwords import Passwords
from sandbox.portal_session import COOKIE
from sandbox.security import content_security_policy
from sandbox.seed import DEMO_PASSWORD
from sandbox.tables import Attempt, Job, ResetLink
from tests.sandbox.running import WIDGET_URL, RunningSandbox

NEW_PASSWORD = "trois mots sans lien"
PAGES = ("/portail/", "/portail/mot-de-passe-oublie", "/portail/code-oublie")


class Browser:
    """Follows links and sends forms as a page of the portal would."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self._sandbox = sandbox

    async def get(self, path: str) -> tuple[ClientResponse, str]:
        async with self._sandbox.http.get(f"{self._sandbox.url}{path}") as page:
            return page, await page.text()

    async def send(self, path: str, **form: str) -> tuple[ClientResponse, str]:
        async with self._sandbox.http.post(
            f"{self._sandbox.url}{path}", data=form, headers={"Origin": self._sandbox.url}
        ) as page:
            return page, await page.text()

    async def sign_in(self, code: str, password: str) -> tuple[ClientResponse, str]:
        return await self.send("/portail/", user_code=code, password=password)

    async def ask_reset(self, code: str, first_name: str, last_name: str) -> str:
        """Asks for a reset link on the portal's form; the token of the newest mail."""
        await self.send(
            "/portail/mot-de-passe-oublie",
            user_code=code,
            first_name=first_name,
            last_name=last_name,
        )
        mails = await self._sandbox.mails()
        found = re.search(r"jeton=([\w-]+)", mails[-1].text)
        assert found
        return found[1]

    async def set_password(self, token: str, first: str, second: str | None = None) -> Any:
        return await self.send(
            "/portail/reinitialisation", token=token, password=first, password_again=second or first
        )


@pytest.fixture
def browser(sandbox: RunningSandbox) -> Browser:
    return Browser(sandbox)


# Signing in


@pytest.mark.parametrize("code", ["AB123456", "ab 123 456", "LM678901", "QR890123", "YZ246801"])
async def test_sign_in_and_out(browser: Browser, code: str) -> None:
    page, text = await browser.sign_in(code, DEMO_PASSWORD)
    assert page.url.path == "/portail/bienvenue"
    assert "Bienvenue" in text
    page, text = await browser.send("/portail/deconnexion")
    assert page.url.path == "/portail/"
    page, _ = await browser.get("/portail/bienvenue")
    assert page.url.path == "/portail/"


async def test_refusals_are_all_alike(browser: Browser) -> None:
    answers = []
    for code, password in (
        ("AB123456", "wrong"),
        ("ZZ999999", DEMO_PASSWORD),
        ("WX135790", DEMO_PASSWORD),
    ):
        page, text = await browser.sign_in(code, password)
        answers.append((page.status, text.replace(code, "")))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 422


async def test_unknown_code_costs_a_verification_too(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str | None] = []
    matches = Passwords.matches

    async def watched(self: Passwords, password_hash: str | None, password: str) -> bool:
        verified.append(password_hash)
        return await matches(self, password_hash, password)

    monkeypatch.setattr(Passwords, "matches", watched)
    await browser.sign_in("ZZ999999", "wrong")
    assert verified == [None]


async def test_nobodys_hash_lets_nobody_in() -> None:
    assert not await Passwords().matches(None, "")


async def test_sign_in_is_throttled_before_any_look_up(
    browser: Browser, sandbox: RunningSandbox
) -> None:
    for code in ("AB123456", "ZZ999999"):
        for _ in range(5):
            page, _ = await browser.sign_in(code, "wrong")
            assert page.status == 422
        page, text = await browser.sign_in(code.lower(), DEMO_PASSWORD)
        assert page.status == 429
        assert int(page.headers["Retry-After"]) <= 15 * 60
        assert "beaucoup d'essais" in text.replace("&#39;", "'")
    sandbox.clock.move(minutes=15)
    page, _ = await browser.sign_in("AB123456", DEMO_PASSWORD)
    assert page.url.path == "/portail/bienvenue"


async def test_sign_ins_side_by_side_all_count(browser: Browser) -> None:
    tries = await asyncio.gather(*(browser.sign_in("AB123456", "wrong") for _ in range(8)))
    assert sorted(page.status for page, _ in tries) == [422] * 5 + [429] * 3


async def test_rightful_sign_in_clears_the_count(browser: Browser, sandbox: RunningSandbox) -> None:
    for _ in range(4):
        await browser.sign_in("AB123456", "wrong")
    await browser.sign_in("AB123456", DEMO_PASSWORD)
    assert await sandbox.count(Attempt) == 0


async def test_empty_fields(browser: Browser, sandbox: RunningSandbox) -> None:
    page, text = await browser.sign_in(" ", "")
    assert page.status == 422
    assert "Entrez votre mot de passe." in text
    assert await sandbox.count(Attempt) == 0


async def test_session_cookie(browser: Browser, sandbox: RunningSandbox) -> None:
    page, _ = await browser.sign_in("AB123456", DEMO_PASSWORD)
    cookie = page.history[0].cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/portail"
    for forged in ("", "WzEsMV0", cookie.value[:-1], f"{cookie.value}x"):
        sandbox.http.cookie_jar.update_cookies({COOKIE: forged}, page.url)
        page, _ = await browser.get("/portail/bienvenue")
        assert page.url.path == "/portail/"


async def test_session_ends_by_itself(
    browser: Browser, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await browser.sign_in("AB123456", DEMO_PASSWORD)
    monkeypatch.setattr(portal_session, "LIFETIME_S", -1)
    page, _ = await browser.get("/portail/bienvenue")
    assert page.url.path == "/portail/"


# Recovering access


async def test_reset_from_end_to_end(browser: Browser, sandbox: RunningSandbox) -> None:
    token = await browser.ask_reset("ab123456", "jean", "tremblay")
    page, text = await browser.get(f"/portail/reinitialisation?jeton={token}")
    assert page.url.path == "/portail/reinitialisation"
    assert "de 12 à 128" in text
    page, text = await browser.set_password(token, NEW_PASSWORD)
    assert page.url.path == "/portail/"
    assert "Votre mot de passe est changé." in text
    page, _ = await browser.sign_in("AB123456", NEW_PASSWORD)
    assert page.url.path == "/portail/bienvenue"
    page, _ = await browser.sign_in("AB123456", DEMO_PASSWORD)
    assert page.status == 422


async def test_forms_read_the_same_for_every_account(
    browser: Browser, sandbox: RunningSandbox
) -> None:
    answers = []
    for code in ("AB123456", "ZZ999999", "AB123456"):  # known, unknown, throttled
        page, text = await browser.send(
            "/portail/mot-de-passe-oublie", user_code=code, first_name="Jean", last_name="Tremblay"
        )
        answers.append((page.status, page.url.path, text))
    assert answers[0] == answers[1] == answers[2]
    assert len(await sandbox.mails()) == 1


async def test_forgotten_code(browser: Browser, sandbox: RunningSandbox) -> None:
    page, _ = await browser.send(
        "/portail/code-oublie",
        account_type="joint",
        first_name="Sylvie",
        last_name="Lajoie Côté",
        email=" gagnon.lajoie@example.com ",
    )
    assert page.url.path == "/portail/demande-recue/code"
    (mail,) = await sandbox.mails()
    assert "LM678901" in mail.text


async def test_malformed_forms_send_nothing(browser: Browser, sandbox: RunningSandbox) -> None:
    page, text = await browser.send("/portail/mot-de-passe-oublie", first_name='"><b>Jean')
    assert page.status == 422
    assert "Entrez votre nom." in text
    assert "<b>Jean" not in text
    page, text = await browser.send("/portail/code-oublie", account_type="company", email="x")
    assert page.status == 422
    assert "Choisissez le type de votre compte." in text
    assert await sandbox.count(Job) == 0


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("trop court", None, "de 12 à 128 caractères"),
        ("a" * 129, None, "de 12 à 128 caractères"),
        ("mon code ab-123456", None, "ne doit pas contenir votre code"),
        ("ababababababab", None, "répète trop souvent"),
        (NEW_PASSWORD, NEW_PASSWORD.upper(), "sont différents"),
    ],
)
async def test_new_password_rules(
    browser: Browser, sandbox: RunningSandbox, password: str, again: str | None, sentence: str
) -> None:
    token = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    page, text = await browser.set_password(token, password, again)
    assert page.status == 422
    assert sentence in text
    assert await sandbox.count(ResetLink) == 1
    page, _ = await browser.set_password(token, NEW_PASSWORD)
    assert page.url.path == "/portail/"


# Links that are no longer good lead to the login page (F7)


async def assert_dead(browser: Browser, token: str) -> None:
    for page, text in (
        await browser.get(f"/portail/reinitialisation?jeton={token}"),
        await browser.set_password(token, NEW_PASSWORD),
    ):
        assert page.url.path_qs == "/portail/?avis=lien"
        assert "Ce lien n'est plus valide." in text


async def test_link_lives_one_hour(browser: Browser, sandbox: RunningSandbox) -> None:
    token = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    sandbox.clock.move(minutes=59)
    page, _ = await browser.get(f"/portail/reinitialisation?jeton={token}")
    assert page.url.path == "/portail/reinitialisation"
    sandbox.clock.move(minutes=1)
    await assert_dead(browser, token)


async def test_link_serves_once(browser: Browser) -> None:
    token = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    for _ in range(2):  # a mail filter that opens it uses nothing up
        await browser.get(f"/portail/reinitialisation?jeton={token}")
    await browser.set_password(token, NEW_PASSWORD)
    await assert_dead(browser, token)


async def test_link_serves_once_side_by_side(browser: Browser) -> None:
    token = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    ends = await asyncio.gather(*(browser.set_password(token, NEW_PASSWORD) for _ in range(4)))
    assert sorted(page.url.query["avis"] for page, _ in ends) == ["lien"] * 3 + ["mot-de-passe"]


async def test_newer_link_replaces_the_older(browser: Browser, sandbox: RunningSandbox) -> None:
    older = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    sandbox.clock.move(minutes=31)
    newer = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    assert older != newer
    await assert_dead(browser, older)
    page, _ = await browser.set_password(newer, NEW_PASSWORD)
    assert page.url.path_qs == "/portail/?avis=mot-de-passe"


@pytest.mark.parametrize("token", ["", "x", "%00", "%FF", "a" * 5000, "é"])
async def test_unknown_link(browser: Browser, token: str) -> None:
    page, _ = await browser.get(f"/portail/reinitialisation?jeton={token}")
    assert page.url.path_qs == "/portail/?avis=lien"


async def test_token_is_kept_hashed(browser: Browser, sandbox: RunningSandbox) -> None:
    token = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    async with sandbox.app[DATABASE].begin() as session:
        link = (await session.scalars(select(ResetLink))).one()
    assert link.token_hash == hashlib.sha256(token.encode()).hexdigest()


async def test_new_password_ends_sessions(browser: Browser, sandbox: RunningSandbox) -> None:
    await browser.sign_in("AB123456", DEMO_PASSWORD)
    token = await browser.ask_reset("AB123456", "Jean", "Tremblay")
    await browser.set_password(token, NEW_PASSWORD)
    page, _ = await browser.get("/portail/bienvenue")
    assert page.url.path == "/portail/"


# What browsers are told, and what is refused


@pytest.mark.parametrize("path", [*PAGES, "/portail/rien", "/health", "/courriels"])
async def test_headers(browser: Browser, path: str) -> None:
    page, _ = await browser.get(path)
    policy = page.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self' http://127.0.0.1:1;" in policy
    assert "connect-src 'self' http://127.0.0.1:1 ws://127.0.0.1:1;" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["Cache-Control"] == "no-store"
    assert "Server" not in page.headers


def test_policy_behind_tls() -> None:
    policy = content_security_policy(URL("https://aide.example/clavardage.js"))
    assert "connect-src 'self' https://aide.example wss://aide.example;" in policy


@pytest.mark.parametrize("path", PAGES)
async def test_pages_carry_the_widget(browser: Browser, path: str) -> None:
    _, text = await browser.get(path)
    assert f'<script async src="{WIDGET_URL}"' in text
    assert '<html lang="fr-CA">' in text
    assert "style=" not in text


@pytest.mark.parametrize(
    ("path", "context"),
    [
        ("/portail/", ""),
        ("/portail/?avis=lien", "lien_expire"),
        ("/portail/code-oublie", "code_utilisateur_oublie"),
        ("/portail/mot-de-passe-oublie", "mot_de_passe_oublie"),
        ("/portail/demande-recue/mot-de-passe", "courriel_non_recu"),
        ("/portail/demande-recue/code", ""),
    ],
)
async def test_pages_say_what_they_are_about(browser: Browser, path: str, context: str) -> None:
    _, text = await browser.get(path)
    assert f'data-contexte="{context}"' in text


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:1"]
)
async def test_forms_of_other_origins_are_refused(
    sandbox: RunningSandbox, origin: str | None
) -> None:
    headers = {} if origin is None else {"Origin": origin}
    for path, form in (
        ("/portail/", {"user_code": "AB123456", "password": DEMO_PASSWORD}),
        (
            "/portail/mot-de-passe-oublie",
            {"user_code": "AB123456", "first_name": "Jean", "last_name": "Tremblay"},
        ),
        ("/portail/deconnexion", {}),
    ):
        async with sandbox.http.post(
            f"{sandbox.url}{path}", data=form, headers=headers, allow_redirects=False
        ) as page:
            assert page.status == 403
            assert COOKIE not in page.cookies
    assert await sandbox.count(Job) == 0
    assert await sandbox.count(Attempt) == 0


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"user_code=\xff&password=\xff", "application/x-www-form-urlencoded", 400),
        (b"user_code=a", "application/x-www-form-urlencoded; charset=none", 400),
        (b"garbage", "multipart/form-data; boundary=x", 400),
        (b"{}", "application/json", 422),
        (b"user_code=" + b"a" * 100_000, "application/x-www-form-urlencoded", 413),
    ],
)
async def test_strange_bodies(
    sandbox: RunningSandbox, body: bytes, content_type: str, status: int
) -> None:
    headers = {"Origin": sandbox.url, "Content-Type": content_type}
    async with sandbox.http.post(f"{sandbox.url}/portail/", data=body, headers=headers) as page:
        assert page.status == status


async def test_unknown_page(browser: Browser) -> None:
    page, text = await browser.get("/portail/rien")
    assert page.status == 404
    assert "Page introuvable" in text
