"""What operators can measure of the gateway, in Prometheus' terms. docs/operations.md says what to
make of it. Labels are names of ours only: nothing of a client's, nothing without a bound.
"""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

# Seconds; 0.5 and 1 are what the day's load must keep to (p95 and p99), 8 is the engine's limit.
SECONDS_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16)


class Metrics:
    """The instruments of one application, and the registry they are read from."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter(
            "assistant_turns",
            "Client messages settled, by what became of them",
            ["outcome"],
            registry=self.registry,
        )
        self.turn_seconds = Histogram(
            "assistant_turn_seconds",
            "From a message being the next of its conversation to its answer being sent",
            buckets=SECONDS_BUCKETS,
            registry=self.registry,
        )
        self.refusals = Counter(
            "assistant_refusals",
            "Requests refused in words, by reason",
            ["kind"],
            registry=self.registry,
        )
        self.engine_errors = Counter(
            "assistant_engine_errors",
            "Calls of the engine without a usable answer, by cause",
            ["cause"],
            registry=self.registry,
        )
        self.delivery_lag_seconds = Histogram(
            "assistant_delivery_lag_seconds",
            "From a message being written to the store to its being sent to a browser",
            buckets=SECONDS_BUCKETS,
            registry=self.registry,
        )
        self.open_sockets = Gauge(
            "assistant_open_sockets", "Sockets of browsers", registry=self.registry
        )
        self.pending_turns = Gauge(
            "assistant_pending_turns",
            "Client messages that wait for their answer",
            registry=self.registry,
        )
        self.conversations = Gauge(
            "assistant_conversations",
            "Conversations in the store, by who owns them",
            ["owner"],
            registry=self.registry,
        )
        self.waiting_clients = Gauge(
            "assistant_waiting_clients",
            "Clients who wait for an agent",
            registry=self.registry,
        )
        self.longest_wait_seconds = Gauge(
            "assistant_longest_wait_seconds",
            "How long the first of them has been in the queue; 0 if nobody waits",
            registry=self.registry,
        )
        self._breaker_open = Gauge(
            "assistant_engine_breaker_open",
            "1 while an engine that fails is left alone",
            ["engine"],
            registry=self.registry,
        )

    def watch_breaker(self, engine: str, is_open: Callable[[], bool]) -> None:
        """Have the state of an engine's breaker read at each scrape."""
        self._breaker_open.labels(engine=engine).set_function(lambda: float(is_open()))
