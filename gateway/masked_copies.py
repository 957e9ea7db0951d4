"""The masked copies of a conversation's lines, kept in step with what is known to be personal.

A client's line has none until its turn is settled: only the engine recognises a name in a first
line. What it reads there is masked from then on, in what was said before as well. Works inside the
caller's session.
"""

from collections.abc import Callable, Set
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import (
    PendingTurn,
    mask_line,
    mask_lines_again,
    read_filled_values,
    remember_filled_value,
)
from gateway.engine import EngineAnswer
from gateway.masking import Filled, Masked, Masking, is_personal


class MaskedCopies:
    """Masks lines, with what their conversation knows."""

    def __init__(self, masking: Masking) -> None:
        self._masking = masking

    async def of_text(self, session: AsyncSession, conversation_id: str, text: str) -> Masked:
        """`text`, which an agent says in a conversation, masked."""
        return self._masking.text(text, await read_filled_values(session, conversation_id))

    async def settle_line(self, session: AsyncSession, line: PendingTurn) -> None:
        """Mask a client's line that the engine has not read."""
        known = await read_filled_values(session, line.conversation_id)
        await self._mask(session, line, known, said=(), new=())

    async def settle_answered(
        self,
        session: AsyncSession,
        conversation_id: str,
        answer: EngineAnswer,
        line: PendingTurn | None,
    ) -> Callable[[str], Masked]:
        """Keep an answer's personal values and mask them in all that was said.

        `line` is the client's line it answers, if it does. Gives what masks the answer itself.
        """
        said = {(f.slot, f.value) for f in answer.filled if is_personal(f.slot)}
        known = set(await read_filled_values(session, conversation_id))
        new = said - known
        await self.learn(session, conversation_id, new)
        if line is not None:
            await self._mask(session, line, known | new, said=said, new=new)
        return partial(self._masking.text, filled=known | new)

    async def learn(
        self, session: AsyncSession, conversation_id: str, new: Set[tuple[str, str]]
    ) -> None:
        """Keep personal values that the conversation didn't know, and mask them in all of it."""
        for slot, value in sorted(new):
            await remember_filled_value(session, conversation_id, slot, value)
        if new:
            await mask_lines_again(
                session, conversation_id, lambda m: self._masking.again(m.text, m.masks, new)
            )

    async def _mask(
        self, session: AsyncSession, line: PendingTurn, known: Filled, *, said: Filled, new: Filled
    ) -> None:
        if line.payload is not None:
            # The words of a button are the assistant's.
            masked = self._masking.text(line.text, known)
        else:
            asked = next(filter(is_personal, sorted(line.expects)), None)
            masked = self._masking.client_line(line.text, known, said=said, new=new, asked=asked)
        await mask_line(session, line.conversation_id, line.seq, masked)
