#!/bin/sh
# rows.sh LINES FILE : one JSON object a line becomes one JSON array, in a fixed order.
set -eu
cd "$(dirname "$0")/.."
touch "$1"
{ echo '['; sort "$1" | sed '$!s/$/,/'; echo ']'; } >"$2"
