"""A refusal that a person reads: raised by what refuses, put in words and counted by whoever
answers.
"""

from aiohttp import hdrs, web

from gateway.catalogue import Catalogue
from gateway.metrics import Metrics


class Refused(Exception):
    """Something asked for was not done, and nothing was stored or sent."""

    def __init__(
        self, sentence: str, *, retry_after_seconds: int | None = None, **values: str
    ) -> None:
        """`sentence` is a key of the catalogue, `values` go in it; asking again sooner than
        `retry_after_seconds` is of no use.
        """
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values
        self.retry_after_seconds = retry_after_seconds


class Refusals:
    """Answers what is refused."""

    def __init__(self, catalogue: Catalogue, metrics: Metrics) -> None:
        self._catalogue = catalogue
        self._metrics = metrics

    def say(self, refused: Refused) -> str:
        """The sentence of a refusal, which is counted."""
        self._metrics.refusals.labels(kind=refused.sentence.removeprefix("refus_")).inc()
        return self._catalogue.say(refused.sentence, **refused.values)

    def response(self, refused: Refused, *, status: int) -> web.Response:
        """The HTTP answer to a refused request: its sentence under `error`."""
        response = web.json_response({"error": self.say(refused)}, status=status)
        if refused.retry_after_seconds is not None:
            response.headers[hdrs.RETRY_AFTER] = str(max(1, refused.retry_after_seconds))
        return response
