"""Names of exchanges, queues and routing keys, as in ``protocol/src/topology.rs``."""

from __future__ import annotations

from typing import Any, Dict
from uuid import UUID

JOBS = "jobs"
REPLIES = "replies"
EVENTS = "events"
CONTROL = "control"
CAPABILITIES = "capabilities"
#: Routing key on ``jobs`` of questions about what the fleet can do.
CAPABILITIES_KEY = "capabilities"
#: Queues that are there before any client comes, and that a client sends to.
STANDING_QUEUES = ("jobs.interactive", "jobs.bulk", CAPABILITIES)
#: RabbitMQ's pseudo queue for answers on the same channel.
DIRECT_REPLY_TO = "amq.rabbitmq.reply-to"

REPLY_QUEUE_ARGUMENTS: Dict[str, Any] = {
    "x-expires": 86_400_000,
    "x-message-ttl": 86_400_000,
    "x-max-length-bytes": 268_435_456,
    "x-overflow": "drop-head",
}
EVENT_QUEUE_ARGUMENTS: Dict[str, Any] = {"x-max-length": 1000, "x-overflow": "drop-head"}


def job_key(lane: str, model: str) -> str:
    return f"{lane}.{model}"


def reply_key(user: str, client: str) -> str:
    """``reply_to`` of a client's jobs and routing key of its outcomes."""
    return f"{user}.{client}"


def reply_queue(user: str, client: str) -> str:
    return f"replies.{user}.{client}"


def event_queue(user: str, client: str) -> str:
    return f"events.{user}.{client}"


def event_binding(user: str, client: str) -> str:
    return f"{user}.{client}.#"


def cancel_key(user: str, job_id: UUID) -> str:
    return f"cancel.{user}.{job_id}"


def message_id(job_id: UUID, tile_index: int) -> str:
    return f"{job_id}:{tile_index}"
