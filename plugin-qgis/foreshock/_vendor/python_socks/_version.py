# python-socks 3.2.1 as published; only its imports are rewritten.
# flake8: noqa
__title__ = "python-socks"
__version__ = "3.2.1"
