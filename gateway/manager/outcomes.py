"""What became of a conversation: one outcome for each, by the rule of docs/outcomes.md.

Pure: facts in, a verdict out. Where facts come from and when they are looked at is counting.py's.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from gateway.models import Outcome

FALLBACK = "nlu_fallback"
# What a client says for whom nothing worked so far.
STUCK = frozenset({"annuler", "insatisfaction", "probleme_persiste"})
# Intents that ask for a documented fact, which is given at once.
QUESTION = "question_"


@dataclass(frozen=True)
class Line:
    """A client's line, as the engine read it; nothing where it was not asked, as beside an agent.

    `step` is where the conversation stood after it: `problem.step`.
    """

    at: datetime
    intent: str | None = None
    step: str | None = None


@dataclass(frozen=True)
class Handover:
    """One case of a conversation."""

    problem: str | None
    # Whether a person ever took it.
    taken: bool
    # Whether its client went back to the assistant by themselves.
    given_up: bool


@dataclass(frozen=True)
class Facts:
    """All that the rule looks at."""

    # At least one, in order.
    lines: Sequence[Line]
    handovers: Sequence[Handover] = ()
    # Whether a call was asked for and not called off.
    call_back: bool = False
    # When the client last told the assistant that it is solved.
    solved_at: datetime | None = None
    # What the client last answered when asked so about the assistant.
    rated_solved: bool | None = None
    # Whether the assistant still waits for a value: a form left in the middle.
    awaits_value: bool = False
    # Whether a day went by and the client did not come back.
    stayed_away: bool = True


@dataclass(frozen=True)
class Verdict:
    """The outcome, the problem it is about, and the last step that its ladder came to."""

    outcome: Outcome
    problem: str | None
    last_step: str | None


def judge(facts: Facts, problems: Collection[str], fixes: Collection[str]) -> Verdict:
    """The outcome of a conversation with at least one line of its client's.

    `problems` are the intents that have a ladder; `fixes` the steps, `problem.step`, that propose
    something to try.
    """
    problem = _last_problem(facts, problems)
    steps = [line.step for line in facts.lines if line.step and _of_step(line.step) == problem]
    return Verdict(_outcome(facts, problem, fixes), problem, steps[-1] if steps else None)


def _outcome(facts: Facts, problem: str | None, fixes: Collection[str]) -> Outcome:
    if facts.call_back:
        return Outcome.CALL_BACK
    if any(handover.taken or not handover.given_up for handover in facts.handovers):
        return Outcome.ESCALATED
    if _is_confirmed(facts):
        return Outcome.SOLVED_CONFIRMED
    read = [line.intent for line in facts.lines if line.intent]
    if read and set(read) == {FALLBACK}:
        return Outcome.NOT_UNDERSTOOD
    if _is_assumed(facts, problem, fixes):
        return Outcome.SOLVED_ASSUMED
    return Outcome.ABANDONED


def _is_confirmed(facts: Facts) -> bool:
    """Whether the client's last word on it is that it is solved."""
    if facts.rated_solved is not None:
        return facts.rated_solved
    if facts.solved_at is None:
        return False
    return not any(line.step and line.at > facts.solved_at for line in facts.lines)


def _is_assumed(facts: Facts, problem: str | None, fixes: Collection[str]) -> bool:
    """Whether something was proposed, nothing is still asked, and the client left it at that."""
    proposed = any(
        line.step in fixes and _of_step(line.step) == problem for line in facts.lines if line.step
    )
    answered = problem is not None and problem.startswith(QUESTION)
    last = facts.lines[-1]
    return (
        (proposed or answered)
        and facts.stayed_away
        and not facts.awaits_value
        and facts.rated_solved is None
        and (last.intent not in STUCK or last.step in fixes)
    )


def _last_problem(facts: Facts, problems: Collection[str]) -> str | None:
    """The problem that was last spoken of; if it never was, the one that a case is about."""
    for line in reversed(facts.lines):
        if line.step:
            return _of_step(line.step)
        if line.intent and (line.intent in problems or line.intent.startswith(QUESTION)):
            return line.intent
    return next((h.problem for h in reversed(facts.handovers) if h.problem), None)


def _of_step(step: str) -> str:
    return step.partition(".")[0]
