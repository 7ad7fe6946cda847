#!/bin/sh
# build.sh PART: a bitstream in fpga/target/xdma. NOT RUN by those who wrote it: no Vivado was at hand.
set -eu
cd "$(dirname "$0")"
out=../../target/xdma
command -v vivado >/dev/null || { echo "absent: vivado, because it is not installed (AMD Vivado)" >&2; exit 4; }
[ $# = 1 ] || { echo "usage: build.sh PART" >&2; exit 2; }
mkdir -p "$out"
vivado -mode batch -nojournal -log "$out/build.log" -source build.tcl -tclargs "$out" "$1"
