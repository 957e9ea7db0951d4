"""A figure beside what it must reach. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """A measured value that must be at most, or at least, a limit."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the value reaches the target; one that could not be measured (NaN) doesn't."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit
