"""The sandbox's HTTP server against openapi.yaml, with requests that schemathesis makes up."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from tests.ports import free_port

CONTRACT = Path(__file__).parents[2] / "actions" / "identity" / "openapi.yaml"
TOKEN = "token-of-the-tests"
START_SECONDS = 30.0
BOUNDED = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)

everything = schemathesis.openapi.from_path(CONTRACT)
allowed = schemathesis.openapi.from_path(CONTRACT)
allowed.config.generation.update(modes=[GenerationMode.POSITIVE])
for schema in (everything, allowed):
    # It takes minutes over our patterns, at collection; the fuzzing finds as much in seconds.
    schema.config.phases.coverage.enabled = False


@pytest.fixture(scope="module")
def identity_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A sandbox in a process of its own: schemathesis calls it from this one, and waits."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "sandbox"],
        env=os.environ
        | {
            "ASSISTANT_IDENTITY_TOKEN": TOKEN,
            "ASSISTANT_SANDBOX_PORT": str(port),
            "ASSISTANT_SMTP_PORT": str(free_port()),
            "ASSISTANT_DATA_DIR": str(tmp_path_factory.mktemp("sandbox")),
        },
    )
    try:
        _wait_until_ready(f"http://127.0.0.1:{port}/health")
        yield f"http://127.0.0.1:{port}/identity/v1"
    finally:
        process.terminate()
        process.wait(10)


@everything.parametrize()
@BOUNDED
def test_every_answer_is_one_of_the_contracts(case: schemathesis.Case, identity_url: str) -> None:
    """Right and wrong requests, with and without the token; none is a server's error."""
    case.call_and_validate(
        base_url=identity_url,
        headers={"Authorization": f"Bearer {TOKEN}"},
        # A key made up twice is a replay or a reuse, which no schema tells: see below.
        excluded_checks=CHECKS.get_by_names(["positive_data_acceptance"]),
    )


@allowed.parametrize()
@BOUNDED
def test_what_the_contract_allows_is_taken(case: schemathesis.Case, identity_url: str) -> None:
    """Under keys of its own, so that it is neither a replay nor throttled for its client."""
    keys = {"Idempotency-Key": str(uuid4()), "Client-Key": str(uuid4())}
    response = case.call(base_url=identity_url, headers={"Authorization": f"Bearer {TOKEN}"} | keys)
    # An account that was made up ten times is throttled for everybody.
    assert response.status_code in {200, 202, 429}


def _wait_until_ready(url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - ours
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(url)
