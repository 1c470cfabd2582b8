#!/usr/bin/env bash
# Installs what the test of the page needs and what is not there yet: Chromium from Debian, and letters for Vietnamese.
# Whatever cannot be installed fails.
set -euo pipefail

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

packages=()
command -v chromium > /dev/null || packages+=(chromium fonts-noto-core)
if [ "${#packages[@]}" -gt 0 ]; then
  echo "Installing ${packages[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi

chromium --version --no-sandbox
