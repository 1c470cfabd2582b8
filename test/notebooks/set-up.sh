#!/usr/bin/env bash
# Installs what the notebooks need and what is not there yet: nbconvert from Debian, and pandas, DuckDB and a Python kernel
# from PyPI in a folder of their own. Deno comes with npm ci. Whatever cannot be installed fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

python=node_modules/.cache/chuan-ngheo/notebooks/python
pinned=(pandas==2.3.3 duckdb==1.5.5 ipykernel==6.31.0)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

packages=()
[ -x /usr/bin/jupyter-nbconvert ] || packages+=(jupyter-nbconvert)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
if [ "${#packages[@]}" -gt 0 ]; then
  echo "Installing ${packages[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi

if [ "$("$python/bin/pip" freeze 2> /dev/null | grep -cxF "$(printf '%s\n' "${pinned[@]}")")" -ne "${#pinned[@]}" ]; then
  echo "Installing ${pinned[*]}"
  rm -rf "$python"
  python3 -m venv "$python"
  "$python/bin/pip" install --quiet --disable-pip-version-check "${pinned[@]}"
fi

echo "nbconvert $(/usr/bin/jupyter-nbconvert --version), ${pinned[*]}"
