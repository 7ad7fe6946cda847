#!/bin/sh
# build.sh BOARD: a bitstream and its addresses in fpga/target/zynq, for a board that Vivado knows by that name, such as
# xilinx.com:kv260_som:part0:1.4. NOT RUN by those who wrote it: no Vivado was at hand.
set -eu
cd "$(dirname "$0")"
out=../../target/zynq
command -v vivado >/dev/null || { echo "absent: vivado, because it is not installed (AMD Vivado)" >&2; exit 4; }
[ $# = 1 ] || { echo "usage: build.sh BOARD" >&2; exit 2; }
mkdir -p "$out"
vivado -mode batch -nojournal -log "$out/build.log" -source build.tcl -tclargs "$out" "$1"
