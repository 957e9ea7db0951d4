"""What people type, without the characters that nobody sees and that can make a line read as
another: control and format characters, bidirectional ones among them (Unicode TR36 and TR39).
"""

import unicodedata

KEPT_CONTROLS = {"\n", "\t"}
LINE_ENDS = str.maketrans({"\r": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})
ZERO_WIDTH_JOINER = "\u200d"
EMOJI_PRESENTATION = "\ufe0f"


def clean(text: str) -> str:
    """`text` without invisible characters; a joiner stays where it makes one emoji of two."""
    text = text.replace("\r\n", "\n").translate(LINE_ENDS)
    return "".join(
        character
        for position, character in enumerate(text)
        if unicodedata.category(character) not in {"Cc", "Cf"}
        or character in KEPT_CONTROLS
        or (character == ZERO_WIDTH_JOINER and _joins_emoji(text, position))
    )


def _joins_emoji(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if not before or not after:
        return False
    is_emoji_before = before == EMOJI_PRESENTATION or unicodedata.category(before) in {"So", "Sk"}
    return is_emoji_before and unicodedata.category(after) in {"So", "Sm"}
