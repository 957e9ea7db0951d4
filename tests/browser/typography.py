"""Words as people read them, whichever apostrophe or space they are written with."""

import re


def words(text: str, *, whole: bool = False) -> re.Pattern[str]:
    """A pattern for `text` somewhere in a text, or as the `whole` of it."""
    pattern = re.escape(text).replace("\\ ", r"\s+").replace("'", "['’]")
    return re.compile(f"^\\s*{pattern}\\s*$" if whole else pattern)
