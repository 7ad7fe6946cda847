#!/bin/sh
# rows.sh LINES FILE : one JSON object a line becomes one JSON array, in a fixed order, without what only README.md's tables want.
set -eu
cd "$(dirname "$0")/.."
touch "$1"
{ echo '['; sort "$1" | sed 's/,"top":.*}/}/; $!s/$/,/'; echo ']'; } >"$2"
