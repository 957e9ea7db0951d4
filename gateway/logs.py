"""Logs: one JSON object a line on standard output, without anything a client or an agent wrote.

Modules log names, numbers and causes, never texts or addresses; a conversation is named by its id.
"""

import logging
import sys
import traceback

import structlog


def set_up_logs() -> None:
    """Send structlog and the standard library's records through the same JSON lines."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # Their "errors" are browsers' ordinary mistakes, some with addresses or contents.
    for name in ("engineio.server", "socketio.server"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logging.getLogger("aiohttp.server").addFilter(_leave_out_request)
    # Its remarks at each look at the schema.
    logging.getLogger("alembic").setLevel(logging.WARNING)


def _leave_out_request(record: logging.LogRecord) -> bool:
    """Filter: aiohttp names the browser's address, and its errors quote what was sent."""
    kind, _error, trace = record.exc_info or (None, None, None)
    record.msg, record.args, record.exc_info = "request_failed", (), None
    if kind is not None:
        record.msg = f"request_failed {kind.__name__}"
        record.exc_text = "".join(traceback.format_tb(trace))
    return True
