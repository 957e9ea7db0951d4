"""The report as one HTML page that needs nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from bot.evaluation.tables import Table

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #ddd; padding: 0.15rem 0.8rem; text-align: right; }
th:first-child, td:first-child { text-align: left; white-space: pre; }
svg { max-width: 100%; height: auto; }
"""


@dataclass
class Page:
    """A page that is added to from top to bottom."""

    title: str
    _parts: list[str] = field(default_factory=list)

    def add_heading(self, text: str) -> None:
        """Adds the heading of a section."""
        self._parts.append(f"<h2>{escape(text)}</h2>")

    def add_text(self, text: str) -> None:
        """Adds a paragraph."""
        self._parts.append(f"<p>{escape(text)}</p>")

    def add_list(self, items: Sequence[str]) -> None:
        """Adds a list."""
        self._parts.append("".join(["<ul>", *(f"<li>{escape(i)}</li>" for i in items), "</ul>"]))

    def add_table(self, table: Table) -> None:
        """Adds a table, its first row the head."""
        head, *rows = table
        self._parts.append(
            f"<table><tr>{_cells('th', head)}</tr>"
            + "".join(f"<tr>{_cells('td', row)}</tr>" for row in rows)
            + "</table>"
        )

    def add_picture(self, svg: str, description: str) -> None:
        """Adds a picture and says what it shows to who can't see it."""
        self._parts.append(f'<figure role="img" aria-label="{escape(description)}">{svg}</figure>')

    def html(self) -> str:
        """Returns the whole page."""
        return (
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            f"<title>{escape(self.title)}</title><style>{_STYLE}</style></head>\n"
            f"<body><h1>{escape(self.title)}</h1>\n" + "\n".join(self._parts) + "\n</body></html>\n"
        )


def _cells(tag: str, texts: Sequence[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
