#!/usr/bin/env bash
# Makes the virtual environment: make_venv.sh PYTHON FOLDER
# Debian's python3 may come without ensurepip (package python3-venv); then pip is borrowed from the
# system, and where there is none, a message says what to install.
set -euo pipefail
python=${1:-} venv=$2

fail() { printf 'make: %s\n' "$@" >&2; exit 1; }

[ -n "$python" ] || fail "no Python found; Rawi needs Python 3.11 or later (Debian: apt-get install python3 python3-venv)"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "$python is $("$python" --version 2>&1); Rawi needs Python 3.11 or later. Choose another with: make PYTHON=/path/to/python3"

if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  exit 0
fi
rm -rf "$venv"
if "$python" -c 'import ensurepip' 2>/dev/null; then
  "$python" -m venv "$venv"
elif "$python" -m virtualenv --version >/dev/null 2>&1; then
  "$python" -m virtualenv --quiet "$venv"
elif command -v uv >/dev/null 2>&1; then
  uv venv --quiet --seed --python "$python" "$venv"
elif "$python" -m pip --version >/dev/null 2>&1; then
  "$python" -m venv --without-pip "$venv"
  "$python" -m pip --python "$venv/bin/python" install --quiet pip
else
  fail "$python cannot make a virtual environment: the package python3-venv is missing." \
    "On Debian and Ubuntu:  apt-get install python3-venv   (as root), then run make again."
fi
