"""Every conversation of this folder goes as written, against the whole running system."""

from pathlib import Path

import pytest

from tests.conversations.player import Stage, Unexpected, play
from tests.conversations.scenario import Scenario, load
from tests.running_system import RunningSystem

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
async def test_conversation(
    path: Path, system: RunningSystem, request: pytest.FixtureRequest
) -> None:
    scenarios = load(path)
    if scenarios[0].known_defect is not None:
        # Strict: whoever corrects it takes the mark away.
        request.applymarker(pytest.mark.xfail(reason=scenarios[0].known_defect, strict=True))
    stage = Stage(
        gateway_url=system.gateway_url,
        portal_url=system.portal_url,
        agent_login=system.agent_login,
        agent_password=system.agent_password,
        system=system,
    )
    answers = [(s, await _answers(s, stage)) for s in scenarios]
    [(first, expected), *others] = answers
    for other, given in others:
        assert given == expected, f"{dict(first.values)} and {dict(other.values)} read differently"


async def _answers(scenario: Scenario, stage: Stage) -> list[dict[str, object]]:
    """What the client was told, with the values of the variant replaced by their names."""
    try:
        transcript = await play(scenario, stage)
    except Unexpected as failure:
        pytest.fail(str(failure), pytrace=False)
    return transcript.answers_without(scenario.values)
