"""What every suite shares: the whole running system, started once for the session."""

from collections.abc import Iterator

import pytest

from tests.running_system import RunningSystem


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    """The running assistant; a conversation each, so that tests don't disturb one another."""
    with RunningSystem(tmp_path_factory.mktemp("system")).run() as running:
        yield running
