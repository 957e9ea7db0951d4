"""Only `gateway.handover.ownership.move` writes an owner: found by reading the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GATEWAY = Path(__file__).parents[3] / "gateway"
HOME = GATEWAY / "handover/ownership.py"
REMEDY = "write an owner through handover.ownership.move(conversation, event), which checks it"
# Calls that would write a row's owner: the constructor, and an UPDATE or INSERT.
WRITING_CALLS = {"Conversation", "values"}


def owner_writes(source: str) -> Iterator[int]:
    """The lines of `source` that write an owner."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr="owner", ctx=ast.Store()):
                yield node.lineno
            case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant("owner"), *_]):
                yield node.lineno
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if (
                name in WRITING_CALLS
            ):
                if any(keyword.arg == "owner" for keyword in node.keywords):
                    yield node.lineno


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(GATEWAY.rglob("*.py")) if "node_modules" not in path.parts],
    ids=lambda path: str(path.relative_to(GATEWAY)),
)
def test_nothing_else_writes_an_owner(path: Path) -> None:
    lines = list(owner_writes(path.read_text(encoding="utf-8")))
    if path == HOME:
        assert len(lines) == 1, "move has one assignment"
    else:
        assert not lines, f"{path}, lines {lines}: {REMEDY}"


@pytest.mark.parametrize(
    "source",
    [
        "conversation.owner = Owner.BOT",
        "case.conversation.owner = x",
        "a, c.owner = 1, 2",
        "c.owner += x",
        "setattr(conversation, 'owner', x)",
        "update(Conversation).values(owner=x)",
        "Conversation(id=1, owner=x)",
        "models.Conversation(owner=x)",
    ],
)
def test_the_scan_sees_a_write(source: str) -> None:
    assert list(owner_writes(source)) == [1]


@pytest.mark.parametrize(
    "source", ["x = conversation.owner", "State(owner=x)", "select(C).where(C.owner == x)"]
)
def test_the_scan_lets_readers_be(source: str) -> None:
    assert list(owner_writes(source)) == []
