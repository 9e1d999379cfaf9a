#!/bin/sh
# peers.sh - DuckDB for the benchmark, by npm, into build/bench; nothing is installed globally.
set -eu
to=build/bench
[ -d $to/node_modules/@duckdb/node-api ] && exit 0
mkdir -p $to
[ -f $to/package.json ] || echo '{ "private": true }' > $to/package.json
npm install --prefix $to --no-audit --no-fund --loglevel=error @duckdb/node-api@1.5
