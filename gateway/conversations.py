"""Conversations and their messages: the only module that reads or writes those rows.

Every function works inside the caller's session, so that what belongs together is committed
together. A conversation is reached only through `access_conversation`; a missing one and a
forbidden one look alike. What is sealed in the rows is clear for those who call, and the other way
round. This module must not know sockets, the engine or agents' rights.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from uuid import uuid4

from sqlalchemy import BindParameter, bindparam, delete, exists, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from actions.folding import fold
from gateway.choices import Choice
from gateway.conversation_keys import cipher_of, make_key
from gateway.follow_ups import drop_follow_up
from gateway.handover.ownership import Owner
from gateway.manager.counting import count_and_unlink
from gateway.masking import Masked
from gateway.models import (
    Button,
    Conversation,
    FilledValue,
    FollowUp,
    Message,
    MisunderstoodLine,
    Speaker,
    Turn,
    TurnStatus,
    now,
)
from gateway.sealing import Cipher

# 256 bits in a conversation's id and 128 in a button's token: not to be guessed.
CONVERSATION_ID_BYTES = 32
BUTTON_TOKEN_BYTES = 16
# A typed line is a button's words if it is that like them: a letter or two wrong, and no word more.
ALIKE = 0.92


# When the engine was last told of a conversation that it must forget without waiting.
FORGET_AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)

# What each turn asks for several times, made once: making a statement takes as long as running it.
_CONVERSATION_ID: BindParameter[str] = bindparam("conversation_id")
_OWNER = select(Conversation.owner).where(Conversation.id == _CONVERSATION_ID)
_MESSAGE_OF_ID = select(Message).where(
    Message.conversation_id == _CONVERSATION_ID, Message.id == bindparam("message_id")
)
_MESSAGES_AFTER = (
    select(Message)
    .options(selectinload(Message.buttons))
    .where(Message.conversation_id == _CONVERSATION_ID, Message.seq > bindparam("after_seq"))
    .order_by(Message.seq)
)
_FILLED_VALUES = (
    select(FilledValue)
    .where(FilledValue.conversation_id == _CONVERSATION_ID)
    .order_by(FilledValue.id)
)
# The second only says whether there is one.
_NEXT_TWO_PENDING = (
    select(Turn, Message, Button, Conversation)
    .join(
        Message,
        (Message.conversation_id == Turn.conversation_id) & (Message.seq == Turn.seq),
    )
    .join(Conversation, Conversation.id == Turn.conversation_id)
    .outerjoin(Button, Button.token == Turn.button_token)
    .where(Turn.conversation_id == _CONVERSATION_ID, Turn.status == TurnStatus.PENDING)
    .order_by(Turn.seq)
    .limit(2)
)


class ConversationAbsent(Exception):
    """There is no such conversation for whoever asks."""


@dataclass(frozen=True)
class PendingTurn:
    """A client's message that waits for its answer; a pressed button has a `payload` too."""

    conversation_id: str
    seq: int
    message_id: str
    text: str
    payload: str | None
    client_key: str
    # The value that was asked for when it was written, and when this was read.
    expects: frozenset[str]
    # What was asked for when this was read.
    asked: str | None
    # Who owned the conversation when this was read.
    owner: Owner
    # Whether another one waited behind it when this was read.
    is_followed: bool


@dataclass(frozen=True)
class Reading:
    """How the engine read a client's message: the intent, how sure, and the ladder's step after."""

    intent: str | None = None
    confidence: float | None = None
    step: str | None = None


NOT_READ = Reading()


async def start_conversation(
    session: AsyncSession, conversation_id: str | None = None
) -> Conversation:
    """Create an empty conversation; without an id for it, under a new one nobody can guess."""
    conversation = Conversation(id=conversation_id or secrets.token_urlsafe(CONVERSATION_ID_BYTES))
    session.add(conversation)
    # The defaults of the row are wanted at once.
    await session.flush()
    await make_key(session, conversation.id)
    return conversation


async def access_conversation(session: AsyncSession, conversation_id: str) -> Conversation:
    """The conversation of that id, locked until the end of a writing transaction.

    The id comes from a cookie we signed, or from a case an agent may open. Raises
    ConversationAbsent.
    """
    conversation = await session.get(Conversation, conversation_id, with_for_update=True)
    if conversation is None:
        raise ConversationAbsent
    return conversation


async def append_message(
    session: AsyncSession,
    conversation: Conversation,
    speaker: Speaker,
    text: str,
    *,
    name: str | None = None,
    masked: Masked | None = None,
    unsettled: bool = False,
    choices: Sequence[Choice] = (),
    expects: str | None = None,
    offers: str | None = None,
    message_id: str | None = None,
) -> Message:
    """Add a message at the end of a locked conversation and give it its `seq`.

    `expects` is the value asked for; `offers`, what the next line may say yes to, while nothing
    must be answered: the client's page is not told of it. Without `masked` anyone may read the
    whole text, or nothing yet of an `unsettled` line; without `message_id` a new one is made.
    """
    masked = masked or Masked(text, ())
    cipher = await cipher_of(session, conversation.id)
    conversation.last_seq += 1
    if speaker is not Speaker.CLIENT:
        # Only what was said last is still being asked.
        conversation.expects = expects or offers
    message = Message(
        conversation_id=conversation.id,
        seq=conversation.last_seq,
        id=message_id or str(uuid4()),
        speaker=speaker,
        name=name,
        sealed_text=cipher.seal(text, _message_place(conversation.last_seq)),
        masked_text=None if unsettled else masked.text,
        masks=[] if unsettled else masked.stored_masks,
        expects=expects,
        buttons=[_button(cipher, position, choice) for position, choice in enumerate(choices)],
    )
    message.text = text
    session.add(message)
    return message


async def owner_of(session: AsyncSession, conversation_id: str) -> Owner | None:
    """Who owns a conversation; None when there is none."""
    return await session.scalar(_OWNER, {"conversation_id": conversation_id})


async def newest_seq(session: AsyncSession, conversation_id: str) -> int:
    """The `seq` of the last message of a conversation; 0 when it has none."""
    newest = await session.scalar(
        select(Conversation.last_seq).where(Conversation.id == conversation_id)
    )
    return newest or 0


async def note_client_read(session: AsyncSession, conversation_id: str, seq: int) -> None:
    """Note that the client has had the messages up to `seq` on screen.

    What they have read once stays read, and what was never said is left out.
    """
    conversation = await access_conversation(session, conversation_id)
    read_seq = min(seq, conversation.last_seq)
    conversation.client_read_seq = max(conversation.client_read_seq, read_seq)


async def read_messages(
    session: AsyncSession, conversation_id: str, after_seq: int
) -> Sequence[Message]:
    """The messages of a conversation whose `seq` is above `after_seq`, in order."""
    found = await session.scalars(
        _MESSAGES_AFTER, {"conversation_id": conversation_id, "after_seq": after_seq}
    )
    return [await _unsealed(session, message) for message in found]


async def last_text(session: AsyncSession, conversation_id: str, speaker: Speaker) -> str | None:
    """What `speaker` said last in a conversation."""
    message = await session.scalar(
        select(Message)
        .where(Message.conversation_id == conversation_id, Message.speaker == speaker)
        .order_by(Message.seq.desc())
        .limit(1)
    )
    return None if message is None else (await _unsealed(session, message)).text


async def mask_line(session: AsyncSession, conversation_id: str, seq: int, masked: Masked) -> None:
    """Settle what may be read of a message, unless it was erased meanwhile."""
    await session.execute(
        update(Message)
        .where(Message.conversation_id == conversation_id, Message.seq == seq)
        .values(masked_text=masked.text, masks=masked.stored_masks)
        .execution_options(synchronize_session=False)
    )


async def mask_lines_again(
    session: AsyncSession, conversation_id: str, mask: Callable[[Message], Masked]
) -> None:
    """Mask what people and the assistant have said so far once more, with `mask`."""
    for message in await read_messages(session, conversation_id, after_seq=0):
        if message.speaker is not Speaker.SYSTEM and message.masked_text is not None:
            masked = mask(message)
            message.masked_text, message.masks = masked.text, masked.stored_masks


async def conversations_over_before(
    session: AsyncSession, moment: datetime, *, among: Sequence[str] | None = None
) -> Sequence[str]:
    """The ids of the conversations, with no person in them, silent since before `moment`.

    Only those `among` which are of interest, if any are named.
    """
    found = await session.scalars(
        select(Message.conversation_id)
        .where(true() if among is None else Message.conversation_id.in_(among))
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.owner.in_((Owner.BOT, Owner.CLOSED, Owner.ENDED)))
        .group_by(Message.conversation_id)
        .having(func.max(Message.at) < moment)
    )
    return found.all()


async def forget_messages(session: AsyncSession, conversation: Conversation) -> None:
    """Delete everything that was said in a locked conversation, or planned to be, with its key.

    Its next message has `seq` 1. `Forgetting.finish_erasing` must follow the commit; if it doesn't,
    the next sweep does the same.
    """
    await count_and_unlink(session, conversation)
    await drop_follow_up(session, conversation.id)
    for table in (MisunderstoodLine, Turn, Button, Message, FilledValue):
        await session.execute(delete(table).where(table.conversation_id == conversation.id))
    await make_key(session, conversation.id)
    conversation.last_seq = 0
    conversation.client_read_seq = 0
    conversation.device = conversation.predecessor_id = None
    conversation.solved_at = None
    conversation.expects = None
    conversation.engine_told_at = FORGET_AT_ONCE


async def find_message(
    session: AsyncSession, conversation_id: str, message_id: str
) -> Message | None:
    """The message that has this id in this conversation, if any."""
    message = await session.scalar(
        _MESSAGE_OF_ID, {"conversation_id": conversation_id, "message_id": message_id}
    )
    return None if message is None else await _unsealed(session, message)


async def read_message(session: AsyncSession, conversation_id: str, seq: int) -> Message | None:
    """The message of that `seq`, if the conversation has one."""
    message = await session.get(Message, (conversation_id, seq))
    return None if message is None else await _unsealed(session, message)


async def find_button(session: AsyncSession, conversation_id: str, token: str) -> Button | None:
    """The button of this token, if it was offered in this conversation."""
    return await session.scalar(
        select(Button).where(Button.token == token, Button.conversation_id == conversation_id)
    )


async def typed_payload(session: AsyncSession, conversation: Conversation, text: str) -> str | None:
    """The payload of the button whose words a typed line is, among those shown last; else None."""
    newest = (
        select(func.max(Button.seq))
        .where(Button.conversation_id == conversation.id)
        .scalar_subquery()
    )
    buttons = (
        await session.scalars(
            select(Button).where(Button.conversation_id == conversation.id, Button.seq == newest)
        )
    ).all()
    by_title = {fold(button.title): button for button in buttons}
    titles = get_close_matches(fold(text), by_title, n=1, cutoff=ALIKE)
    if not titles:
        return None
    return _payload(await cipher_of(session, conversation.id), by_title[titles[0]])


async def is_open(session: AsyncSession, conversation: Conversation, button: Button) -> bool:
    """Whether a button of a locked conversation can still be pressed.

    The rule of the widget's `openChoices`: only the assistant has spoken since, and no other
    choices; the way back to the assistant stays open for as long as nobody has come, and what the
    client's page offers until it was taken.
    """
    if conversation.owner in {Owner.AGENT, Owner.CLOSED}:
        return False
    if button.offered_by_page and conversation.owner is Owner.BOT:
        return not await _was_pressed(session, [button])
    newest = await session.scalar(
        select(func.max(Button.seq)).where(Button.conversation_id == conversation.id)
    )
    if button.seq != newest:
        return False
    since = await session.execute(
        select(Message.seq, Message.speaker).where(
            Message.conversation_id == conversation.id, Message.seq >= button.seq
        )
    )
    speakers = {seq: speaker for seq, speaker in since}  # noqa: C416 - rows, not tuples
    asked_by = speakers.pop(button.seq)
    if conversation.owner is Owner.WAITING and asked_by is Speaker.SYSTEM:
        return True
    return set(speakers.values()) <= {Speaker.BOT}


async def offer_choice(
    session: AsyncSession, conversation: Conversation, choice: Choice
) -> str | None:
    """The token of a button for `choice` in a locked conversation; None once it was pressed.

    A button that no message has goes under the first one, so that no question changes.
    """
    cipher = await cipher_of(session, conversation.id)
    buttons = (
        await session.scalars(select(Button).where(Button.conversation_id == conversation.id))
    ).all()
    same = [button for button in buttons if _payload(cipher, button) == choice.payload]
    if conversation.last_seq == 0 or await _was_pressed(session, same):
        return None
    if same:
        button = same[0]
    else:
        button = _button(cipher, len(buttons), choice)
        button.conversation_id, button.seq = conversation.id, 1
        session.add(button)
    button.offered_by_page = True
    return button.token


async def _was_pressed(session: AsyncSession, buttons: Sequence[Button]) -> bool:
    """Whether one of the buttons, of one conversation, was pressed before."""
    tokens = [button.token for button in buttons]
    return bool(await session.scalar(select(exists().where(Turn.button_token.in_(tokens)))))


def owe_answer(
    session: AsyncSession,
    conversation: Conversation,
    message: Message,
    client_key: str,
    button_token: str | None,
) -> None:
    """Note that a client's message must be answered, whatever happens to this process."""
    if conversation.owner is Owner.BOT:
        note_engine_told(conversation)
    session.add(
        Turn(
            conversation_id=message.conversation_id,
            seq=message.seq,
            client_key=client_key,
            expects=conversation.expects,
            button_token=button_token,
        )
    )


async def get_turn(session: AsyncSession, conversation_id: str, seq: int) -> Turn | None:
    """The turn of a client's message; None for any other message."""
    return await session.get(Turn, (conversation_id, seq))


async def last_client_key(session: AsyncSession, conversation_id: str) -> str | None:
    """The mark of the client's address when they wrote last, if they have."""
    return await session.scalar(
        select(Turn.client_key)
        .where(Turn.conversation_id == conversation_id)
        .order_by(Turn.seq.desc())
        .limit(1)
    )


async def next_pending_turn(session: AsyncSession, conversation_id: str) -> PendingTurn | None:
    """The oldest message of the conversation that is still to be answered."""
    found = await session.execute(_NEXT_TWO_PENDING, {"conversation_id": conversation_id})
    pending = found.all()
    if not pending:
        return None
    turn, message, button, conversation = pending[0]
    cipher = await cipher_of(session, conversation_id)
    payload = None
    if button is not None:
        payload = _payload(cipher, button)
    return PendingTurn(
        conversation_id=conversation_id,
        seq=turn.seq,
        message_id=message.id,
        text=(await _unsealed(session, message)).text,
        payload=payload,
        client_key=turn.client_key,
        expects=frozenset(filter(None, (turn.expects, conversation.expects))),
        asked=conversation.expects,
        owner=conversation.owner,
        is_followed=len(pending) > 1,
    )


async def conversations_with_pending_turns(session: AsyncSession) -> Sequence[str]:
    """The ids of the conversations in which an answer is owed."""
    found = await session.scalars(
        select(Turn.conversation_id).where(Turn.status == TurnStatus.PENDING).distinct()
    )
    return found.all()


async def count_pending_turns(session: AsyncSession) -> int:
    """How many answers are owed."""
    counted = await session.scalar(
        select(func.count()).select_from(Turn).where(Turn.status == TurnStatus.PENDING)
    )
    return counted or 0


async def count_conversations(session: AsyncSession) -> Mapping[Owner, int]:
    """How many conversations each kind of owner has; one with none may be missing."""
    counted = await session.execute(
        select(Conversation.owner, func.count()).group_by(Conversation.owner)
    )
    return {owner: count for owner, count in counted}  # noqa: C416 - rows, not tuples


async def settle_turn(
    session: AsyncSession, pending: PendingTurn, status: TurnStatus, reading: Reading = NOT_READ
) -> None:
    """Note what became of a client's message, unless it was erased meanwhile."""
    await session.execute(
        update(Turn)
        .where(Turn.conversation_id == pending.conversation_id, Turn.seq == pending.seq)
        .values(
            status=status,
            intent=reading.intent,
            confidence=reading.confidence,
            step=reading.step,
        )
        .execution_options(synchronize_session=False)
    )


async def read_filled_values(
    session: AsyncSession, conversation_id: str
) -> Sequence[tuple[str, str]]:
    """The (slot, value) pairs that must be masked in this conversation, as they came."""
    found = await session.scalars(_FILLED_VALUES, {"conversation_id": conversation_id})
    cipher = await cipher_of(session, conversation_id)
    return [
        (filled.slot, cipher.unseal(filled.sealed_value, _filled_place(filled.slot)))
        for filled in found
    ]


async def remember_filled_value(
    session: AsyncSession, conversation_id: str, slot: str, value: str
) -> None:
    """Have `value`, which isn't yet, masked in this conversation from now on."""
    cipher = await cipher_of(session, conversation_id)
    sealed_value = cipher.seal(value, _filled_place(slot))
    session.add(FilledValue(conversation_id=conversation_id, slot=slot, sealed_value=sealed_value))


async def engine_may_forget(session: AsyncSession, moment: datetime) -> Mapping[str, datetime]:
    """When the engine was last told something in each conversation where that was before `moment`.

    Not those in which it is still to be asked: about a line, or for a follow-up.
    """
    found = await session.execute(
        select(Conversation.id, Conversation.engine_told_at).where(
            Conversation.engine_told_at < moment,
            ~exists().where(FollowUp.conversation_id == Conversation.id),
            ~exists().where(
                Turn.conversation_id == Conversation.id, Turn.status == TurnStatus.PENDING
            ),
        )
    )
    return {conversation_id: told_at for conversation_id, told_at in found if told_at}


def note_engine_told(conversation: Conversation) -> None:
    """Note that the engine is told something now, unless it must forget what it knows first."""
    if conversation.engine_told_at != FORGET_AT_ONCE:
        conversation.engine_told_at = now()


def note_solved(conversation: Conversation) -> None:
    """Note that the client has just told the assistant that nothing is left to solve."""
    conversation.solved_at = now()


async def note_engine_forgot(
    session: AsyncSession, conversation_id: str, told_at: datetime
) -> None:
    """Note that the engine has forgotten what it was told until `told_at`."""
    conversation = await access_conversation(session, conversation_id)
    if conversation.engine_told_at == told_at:
        conversation.engine_told_at = None


def _button(cipher: Cipher, position: int, choice: Choice) -> Button:
    token = secrets.token_urlsafe(BUTTON_TOKEN_BYTES)
    return Button(
        token=token,
        position=position,
        title=choice.title,
        sealed_payload=cipher.seal(choice.payload, _button_place(token)),
    )


async def _unsealed(session: AsyncSession, message: Message) -> Message:
    """`message` with its text."""
    cipher = await cipher_of(session, message.conversation_id)
    message.text = cipher.unseal(message.sealed_text, _message_place(message.seq))
    return message


def _payload(cipher: Cipher, button: Button) -> str:
    return cipher.unseal(button.sealed_payload, _button_place(button.token))


def _message_place(seq: int) -> str:
    return f"messages/{seq}"


def _button_place(token: str) -> str:
    return f"buttons/{token}"


def _filled_place(slot: str) -> str:
    return f"filled_values/{slot}"
