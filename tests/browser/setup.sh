#!/usr/bin/env bash
# Installs what the browser tests need on Debian: Chromium and Java from its packages (as root or
# through sudo), and the checkers named in package.json.
set -euo pipefail
cd "$(dirname "$0")"

packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v java >/dev/null || packages+=(default-jre-headless)
if [ ${#packages[@]} -gt 0 ]; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -yq --no-install-recommends "${packages[@]}"
fi
command -v npm >/dev/null || { echo "Node 20 with npm is needed for the browser tests" >&2; exit 1; }
npm ci --no-audit --no-fund --loglevel=error
