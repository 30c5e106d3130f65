#!/usr/bin/env bash
# Times this program against peers, each on one thread, in alternating blocks of one run.
#
#   ci/bench.sh [WORD]     the workloads whose names contain the word; all without one
#   ci/bench.sh --memory   resident memory over 10 000 training steps; no peer
#   ci/bench.sh --moments  the committee machine's moments against its weights over 10 000 steps; no peer
#   ci/bench.sh --newton   Newton's method against Adam on one draw; no peer
#
# The peers are Python programs in ci/peers and need PyTorch with a real BLAS, on Debian:
#   apt-get install python3-torch libopenblas0-pthread
# PYTHON names another Python; BLOCKS (7) and SECONDS_A_BLOCK (1.5) set the length. The machine
# should be quiet. Writes reports/benchmarks/benchmarks.json; reports/README.md says what is in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bench() {
  mvn --batch-mode --no-transfer-progress -q -Pbench -DskipTests package </dev/null
  exec java -Xmx3g -XX:+UseSerialGC -cp "target/test-classes:target/grokcheck.jar" "$@"
}

if [ "${1:-}" = --memory ]; then
  bench org.grokcheck.bench.Memory
fi

if [ "${1:-}" = --moments ]; then
  bench org.grokcheck.bench.MomentsAgainstWeights 500 100 550 10000
fi
if [ "${1:-}" = --newton ]; then
  bench org.grokcheck.bench.NewtonAgainstAdam 1200 540 1e-8
fi

python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import torch' 2>/dev/null; then
  echo "ci/bench.sh: $python has no PyTorch; apt-get install python3-torch libopenblas0-pthread" >&2
  exit 2
fi

bench org.grokcheck.bench.Bench \
  reports/benchmarks/benchmarks.json "$python" "${BLOCKS:-7}" "${SECONDS_A_BLOCK:-1.5}" "${1:-}"
