"""Departures: a client ends a conversation for good, or has it erased.

Nothing is accepted in an ended conversation, and no answer is stored in it; its client's next
conversation is another one (client_identity.successor).
"""

from gateway.catalogue import Catalogue
from gateway.conversations import access_conversation, forget_messages
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.queue import DeskQueue
from gateway.forgetting import Forgetting
from gateway.handover.cases import forget_summaries
from gateway.handover.relay import end_by_client
from gateway.turns import Turns


class Departures:
    """Ends conversations at their clients' wish."""

    def __init__(
        self,
        database: Database,
        forgetting: Forgetting,
        turns: Turns,
        delivery: Delivery,
        desk_queue: DeskQueue,
        catalogue: Catalogue,
    ) -> None:
        self._database = database
        self._forgetting = forgetting
        self._turns = turns
        self._delivery = delivery
        self._desk_queue = desk_queue
        self._catalogue = catalogue

    async def end(self, conversation_id: str) -> None:
        """End a conversation; what was said is kept for as long as clients are told (A4)."""
        async with self._database.write() as session:
            conversation = await access_conversation(session, conversation_id)
            await end_by_client(session, conversation, self._catalogue, "fin_client")
        await self._tell(conversation_id, erased=False)

    async def erase(self, conversation_id: str) -> None:
        """End a conversation and delete all that was said in it, here and in the engine.

        The engine forgets once the turn under way, if there is one, has ended.
        """
        async with self._database.write() as session:
            conversation = await access_conversation(session, conversation_id)
            await forget_messages(session, conversation)
            await end_by_client(session, conversation, self._catalogue, "effacement_client")
            await forget_summaries(session, conversation_id)
        await self._delivery.start_over(conversation_id)
        await self._turns.finish(conversation_id)
        await self._forgetting.finish_erasing(conversation_id)
        # Last: told so, a tab may open another conversation, whose cookie our answer would take.
        await self._tell(conversation_id, erased=True)

    async def _tell(self, conversation_id: str, *, erased: bool) -> None:
        await self._desk_queue.publish()
        await self._delivery.end(conversation_id, erased=erased)
        await self._delivery.publish(conversation_id)
