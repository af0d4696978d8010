# pika 1.4.4 as published; only its imports are rewritten.
# flake8: noqa
__version__ = '1.4.4'

import logging

# Add NullHandler before importing Pika modules to prevent logging warnings
logging.getLogger(__name__).addHandler(logging.NullHandler())

# pylint: disable=C0413
# ruff: noqa: E402

from foreshock._vendor.pika.connection import ConnectionParameters
from foreshock._vendor.pika.connection import URLParameters
from foreshock._vendor.pika.connection import SSLOptions
from foreshock._vendor.pika.credentials import PlainCredentials
from foreshock._vendor.pika.spec import BasicProperties
from foreshock._vendor.pika.delivery_mode import DeliveryMode

from foreshock._vendor.pika import adapters
from foreshock._vendor.pika.adapters import BaseConnection
from foreshock._vendor.pika.adapters import BlockingConnection
from foreshock._vendor.pika.adapters import SelectConnection

from foreshock._vendor.pika.adapters.utils.connection_workflow import AMQPConnectionWorkflow

__all__ = [
    'adapters',
    'AMQPConnectionWorkflow',
    'BaseConnection',
    'BasicProperties',
    'BlockingConnection',
    'ConnectionParameters',
    'DeliveryMode',
    'PlainCredentials',
    'SelectConnection',
    'SSLOptions',
    'URLParameters',
]
