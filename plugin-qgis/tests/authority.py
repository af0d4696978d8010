"""A certificate authority of a test session, made with openssl: keys that exist nowhere else, for one day."""

from __future__ import annotations

import subprocess
from pathlib import Path


class Authority:
    """Issues certificates into a folder: ``ca.pem``, and ``NAME.pem`` with ``NAME.key`` for each."""

    def __init__(self, folder: Path, name: str = "Authority of a test") -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.ca = folder / "ca.pem"
        _openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={name}",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            "-keyout", folder / "ca.key", "-out", self.ca,
        )  # fmt: skip

    def issue(self, name: str, common_name: str, *extensions: str, days: int = 1) -> Path:
        """A certificate with its key; gives the certificate's path."""
        request, settings = self.folder / f"{name}.csr", self.folder / f"{name}.ext"
        settings.write_text("\n".join(["authorityKeyIdentifier=keyid", *extensions]) + "\n")
        _openssl(
            "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={common_name}",
            "-keyout", self.folder / f"{name}.key", "-out", request,
        )  # fmt: skip
        path = self.folder / f"{name}.pem"
        _openssl(
            "x509", "-req", "-in", request, "-CA", self.ca, "-CAkey", self.folder / "ca.key", "-CAcreateserial",
            "-days", days, "-extfile", settings, "-out", path,
        )  # fmt: skip
        return path


def _openssl(*arguments: object) -> None:
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
