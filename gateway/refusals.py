"""A refusal that a person reads: raised by what refuses, put in words by whoever answers."""


class Refused(Exception):
    """Something asked for was not done, and nothing was stored or sent."""

    def __init__(self, sentence: str) -> None:
        """`sentence` is a key of the catalogue."""
        super().__init__(sentence)
        self.sentence = sentence
