#!/bin/sh
# lint.sh TOP:Name=value,... : Verilator warns of nothing, Icarus and yosys read every top.
set -eu
cd "$(dirname "$0")/.."
# the package first: yosys wants to know it before it is used
files="src/main/sv/vail_pkg.sv $(ls src/main/sv/*.sv | grep -v vail_pkg.sv | tr '\n' ' ')"
for top in "$@"; do
  module=${top%%:*}
  generics=$(echo "${top#*:}" | sed 's/\(^\|,\)/ -G/g')
  verilator --lint-only -Wall --top-module "$module" $generics lint.vlt src/main/sv/vail_pkg.sv \
    "src/main/sv/$module.sv" -y src/main/sv
  echo "verilator: $top"
done
for module in $(printf '%s\n' "$@" | sed 's/:.*//' | sort -u); do
  if command -v iverilog >/dev/null; then
    said=$(iverilog -g2012 -t null -s "$module" src/main/sv/vail_pkg.sv -y src/main/sv -Y .sv \
      "src/main/sv/$module.sv" 2>&1 | grep -v 'sorry: constant selects in always_') && { echo "$said"; exit 1; }
    echo "icarus: $module"
  fi
  if command -v yosys >/dev/null; then
    mkdir -p target/lint
    yosys -q -l "target/lint/$module.log" -p "read_verilog -sv $files; hierarchy -check -top $module;
      proc; flatten; opt_clean; check -assert; select -assert-none t:\$dlatch t:\$_DLATCH_*" >/dev/null
    # yosys takes an unknown name for a new wire
    ! grep -i implicitly "target/lint/$module.log"
    echo "yosys: $module, no latch, one driver a net"
  fi
done
