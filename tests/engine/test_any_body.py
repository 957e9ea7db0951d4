"""Whatever is posted to the engine is run as what it was, or refused as docs/engine.md says."""

from typing import Any
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.test_contract import Engine
from tests.running_system import RunningSystem

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10
)
# Strings only here and there: each that is right is a turn of the real engine.
BODIES = ANYTHING | st.fixed_dictionaries(
    {"message_id": st.text(max_size=300) | ANYTHING},
    optional={
        "text": ANYTHING,
        "payload": st.sampled_from(("affirmer", "/affirmer", "/", "//", "/{}", '/x{"a"'))
        | ANYTHING,
        "metadata": ANYTHING,
    },
)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(body=BODIES)
def test_any_body_is_run_or_refused(system: RunningSystem, body: Any) -> None:
    status, answer = Engine(system, f"test-{uuid4()}").post(body)
    if status == 200:
        assert isinstance(body["message_id"], str)
        said = [body[key] for key in ("text", "payload") if body.get(key) is not None]
        assert [type(one) for one in said] == [str]
    else:
        assert status == 422, (status, answer)
        assert set(answer) == {"error"}
