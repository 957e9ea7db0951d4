"""What a client says of themselves before it is asked for: a form won't ask for it again."""

from actions import slots
from actions.message import Message
from actions.names import is_first_name, read_announced_names, read_full_name, read_labelled_names
from actions.reading import read_email, read_shaped_code, without


def values_given(message: Message) -> dict[str, str]:
    """Returns the user code, names and e-mail address of a line, by their slots.

    Names count where they are announced, stand beside a code, or are all that an answer holds.
    Where a secret was written by mistake, nothing of the line is used (A2).
    """
    values: dict[str, str] = {}
    if slots.SECRET in message.entities:
        return values
    rest = message.text
    if email := read_email(rest):
        values[slots.EMAIL], rest = email, without(rest, email)
    code = read_shaped_code(rest)
    if code and code.upper() != message.entities.get(slots.ERROR_CODE):
        values[slots.USER_CODE], rest = code, without(rest, code)
    names = read_labelled_names(rest) or read_announced_names(rest)
    if names is None and (code or message.intent == "informer"):
        names = read_full_name(rest)
        # Short answers look like names: "le premier".
        names = names if names and (code or is_first_name(names[0])) else None
    if names:
        values[slots.FIRST_NAME], values[slots.LAST_NAME] = names
    return values
