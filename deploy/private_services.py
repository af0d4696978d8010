#!/usr/bin/env python3
"""A private RabbitMQ and Redis in one folder, for the demo and the tests. Never the machine's own services.

    private_services.py start   DIR [rabbitmq|redis] [--until PID]   start what does not run, wait until it answers
    private_services.py stop    DIR [rabbitmq|redis] [--purge]       stop it; data stays, or goes with --purge
    private_services.py restart DIR [rabbitmq|redis]                 stop and start on the same ports with the same data
    private_services.py kill    DIR rabbitmq|redis                   SIGKILL, as a power cut would
    private_services.py status  DIR                                  one line a service; exit 0 when both answer, else 3
    private_services.py vhost   DIR NAME [--topology]                make a virtual host, print its AMQP URL
    private_services.py unvhost DIR NAME                             delete it with all that is in it
    private_services.py ctl     DIR ARGUMENT...                      rabbitmqctl on this broker

Everything lies under DIR: data, logs, pids, the Erlang cookie. Ports are free ones on 127.0.0.1, chosen at the first start
and kept while they stay free. `start` on running services changes nothing. Several folders may run side by side.

`start` writes
    DIR/services.json   {"amqp_url", "redis_url", "management_url", "ports": {...}, "processes": {...}, ...}
    DIR/services.env    FORESHOCK_AMQP_URL, FORESHOCK_CACHE_URL (the worker's settings), for a shell's `set -a` and `.`

`start --tls PKI` makes broker and Redis speak TLS, too, on ports of their own (`amqps_port`, `redis_tls_port`), and the broker
let certificates in: PKI holds ca.pem, server.pem and server.key; the common name of a client's certificate is its user.
`--require-certificates` makes both let nobody in who has none.

`--until PID` also stops (and purges) everything once that process is gone, however it died: a test runner that is killed
leaves nothing behind. Given several times, the last of those processes counts. `vhost` takes milliseconds; `--topology`
also loads deploy/rabbitmq/definitions.json into it.
Exit codes: 0 done, 1 failed (the reason and the log's last lines are on stderr), 2 usage, 3 not running.

Needs Linux, Python 3.10 and the packages rabbitmq-server and redis-server (`make setup`). Standard library only.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import fcntl
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

SERVICES = ("rabbitmq", "redis")
HOST = "127.0.0.1"
# Constant, because quorum queues remember the node's name. Instances do not meet: each has its own epmd.
NODE = "foreshock@localhost"
USER = "foreshock"
DEFINITIONS = Path(__file__).resolve().parent / "rabbitmq" / "definitions.json"
START_SECONDS = 90
STOP_SECONDS = 30

RABBITMQ_CONF = """\
listeners.tcp.1 = {host}:{amqp}
management.tcp.ip = {host}
management.tcp.port = {management}
default_user = {user}
default_pass = {password}
loopback_users = none
# Half an hour, as the fleet's policies assume on brokers that know the timeout per node only.
consumer_timeout = 1800000
# What RabbitMQ 4 allows, so that an older broker refuses the same messages.
max_message_size = 16777216
# A laptop with little room can run the tests; nothing is reserved by these limits.
disk_free_limit.absolute = 256MB
vm_memory_high_watermark.absolute = 1GB
raft.wal_max_size_bytes = 67108864
collect_statistics_interval = 1000
log.file.level = info
log.console = false
"""

RABBITMQ_TLS_CONF = """\
listeners.ssl.1 = {host}:{amqps}
ssl_options.cacertfile = {pki}/ca.pem
ssl_options.certfile = {pki}/server.pem
ssl_options.keyfile = {pki}/server.key
ssl_options.verify = verify_peer
ssl_options.fail_if_no_peer_cert = {required}
ssl_cert_login_from = common_name
auth_mechanisms.1 = PLAIN
auth_mechanisms.2 = AMQPLAIN
auth_mechanisms.3 = EXTERNAL
"""


class ServiceError(Exception):
    """A service did not do what it was asked to; the text is for a person."""


class Instance:
    """The services of one folder and what is known about them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.state_file = self.folder / "services.json"
        self.state: dict[str, Any] = {"ports": {}, "processes": {}}
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
            self.state.update(json.loads(self.state_file.read_text()))

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Two commands on the same folder take turns."""
        with take_lock(self.folder / ".lock"):
            self.__init__(self.folder)  # what the other command wrote while this one waited
            yield

    def save(self) -> None:
        ports, password = self.state["ports"], self.state.get("password", "")
        if "amqp" in ports:
            self.state["amqp_url"] = f"amqp://{USER}:{password}@{HOST}:{ports['amqp']}/%2f"
            self.state["management_url"] = f"http://{USER}:{password}@{HOST}:{ports['management']}"
        if "amqps" in ports:
            self.state["amqps_port"] = ports["amqps"]
        if "redis_tls" in ports:
            self.state["redis_tls_port"] = ports["redis_tls"]
        if "redis" in ports:
            self.state["redis_url"] = f"redis://{HOST}:{ports['redis']}/0"
        # The worker refuses a FORESHOCK_ variable that it does not know, so only its own settings stand there.
        names = {"amqp_url": "AMQP_URL", "redis_url": "CACHE_URL"}
        lines = [f"FORESHOCK_{name}={self.state[key]}\n" for key, name in names.items() if key in self.state]
        write_atomically(self.folder / "services.env", "".join(lines))
        write_atomically(self.state_file, json.dumps(self.state, indent=2) + "\n")

    # ---- processes

    def pid(self, name: str) -> int | None:
        """The process's id, if it is still the process that was started (ids are used again)."""
        entry = self.state["processes"].get(name)
        if entry and birth(entry["pid"]) == entry["birth"]:
            return int(entry["pid"])
        return None

    def spawn(self, name: str, command: list[str], env: dict[str, str] | None = None) -> None:
        log = self.log(name)
        log.parent.mkdir(parents=True, exist_ok=True)
        with open(log, "ab") as output:
            process = subprocess.Popen(
                command,
                env=env,
                cwd=log.parent,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # a Ctrl-C in the terminal is for the program that uses the services
            )
        self.state["processes"][name] = {"pid": process.pid, "birth": birth(process.pid)}
        self.save()

    def end(self, name: str, sig: signal.Signals = signal.SIGTERM) -> None:
        pid = self.pid(name)
        if pid is not None:
            for chosen, seconds in ((sig, STOP_SECONDS), (signal.SIGKILL, 10)):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, chosen)
                if wait_until(lambda: self.pid(name) is None, seconds):
                    break
            else:
                raise ServiceError(f"{name} (process {pid}) does not end, not even by SIGKILL")
        if self.state["processes"].pop(name, None) is not None:
            self.save()

    def log(self, name: str) -> Path:
        return self.folder / ("rabbitmq" if name == "epmd" else name) / f"{name}.out"

    def await_answer(self, name: str, answers: Callable[[], bool]) -> None:
        if wait_until(lambda: answers() or self.pid(name) is None, START_SECONDS) and answers():
            return
        state = "ended while starting" if self.pid(name) is None else f"did not answer within {START_SECONDS} s"
        logs = [self.log(name), *sorted((self.folder / name / "log").glob("*.log"))]
        tail = "\n".join(f"--- {log}\n{last_lines(log)}" for log in logs if log.exists())
        raise ServiceError(f"{name} {state}\n{tail}")

    def choose_ports(self, *names: str) -> None:
        """Keeps the ports of the last start while they are free, so that URLs stay good over a restart."""
        ports = self.state["ports"]
        if all(name in ports and is_free(ports[name]) for name in names):
            return
        with contextlib.ExitStack() as held:
            for name in names:
                probe = held.enter_context(socket.socket())
                probe.bind((HOST, 0))
                ports[name] = probe.getsockname()[1]

    # ---- RabbitMQ

    def start_rabbitmq(self) -> None:
        if self.pid("rabbitmq") is None:
            if "password" not in self.state:  # services.json was lost: the old data belong to an unknown password
                self.end("epmd")
                shutil.rmtree(self.folder / "rabbitmq", ignore_errors=True)
            self.start_epmd()
            tls = ("amqps",) if "pki" in self.state else ()
            self.choose_ports("amqp", "management", "distribution", *tls)
            self.state.setdefault("password", secrets.token_hex(12))
            self.spawn("rabbitmq", [str(rabbitmq_server())], self.rabbitmq_environment())
        self.await_answer("rabbitmq", lambda: amqp_answers(self.state["ports"]["amqp"]) and self.api_answers())

    def start_epmd(self) -> None:
        """Erlang's name service, our own, so that none stays behind when the broker has gone."""
        if self.pid("epmd") is not None:
            return
        self.choose_ports("epmd")
        port = self.state["ports"]["epmd"]
        self.spawn("epmd", [program("epmd"), "-address", HOST, "-port", str(port)])
        self.await_answer("epmd", lambda: connects(port))

    def rabbitmq_environment(self) -> dict[str, str]:
        home, ports = self.folder / "rabbitmq", self.state["ports"]
        for sub in ("home", "data", "log", "conf.d", "schema"):
            (home / sub).mkdir(parents=True, exist_ok=True)
        conf = RABBITMQ_CONF.format(host=HOST, user=USER, password=self.state["password"], **ports)
        plugins = ["rabbitmq_management"]
        if "pki" in self.state:
            required = "true" if self.state.get("certificates_required") else "false"
            conf += RABBITMQ_TLS_CONF.format(host=HOST, pki=self.state["pki"], required=required, **ports)
            plugins.append("rabbitmq_auth_mechanism_ssl")
        write_atomically(home / "rabbitmq.conf", conf)
        write_atomically(home / "enabled_plugins", f"[{','.join(plugins)}].\n")
        write_atomically(home / "rabbitmq-env.conf", "")
        cookie = home / "home" / ".erlang.cookie"
        if not cookie.exists():
            write_atomically(cookie, secrets.token_hex(16))
            cookie.chmod(0o400)
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("RABBITMQ_", "ERL_"))}
        return inherited | {
            "HOME": str(home / "home"),
            "ERL_EPMD_PORT": str(ports["epmd"]),
            "ERL_EPMD_ADDRESS": HOST,
            "RABBITMQ_NODENAME": NODE,
            "RABBITMQ_DIST_PORT": str(ports["distribution"]),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
            "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
            "RABBITMQ_CONFIG_FILES": str(home / "conf.d"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(home / "advanced.config"),
            "RABBITMQ_CONF_ENV_FILE": str(home / "rabbitmq-env.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "enabled_plugins"),
            "RABBITMQ_MNESIA_BASE": str(home / "data"),
            "RABBITMQ_SCHEMA_DIR": str(home / "schema"),
            "RABBITMQ_LOG_BASE": str(home / "log"),
            "RABBITMQ_PID_FILE": str(home / "rabbitmq.pid"),
            # Makes the start script become the broker instead of staying above it, so that signals reach the broker.
            "RUNNING_UNDER_SYSTEMD": "true",
        }

    def api(self, method: str, path: str, body: object = None, timeout: float = 30) -> None:
        url = f"http://{HOST}:{self.state['ports']['management']}/api/{path}"
        token = base64.b64encode(f"{USER}:{self.state['password']}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data, headers, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            opener.open(request, timeout=timeout).close()
        except urllib.error.HTTPError as error:
            raise ServiceError(f"RabbitMQ refused {method} {path}: {error.code} {error.read().decode()}") from error

    def api_answers(self) -> bool:
        try:
            self.api("GET", "whoami", timeout=5)
        except (ServiceError, OSError):
            return False
        return True

    def make_vhost(self, name: str, topology: bool) -> str:
        if self.pid("rabbitmq") is None:
            raise ServiceError(f"RabbitMQ does not run in {self.folder}: start it first")
        quoted = urllib.parse.quote(name, safe="")
        self.api("PUT", f"vhosts/{quoted}", {})
        self.api("PUT", f"permissions/{quoted}/{USER}", {"configure": ".*", "write": ".*", "read": ".*"})
        if topology:
            whole = json.loads(DEFINITIONS.read_text())
            parts = ("policies", "queues", "exchanges", "bindings")
            own = {part: [without(item, "vhost") for item in whole[part]] for part in parts}
            self.api("POST", f"definitions/{quoted}", own)
        return f"amqp://{USER}:{self.state['password']}@{HOST}:{self.state['ports']['amqp']}/{quoted}"

    def ctl(self, arguments: list[str]) -> int:
        tool = rabbitmq_server().with_name("rabbitmqctl")
        command = [str(tool), "--node", NODE, *arguments]
        return subprocess.run(command, env=self.rabbitmq_environment(), check=False).returncode

    # ---- Redis

    def start_redis(self) -> None:
        if self.pid("redis") is None:
            self.choose_ports("redis", *(("redis_tls",) if "pki" in self.state else ()))
            options = {
                "bind": HOST,
                "port": str(self.state["ports"]["redis"]),
                "dir": str(self.folder / "redis"),
                "save": "",
                "appendonly": "no",
                "maxmemory": "256mb",
                "maxmemory-policy": "allkeys-lfu",
                "daemonize": "no",
            }
            if "pki" in self.state:
                pki = self.state["pki"]
                options |= {
                    "tls-port": str(self.state["ports"]["redis_tls"]),
                    "tls-ca-cert-file": f"{pki}/ca.pem",
                    "tls-cert-file": f"{pki}/server.pem",
                    "tls-key-file": f"{pki}/server.key",
                    "tls-auth-clients": "yes" if self.state.get("certificates_required") else "optional",
                }
            (self.folder / "redis").mkdir(parents=True, exist_ok=True)
            command = [program("redis-server"), *(word for k, v in options.items() for word in (f"--{k}", v))]
            self.spawn("redis", command)
        self.await_answer("redis", lambda: redis_answers(self.state["ports"]["redis"]))

    # ---- what the commands do

    def start(self, services: tuple[str, ...]) -> None:
        for service in services:
            begin = self.start_rabbitmq if service == "rabbitmq" else self.start_redis
            was_up = self.pid(service) is not None
            for attempt in range(3):  # another program may take a port between the choice and the start
                try:
                    begin()
                    break
                except ServiceError:
                    if was_up or attempt == 2 or self.pid(service) is not None:
                        raise
        self.save()

    def stop(self, services: tuple[str, ...], sig: signal.Signals = signal.SIGTERM, purge: bool = False) -> None:
        for service in services:
            self.end(service, signal.SIGKILL if purge else sig)
            if service == "rabbitmq" and sig == signal.SIGTERM:
                self.end("epmd")
            if purge:
                shutil.rmtree(self.folder / service, ignore_errors=True)
        if purge and not self.state["processes"]:
            for name in ("services.json", "services.env", ".lock"):
                (self.folder / name).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # not empty: the caller's own files stay
                self.folder.rmdir()

    def report(self) -> bool:
        ports = self.state["ports"]
        checks = {"rabbitmq": ("amqp", amqp_answers), "redis": ("redis", redis_answers)}
        good = True
        for service, (port, answers) in checks.items():
            pid = self.pid(service)
            up = pid is not None and answers(ports[port])
            good = good and up
            where = f"port {ports.get(port, '-')}, process {pid or '-'}"
            print(f"{service}: {'up' if up else 'not answering' if pid else 'stopped'} ({where})")
        return good


def take_lock(path: Path) -> TextIO:
    """Waits for the lock; closing the file gives it back."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        with contextlib.suppress(FileNotFoundError):
            if os.fstat(lock.fileno()).st_ino == path.stat().st_ino:
                return lock
        lock.close()  # a purge deleted it while this command waited


def program(name: str) -> str:
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin")
    if path is None:
        raise ServiceError(f"{name} is not installed: run `make setup`")
    return path


def rabbitmq_server() -> Path:
    """The real start script: the one in /usr/sbin insists on the system's rabbitmq user and folders."""
    packaged = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
    return packaged if packaged.exists() else Path(program("rabbitmq-server")).resolve()


def birth(pid: int) -> str | None:
    """When the process began, in ticks since boot; None once it has ended (also as a zombie)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] in "ZX" else fields[19]


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def exchange(port: int, question: bytes) -> bytes:
    try:
        with socket.create_connection((HOST, port), timeout=2) as connection:
            connection.sendall(question)
            return connection.recv(64) if question else b"connected"
    except OSError:
        return b""


def connects(port: int) -> bool:
    return exchange(port, b"") != b""


def amqp_answers(port: int) -> bool:
    # Frame type 1 on channel 0: connection.start.
    return exchange(port, b"AMQP\x00\x00\x09\x01").startswith(b"\x01\x00\x00")


def redis_answers(port: int) -> bool:
    return exchange(port, b"PING\r\n").startswith(b"+PONG")


def last_lines(log: Path, count: int = 25) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])


def without(item: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != key}


def write_atomically(path: Path, text: str) -> None:
    draft = path.with_name(path.name + ".new")
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(path)


def watch_for(instance: Instance, pid: int) -> None:
    """Ends the services once `pid`, and every other process named before, is gone.

    Called before the services start, so that a caller who dies while they start leaves nothing either.
    """
    born = birth(pid)
    if born is None:
        raise ServiceError(f"--until {pid}: no such process")
    users = instance.state.setdefault("until", [])
    if [pid, born] not in users:
        users.append([pid, born])
    watcher = instance.state.get("watcher")
    if watcher is None or birth(watcher["pid"]) != watcher["birth"]:
        process = subprocess.Popen(
            [sys.executable, __file__, "_watch", str(instance.folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        instance.state["watcher"] = {"pid": process.pid, "birth": birth(process.pid)}
    instance.save()


def is_over(instance: Instance) -> bool | None:
    """Whether all users are gone; None when the folder is no longer this watcher's (it was purged, perhaps started anew)."""
    if instance.state.get("watcher", {}).get("pid") != os.getpid():
        return None
    return all(birth(pid) != born for pid, born in instance.state["until"])


def watch(folder: Path) -> None:
    """The detached process behind `--until`."""
    with Instance(folder).locked():
        pass  # the command that started this process has written its state
    while (over := is_over(Instance(folder))) is not None:
        if over:
            instance = Instance(folder)
            with instance.locked():
                if is_over(instance):  # nobody came meanwhile
                    instance.stop(SERVICES, purge=True)
        time.sleep(0.5)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, text: str, service: str | None = "?") -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text)
        sub.add_argument("dir", type=Path)
        if service is not None:
            sub.add_argument("service", choices=SERVICES, nargs=None if service == "1" else service)
        return sub

    start = command("start", "start what does not run")
    start.add_argument("--until", type=int, metavar="PID")
    start.add_argument("--tls", type=Path, metavar="PKI")
    start.add_argument("--require-certificates", action="store_true", help="with --tls: of every client")
    command("stop", "stop").add_argument("--purge", action="store_true", help="at once, with all data")
    command("restart", "stop and start, same ports, same data")
    command("kill", "SIGKILL", service="1")
    command("status", "what runs", service=None)
    vhost = command("vhost", "make a virtual host, print its URL", service=None)
    vhost.add_argument("name")
    vhost.add_argument("--topology", action="store_true", help=f"load {DEFINITIONS.name} into it")
    command("unvhost", "delete a virtual host", service=None).add_argument("name")
    command("ctl", "rabbitmqctl", service=None).add_argument("arguments", nargs=argparse.REMAINDER)
    sub = commands.add_parser("_watch")
    sub.add_argument("dir", type=Path)
    return parser.parse_args()


def run(args: argparse.Namespace) -> int:
    if args.command == "_watch":
        watch(args.dir)
        return 0
    if args.command in ("stop", "kill", "status") and not args.dir.exists():
        print(f"{args.dir}: nothing here")
        return 3 if args.command == "status" else 0
    instance = Instance(args.dir)
    chosen = getattr(args, "service", None)
    services = (chosen,) if chosen else SERVICES
    if args.command == "status":
        return 0 if instance.report() else 3
    if args.command == "vhost":
        print(instance.make_vhost(args.name, args.topology))
        return 0
    if args.command == "unvhost":
        instance.api("DELETE", f"vhosts/{urllib.parse.quote(args.name, safe='')}")
        return 0
    if args.command == "ctl":
        return instance.ctl(args.arguments)
    with instance.locked():
        if args.command == "stop":
            instance.stop(services, purge=args.purge)
        elif args.command == "kill":
            instance.stop(services, signal.SIGKILL)
        elif args.command == "restart":
            instance.stop(services)
            instance.start(services)
        elif args.command == "start":
            if args.tls is not None:
                instance.state["pki"] = str(args.tls.resolve())
                instance.state["certificates_required"] = args.require_certificates
            if args.until is not None:
                watch_for(instance, args.until)
            instance.start(services)
            instance.report()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(run(arguments()))
    except ServiceError as error:
        sys.exit(f"private_services: {error}")
