"""A conversation of a test's own with the running engine."""

import pytest

from tests.engine.test_contract import Engine
from tests.running_system import RunningSystem


@pytest.fixture
def engine(system: RunningSystem) -> Engine:
    return Engine(system)
