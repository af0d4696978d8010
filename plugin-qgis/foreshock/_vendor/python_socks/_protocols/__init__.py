# python-socks 3.2.1 as published; only its imports are rewritten.
# flake8: noqa
