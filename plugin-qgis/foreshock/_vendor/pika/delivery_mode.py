# pika 1.4.4 as published; only its imports are rewritten.
# flake8: noqa
from enum import Enum


class DeliveryMode(Enum):
    Transient = 1
    Persistent = 2
