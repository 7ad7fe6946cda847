#!/bin/sh
# build.sh PLATFORM: vail.xo and vail.xclbin in fpga/target/vitis. NOT RUN by those who wrote it: no Vitis was at hand.
set -eu
cd "$(dirname "$0")"
out=../../target/vitis
for tool in vivado v++; do
  command -v $tool >/dev/null || { echo "absent: $tool, because it is not installed (AMD Vitis)" >&2; exit 4; }
done
[ $# = 1 ] || { echo "usage: build.sh PLATFORM" >&2; exit 2; }
mkdir -p "$out"
vivado -mode batch -nojournal -log "$out/package.log" -source package.tcl -tclargs "$out"
v++ --link --target hw --platform "$1" --config vail.cfg --output "$out/vail.xclbin" "$out/vail.xo"
