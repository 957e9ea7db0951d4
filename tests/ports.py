"""Free ports, for several test processes at the same time."""

import random
import socket

# Below the ports that the system gives to outgoing connections, which may be taken at any moment.
_PORTS = range(20_000, 32_000)


def free_block(count: int) -> int:
    """The first of `count` free ports in a row."""
    while True:
        first = random.choice(_PORTS)  # noqa: S311 - no secret
        if all(_is_free(first + i) for i in range(count)):
            return first


def free_port() -> int:
    """A free port."""
    return free_block(1)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
