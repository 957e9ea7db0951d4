"""What supervisors see of the store's rows: shapes of their page's contract (docs/people.md).

As in views.py: no raw text, no conversation's id, nothing that would let anyone in.
"""

from typing import Any

from gateway import views
from gateway.catalogue import Catalogue
from gateway.desk.supervision import AssistedConversation, SupervisedCase
from gateway.handover.ownership import Owner
from gateway.models import Agent, Case, CaseEventKind, OpenedValue


def team_member(agent: Agent, cases: int) -> dict[str, Any]:
    """An account as supervisors see it, with the number of its open cases."""
    invited_until = agent.invitation_expires_at
    return {
        "id": agent.id,
        "login": agent.login,
        "name": agent.name,
        "role": agent.role,
        "locked": agent.locked_at is not None,
        # Whether it still has no password, and until when its link is good, if it has one.
        "new": agent.password_hash is None,
        "invited_until": invited_until.isoformat() if invited_until else None,
        "presence": agent.presence,
        "connected": agent.gone_at is None,
        "cases": cases,
    }


def supervised_case(
    case: Case, last_event: CaseEventKind | None, catalogue: Catalogue
) -> dict[str, Any]:
    """A case in the supervisors' list; `last_event` is what happened to it last."""
    return {
        "id": case.id,
        "reference": case.reference,
        "reason_label": catalogue.label("motifs", case.reason),
        "problem": case.problem,
        "problem_label": _problem_label(case.problem, catalogue),
        # Of the case, not of what the conversation has become since.
        "owner": _case_owner(case),
        "agent": case.agent.name if case.agent else None,
        "agent_id": case.agent_id,
        "opened_at": case.opened_at.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
        "close_label": (
            catalogue.label("fermetures", case.close_reason) if case.close_reason else None
        ),
        "last_event": last_event,
    }


def supervised_conversation(found: SupervisedCase, catalogue: Catalogue) -> dict[str, Any]:
    """A case with all that a supervisor may read of it."""
    case = found.case
    return {
        "case": {
            **supervised_case(case, found.events[-1].kind if found.events else None, catalogue),
            "summary": case.summary,
            "steps": case.steps,
            "details": case.details,
            "device": case.conversation.device,
        },
        "messages": [views.desk_message(message) for message in found.messages],
        "notes": [views.note(note) for note in found.notes],
        "events": [
            {
                "at": event.at.isoformat(),
                "kind": event.kind,
                "agent": event.agent,
                "to_agent": event.to_agent,
            }
            for event in found.events
        ],
        "close_note": found.close_note,
    }


def assisted_conversation(found: AssistedConversation, catalogue: Catalogue) -> dict[str, Any]:
    """A conversation without a case, in the supervisors' list."""
    return {
        "key": found.key,
        "started_at": found.started_at.isoformat(),
        "last_at": found.last_at.isoformat(),
        "lines": found.lines,
        "device": found.device,
        "problem_label": _problem_label(found.problem, catalogue),
    }


def opened_value(opened: OpenedValue, reference: str | None) -> dict[str, Any]:
    """That somebody opened a value, or read a conversation."""
    return {
        "id": opened.id,
        "at": opened.at.isoformat(),
        "agent": opened.agent.name,
        "reference": reference,
        "kind": opened.kind,
    }


def _case_owner(case: Case) -> Owner:
    if case.closed_at is not None:
        return Owner.CLOSED
    return Owner.WAITING if case.agent_id is None else Owner.AGENT


def _problem_label(problem: str | None, catalogue: Catalogue) -> str | None:
    """What a problem is called, if it is one that clients choose by name."""
    named = catalogue.contexts.get(problem or "")
    return named.title if named else None
