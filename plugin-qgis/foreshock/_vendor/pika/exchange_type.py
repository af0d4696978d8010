# pika 1.4.4 as published; only its imports are rewritten.
# flake8: noqa
from enum import Enum


class ExchangeType(str, Enum):
    direct = 'direct'
    fanout = 'fanout'
    headers = 'headers'
    topic = 'topic'
