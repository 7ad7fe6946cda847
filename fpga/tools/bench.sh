#!/bin/sh
# bench.sh TOP:Name=value,... : builds the bench of a top with Verilator unless nothing it is made of has
# changed, runs it, replays its recording with Icarus. Rows of results go to target/bench/rows, a
# waveform (WAVE=+wave) beside the bench. With COVERAGE=1 what it covers goes to target/coverage instead.
set -eu
cd "$(dirname "$0")/.."
top=${1%%:*}
parameters=$(echo "${1#*:}" | tr ',' ' ')
name=$(echo "$1" | tr ':,=' '---')
folder=target/bench
[ -z "${COVERAGE:-}" ] || folder=target/coverage
out=$folder/$name
generics= defines=
for p in $parameters; do
  generics="$generics -G$p"
  defines="$defines -D$(echo "$p" | tr '[:lower:]' '[:upper:]')"
done

made_of() { verilator --version; echo "$1"; sha256sum tools/bench.sh lint.vlt src/main/sv/*.sv src/test/cpp/*.h src/main/board/*.h "src/test/cpp/${top}_bench.cpp"; }

# Verilator's own sources take longer than a circuit, and are the same for every bench.
runtime() {
  (
    flock 9
    [ -d $folder/runtime ] || {
      make -s -C "$out" -f "V$top.mk" OPT_GLOBAL=-O0 verilated.o verilated_threads.o ${COVERAGE:+verilated_cov.o} &&
        mkdir $folder/runtime && cp "$out"/verilated*.[od] $folder/runtime
    }
  ) 9>$folder/lock && cp $folder/runtime/* "$out"
}

# The circuit may start from any state: its registers are random until they are reset.
build() {
  rm -rf "$out" && mkdir -p "$out" &&
    verilator --cc --exe -O3 ${COVERAGE:+--coverage-line --coverage-toggle} --x-assign unique --x-initial unique --top-module "$top" $generics \
      -CFLAGS "-std=c++17 $defines -I$PWD/src/test/cpp" --Mdir "$out" lint.vlt src/main/sv/vail_pkg.sv \
      "src/main/sv/$top.sv" -y src/main/sv "$PWD/src/test/cpp/${top}_bench.cpp" &&
    runtime && make -s -C "$out" -f "V$top.mk" OPT_FAST=-O1 OPT_SLOW=-O0 && made_of "$1" >"$out/key"
}

mkdir -p $folder
if [ ! -f "$out/key" ] || [ "$(made_of "$1")" != "$(cat "$out/key")" ]; then
  build "$1" >"$folder/$name.log" 2>&1 || { tail -n 30 "$folder/$name.log" >&2; exit 1; }
fi
echo "$1"
if [ -n "${COVERAGE:-}" ]; then COVERED="$out/coverage.dat" "$out/V$top"; exit; fi
TOP="$1" ROWS="target/bench/rows" REPLAY="$out/replay" "$out/V$top"
command -v iverilog >/dev/null || { echo "absent: icarus, because there is no iverilog (apt install iverilog)"; exit 0; }
# Icarus says of every slice in always_comb that it watches the whole vector; that is right as well.
iverilog -g2012 -o "$out/replay.vvp" -s replay "$out/replay.sv" src/main/sv/vail_pkg.sv -y src/main/sv -Y .sv \
  >"$out/icarus.log" 2>&1 || { cat "$out/icarus.log" >&2; exit 1; }
vvp -n "$out/replay.vvp" ${WAVE:-} >"$out/replay.log"
sed 's/^/  icarus: /' "$out/replay.log"
! grep -q FAIL "$out/replay.log"
