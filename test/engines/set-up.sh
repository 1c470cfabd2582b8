#!/usr/bin/env bash
# Installs what the engine tests need and what is not there yet: PostgreSQL 15 and Java 17 from Debian; from PyPI, in a
# folder of their own, PySpark, and DuckDB and NumPy for Python. Whatever cannot be installed fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

postgres=/usr/lib/postgresql/15/bin
spark=node_modules/.cache/chuan-ngheo/spark
pyspark=3.5.6
wanted=("pyspark==$pyspark" duckdb==1.5.5 duckdb-cli==1.5.5 numpy==2.4.6)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

packages=()
[ -x "$postgres/initdb" ] && [ -x "$postgres/postgres" ] && [ -x "$postgres/psql" ] || packages+=(postgresql-15 postgresql-client-15)
java -version 2>&1 | grep -Eq 'version "(17|21)' || packages+=(openjdk-17-jre-headless)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
if [ "${#packages[@]}" -gt 0 ]; then
  echo "Installing ${packages[*]}"
  as_root apt-get update -qq
  # No cluster of its own is started: the tests have theirs.
  as_root mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf > /dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi

if [ "$("$spark/bin/pip" freeze 2> /dev/null | grep -cxF "$(printf '%s\n' "${wanted[@]}")")" -ne "${#wanted[@]}" ]; then
  echo "Installing ${wanted[*]}"
  rm -rf "$spark"
  python3 -m venv "$spark"
  "$spark/bin/pip" install --quiet --disable-pip-version-check "${wanted[@]}"
fi

"$postgres/postgres" --version
java -version 2>&1 | head -n 1
"$spark/bin/python" -c 'import pyspark; print("PySpark", pyspark.__version__)'
