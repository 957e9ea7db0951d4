"""What browsers see of the store's rows: the shapes of the browser and desk contracts, and nothing
more.

Payloads never leave: a button goes out as a title, and to its client with a token. Raw text goes to
the client alone; the desk sees the masked copy, and where its masks are (in code points).
"""

from typing import Any

from gateway.catalogue import Catalogue
from gateway.desk.agents import SignedInAgent
from gateway.handover.availability import AgentPlaces
from gateway.handover.cases import ConversationState
from gateway.handover.notes import Note
from gateway.models import Agent, Case, Message

# How a case ended that was not closed: the client was given, or went, back to the assistant.
NO_REASON = "assistant"


def client_message(message: Message) -> dict[str, Any]:
    """A message as its client sees it."""
    return {
        **_common(message),
        "text": message.text,
        "buttons": [{"title": b.title, "token": b.token} for b in message.buttons],
    }


def desk_message(message: Message) -> dict[str, Any]:
    """A message as agents see it, once it is masked."""
    return {
        **_common(message),
        "text": message.masked_text,
        "masks": [
            {"kind": mask["kind"], "start": mask["start"], "end": mask["end"]}
            for mask in message.masks
        ],
        "buttons": [{"title": b.title} for b in message.buttons],
    }


def state(conversation: ConversationState) -> dict[str, Any]:
    """Who owns a conversation, as its client sees it."""
    return {
        "owner": conversation.owner,
        "agent": conversation.agent,
        "reference": conversation.reference,
        "survey": conversation.survey,
        "agent_read_seq": conversation.agent_read_seq,
    }


def signed_in_agent(agent: SignedInAgent) -> dict[str, Any]:
    """Who is signed in, as their own page sees them."""
    return {"id": agent.id, "name": agent.name, "role": agent.role}


def me(agent: Agent, *, capacity: int) -> dict[str, Any]:
    """An agent as their own desk sees them."""
    return {
        "id": agent.id,
        "name": agent.name,
        "role": agent.role,
        "presence": agent.presence,
        "capacity": capacity,
    }


def agent(places: AgentPlaces) -> dict[str, Any]:
    """An agent as every desk sees them."""
    return {
        "id": places.id,
        "name": places.name,
        "presence": places.presence,
        "connected": places.connected,
        "cases": places.cases,
        "capacity": places.capacity,
    }


def desk_case(
    case: Case,
    *,
    viewer_agent_id: int,
    client_online: bool,
    earlier_cases: int,
    catalogue: Catalogue,
) -> dict[str, Any]:
    """A case as one agent sees it; `earlier_cases` its client has had before."""
    seen = queued_case(
        case, client_online=client_online, earlier_cases=earlier_cases, catalogue=catalogue
    )
    return seen | {"mine": case.agent_id == viewer_agent_id}


def queued_case(
    case: Case, *, client_online: bool, earlier_cases: int, catalogue: Catalogue
) -> dict[str, Any]:
    """A case as all agents see it."""
    return {
        "id": case.id,
        "reference": case.reference,
        "reason": case.reason,
        "reason_label": catalogue.label("motifs", case.reason),
        "priority": case.priority,
        "returned": case.returned,
        "problem": case.problem,
        "summary": case.summary,
        "steps": case.steps,
        "details": case.details,
        "device": case.conversation.device,
        "earlier_cases": earlier_cases,
        "opened_at": case.opened_at.isoformat(),
        "queued_at": case.queued_at.isoformat(),
        "owner": case.conversation.owner,
        "agent": case.agent.name if case.agent else None,
        "agent_id": case.agent_id,
        "client_online": client_online,
        "warned": case.warned_at is not None,
    }


def earlier_case(case: Case, catalogue: Catalogue) -> dict[str, Any]:
    """A case that is over, as agents see it beside the client's next one."""
    return {
        "id": case.id,
        "reference": case.reference,
        "reason_label": catalogue.label("motifs", case.reason),
        "summary": case.summary,
        "opened_at": case.opened_at.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
        "outcome_label": catalogue.label("fermetures", case.close_reason or NO_REASON),
    }


def note(noted: Note) -> dict[str, Any]:
    """What an agent has noted, as agents see it."""
    return {"id": noted.id, "at": noted.at.isoformat(), "agent": noted.agent, "text": noted.text}


def _common(message: Message) -> dict[str, Any]:
    return {
        "seq": message.seq,
        "id": message.id,
        "at": message.at.isoformat(),
        "from": {"kind": message.speaker, "name": message.name},
        "expects": message.expects,
    }
