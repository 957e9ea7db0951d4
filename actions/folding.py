"""Comparing what people type: without case, accents or typographic apostrophes."""

import unicodedata


def fold(text: str) -> str:
    """Returns the text in lower case, without accents, with straight apostrophes."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return " ".join(text.split())
