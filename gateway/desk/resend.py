"""Resends: an agent asks the identity backend for what the client's form would have.

The client's own values are used without being shown. Whatever the backend does with the request,
the agent and the client read one sentence (A5 of the facts).
"""

import hashlib
from collections.abc import Collection, Mapping
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from actions.identity.port import (
    AccountType,
    IdentityBackend,
    IdentityRefused,
    IdentityUnavailable,
    PasswordReset,
    RequestContext,
    UserCodeReminder,
)
from gateway.catalogue import Catalogue
from gateway.conversations import (
    append_message,
    find_message,
    last_client_key,
    read_filled_values,
)
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.agents import SignedInAgent
from gateway.handover.cases import CaseAbsent, access_case
from gateway.handover.relay import access_taken_case
from gateway.masked_copies import MaskedCopies
from gateway.masking import is_personal
from gateway.models import Speaker
from gateway.refusals import Refused


class Verb(StrEnum):
    """What can be asked for."""

    PASSWORD_RESET = "password_reset"  # noqa: S105 - a verb of the identity port
    USER_CODE_REMINDER = "user_code_reminder"


class Slot(StrEnum):
    """The values it takes, by the names the engine has for them."""

    USER_CODE = "code_utilisateur"
    FIRST_NAME = "prenom"
    LAST_NAME = "nom"
    EMAIL = "courriel"
    ACCOUNT_TYPE = "type_compte"


SLOTS: Mapping[Verb, tuple[Slot, ...]] = {
    Verb.PASSWORD_RESET: (Slot.USER_CODE, Slot.FIRST_NAME, Slot.LAST_NAME),
    Verb.USER_CODE_REMINDER: (Slot.FIRST_NAME, Slot.LAST_NAME, Slot.EMAIL, Slot.ACCOUNT_TYPE),
}
# All others must phone (F3, F4).
ACCOUNT_TYPES: Mapping[str, AccountType] = {"individuel": "individual", "conjoint": "joint"}
_SENTENCES = {Verb.PASSWORD_RESET: "renvoi_mot_de_passe", Verb.USER_CODE_REMINDER: "renvoi_code"}
_SLOT_OF_FIELD = {
    "user_code": Slot.USER_CODE,
    "first_name": Slot.FIRST_NAME,
    "last_name": Slot.LAST_NAME,
    "email": Slot.EMAIL,
    "account_type": Slot.ACCOUNT_TYPE,
}


class ValuesWanted(Refused):
    """Nothing was asked for: these values are missing, or can't be read."""

    def __init__(self, sentence: str, slots: Collection[Slot]) -> None:
        super().__init__(sentence)
        self.slots = slots


class Resends:
    """Asks the identity backend on clients' behalf."""

    def __init__(
        self,
        database: Database,
        identity: IdentityBackend,
        masked_copies: MaskedCopies,
        delivery: Delivery,
        catalogue: Catalogue,
    ) -> None:
        self._database = database
        self._identity = identity
        self._masked_copies = masked_copies
        self._delivery = delivery
        self._catalogue = catalogue

    async def known_slots(self, agent: SignedInAgent, case_id: int) -> list[Slot]:
        """What the client of a case one has taken gave already. Raises Refused."""
        async with self._database.read() as session:
            case = await access_taken_case(session, agent, case_id)
            return sorted(await _given(session, case.conversation_id))

    async def resend(
        self,
        agent: SignedInAgent,
        case_id: int,
        request_id: str,
        verb: Verb,
        typed: Mapping[Slot, str],
    ) -> str:
        """Ask for the mail of `verb`, once for a `request_id`; the sentence the client reads too.

        `typed` is what the agent gave, in place of the client's own. Raises Refused.
        """
        sentence = self._catalogue.say(_SENTENCES[verb])
        async with self._database.read() as session:
            case = await access_taken_case(session, agent, case_id)
            said = await find_message(session, case.conversation_id, request_id)
            known = await _given(session, case.conversation_id)
            client_key = await last_client_key(session, case.conversation_id)
        if said is not None:
            if (said.speaker, said.text) != (Speaker.SYSTEM, sentence):
                raise Refused("refus_reutilise")
            return sentence
        values = {slot: {**known, **typed}.get(slot, "") for slot in SLOTS[verb]}
        context = RequestContext(
            idempotency_key=_idempotency_key(case.conversation_id, request_id, verb),
            client_key=client_key or "inconnu",
        )
        await self._ask(verb, values, context)
        await self._tell(agent, case_id, request_id, sentence, typed)
        return sentence

    async def _ask(self, verb: Verb, values: Mapping[Slot, str], context: RequestContext) -> None:
        """Hand the request over. Raises Refused."""
        missing = [slot for slot, value in values.items() if not value]
        if missing:
            raise ValuesWanted("refus_renseignements", missing)
        account_type = values.get(Slot.ACCOUNT_TYPE)
        if account_type is not None and account_type not in ACCOUNT_TYPES:
            raise Refused("refus_type_compte")
        names = values[Slot.FIRST_NAME], values[Slot.LAST_NAME]
        try:
            if account_type is None:
                await self._identity.request_password_reset(
                    PasswordReset(values[Slot.USER_CODE], *names), context
                )
            else:
                await self._identity.request_user_code_reminder(
                    UserCodeReminder(*names, values[Slot.EMAIL], ACCOUNT_TYPES[account_type]),
                    context,
                )
        except IdentityUnavailable:
            raise Refused("refus_renvoi") from None
        except IdentityRefused as refused:
            unread = [_SLOT_OF_FIELD[field] for field in refused.fields if field in _SLOT_OF_FIELD]
            raise ValuesWanted("refus_valeurs", unread) from None

    async def _tell(
        self,
        agent: SignedInAgent,
        case_id: int,
        request_id: str,
        sentence: str,
        typed: Mapping[Slot, str],
    ) -> None:
        """Tell the client, whoever has the case by now; nothing once it is over."""
        async with self._database.write() as session:
            try:
                case = await access_case(session, case_id)
            except CaseAbsent:
                return
            if await find_message(session, case.conversation_id, request_id) is not None:
                return
            known = set(await read_filled_values(session, case.conversation_id))
            new = {(str(slot), value) for slot, value in typed.items() if is_personal(slot)} - known
            await self._masked_copies.learn(session, case.conversation_id, new)
            await append_message(
                session,
                case.conversation,
                Speaker.SYSTEM,
                sentence,
                message_id=request_id,
            )
            if case.agent_id == agent.id:
                # As what they write would, it answers the client; for nobody else.
                case.answer_due_at = None
        await self._delivery.publish(case.conversation_id)


async def _given(session: AsyncSession, conversation_id: str) -> dict[Slot, str]:
    """What the client, or an agent for them, gave last of each value."""
    found = await read_filled_values(session, conversation_id)
    return {Slot(slot): value for slot, value in found if slot in set(Slot)}


def _idempotency_key(conversation_id: str, request_id: str, verb: Verb) -> str:
    """The same for the same request run again, as for a client's own (actions/requests.py)."""
    return hashlib.sha256(f"{conversation_id}:{request_id}:{verb}".encode()).hexdigest()
