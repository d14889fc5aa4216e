# Sourced by the scripts: goes to the top of the project and, when something changed, makes .venv there.
set -eu
cd "$(dirname "$0")/.."
if [ -z "$(find .venv/ready -newer pyproject.toml -newer scripts/lock.txt 2>/dev/null)" ]; then
  for python in "${PYTHON:-python3}" ${PYTHON:+""} python3.14 python3.13 python3.12 python3.11 ""; do
    [ -n "$python" ] || { echo "citekit needs Python 3.11 or later: PYTHON=/path/to/it $0" >&2; exit 2; }
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break
  done
  echo "Setting up .venv with $python (once) ..." >&2
  "$python" -m venv --clear .venv
  .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/lock.txt
  .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps -e .
  touch .venv/ready
fi
export PATH="$PWD/.venv/bin:$PATH"
