#!/bin/sh
# library.sh OUT [LIBRARY...]: circuits, made C++ by Verilator, as shared libraries. OUT/libvail-rtl.so is the encoder
# and the decoder behind core/spec/vail.h, OUT/libvail-board.so the board kernel with a memory behind
# src/main/board/vail_board.h. Only if they are named: OUT/libvail-trace.so is the first with waveforms, and
# OUT/libvail-plain.so the first as it is made where there is no AVX2. Where a tool is missing, a file .absent beside it
# says which; without yosys and Python there are no sliced circuits (tools/sliced.py) in the first. Nothing is done if
# nothing that a library is made of has changed.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cxx=${CXX:-c++}

# absent LIBRARY WHY
absent() {
  rm -f "$folder/libvail-$1.so"
  echo "$2" >"$folder/libvail-$1.absent"
}

# circuit WORK TOP NAME PARAMETERS: any number of symbols that a block can have, any short book.
circuit() {
  work=$1 top=$2 name=$3
  shift 3
  verilator --cc -O3 --x-assign fast --x-initial fast --noassert --threads 1 --top-module "$top" "$@" \
    --prefix "V$name" --Mdir "$work/$name" lint.vlt src/main/cpp/split.vlt src/main/sv/vail_pkg.sv \
    "src/main/sv/$top.sv" -y src/main/sv
}

encoder='Select=1 LookAhead=15 RowBits=12 Lanes=16'
decoder='RowBits=14 Lanes=16'

# codec WORK [FLAG]: the encoder and the decoder.
codec() {
  circuit "$1" vail_enc_block vail_enc $(printf -- '-G%s ' $encoder) ${2-} &&
    circuit "$1" vail_dec_block vail_dec $(printf -- '-G%s ' $decoder) ${2-}
}

# The sliced circuits want vectors of 256 bits; without, they are half as fast.
vectors=$(grep -qw avx2 /proc/cpuinfo 2>/dev/null && echo -mavx2) || :

# slices WORK: the same two, sliced.
slices() {
  mkdir -p "$1/sliced" &&
    printf '%s\n' "EncoderGates vail_enc_block $encoder $1/sliced" \
      "DecoderGates vail_dec_block $decoder $1/sliced" | xargs -P 2 -L 1 python3 tools/sliced.py
}

# objects WORK FLAGS FILE...: two at a time.
objects() {
  work=$1 flags=$2
  shift 2
  includes=$(printf -- '-I%s ' "$work"/vail_* "$work"/sliced)
  printf '%s\n' "$@" | xargs -P 2 -I FILE sh -c "$cxx -std=c++17 $flags -fno-strict-aliasing -fPIC -fvisibility=hidden -w \
    $includes -I. -Isrc/main/cpp -Isrc/main/board -I../core/spec -I$runtime -I$runtime/vltstd \
    -c FILE -o $work/\$(basename FILE).o"
}

# link WORK: the circuits in WORK and its driver.cpp; headers take longer than a driver, so it is one unit.
link() {
  objects "$1" -O1 "$1"/vail_*/*DepSet*[0-9].cpp && objects "$1" -O3 "$1/driver.cpp" &&
    objects "$1" -O0 $(ls "$1"/vail_*/*.cpp | grep -v 'DepSet.*[0-9].cpp') "$runtime/verilated.cpp" \
      "$runtime/verilated_threads.cpp" &&
    "$cxx" -shared -o "$1/library.so" "$1"/*.o -lpthread
}

digest() {
  "${CC:-cc}" -O2 -fPIC -fvisibility=hidden -I../core/spec -c ../host-bridge/src/main/c/sha256.c -o "$1/sha256.c.o"
}

make_rtl() {
  codec "$1" || return
  if [ -n "$yosys" ]; then
    slices "$1" &&
      objects "$1" "-O1 $vectors" "$1"/sliced/*-*.cpp &&
      objects "$1" "-O3 $vectors" "$1/sliced/EncoderGates.cpp" "$1/sliced/DecoderGates.cpp" || return
    { echo '#define VAIL_SLICED'; [ -z "$vectors" ] || echo '#define VAIL_AVX2'; printf '#include "%s"\n' $(ls src/main/cpp/*.cpp | grep -v trace); } >"$1/driver.cpp"
  else
    printf '#include "%s"\n' $(ls src/main/cpp/*.cpp | grep -v 'sliced\|trace') >"$1/driver.cpp"
  fi
  digest "$1" && link "$1"
}

make_plain() (
  vectors=
  make_rtl "$1"
)

make_trace() {
  codec "$1" --trace || return
  { echo '#define VAIL_TRACE'; printf '#include "%s"\n' $(ls src/main/cpp/*.cpp | grep -v sliced); } >"$1/driver.cpp"
  objects "$1" -O1 "$runtime/verilated_vcd_c.cpp" && digest "$1" && link "$1"
}

make_board() {
  circuit "$1" vail_kernel vail_kernel || return
  printf '#include "%s"\n' src/main/board/*.cpp >"$1/driver.cpp"
  link "$1"
}

# library NAME MADE_OF...: builds target/NAME/library.so unless that is done, and puts it in its place.
library() {
  what=$1
  shift
  key=$(verilator --version; "$cxx" --version; echo "$yosys $vectors"; sha256sum tools/library.sh lint.vlt src/main/cpp/split.vlt src/main/sv/*.sv "$@")
  if [ "$key" != "$(cat "target/$what/key" 2>/dev/null)" ]; then
    rm -rf "target/$what"
    mkdir -p "target/$what"
    if ! "make_$what" "target/$what" >"target/$what.log" 2>&1; then
      absent "$what" "the C++ compiler or verilator failed when this was built (see fpga/target/$what.log)"
      return
    fi
    echo "$key" >"target/$what/key"
  fi
  cmp -s "target/$what/library.so" "$folder/libvail-$what.so" || cp "target/$what/library.so" "$folder/libvail-$what.so"
  rm -f "$folder/libvail-$what.absent"
}

yosys=$(command -v python3 >/dev/null && yosys -V 2>/dev/null) || yosys=
missing=
command -v "$cxx" >/dev/null || missing='no C++ compiler was installed when this was built (install g++, build again)'
command -v verilator >/dev/null || missing='verilator was not installed when this was built (install verilator, build again)'
shift
[ $# -gt 0 ] || set -- rtl board
if [ -n "$missing" ]; then
  for name in "$@"; do absent "$name" "$missing"; done
  exit 0
fi
runtime=$(verilator --getenv VERILATOR_ROOT)/include
driver='../core/spec/vail.h ../host-bridge/src/main/c/sha256.c'
for name in "$@"; do
  case $name in
    rtl | plain) library "$name" tools/sliced.py tools/gates.py tools/parts.py tools/synth.py src/main/cpp/*.cpp src/main/cpp/*.h $driver ;;
    trace) library trace src/main/cpp/*.cpp src/main/cpp/*.h $driver ;;
    board) library board src/main/board/* ../core/spec/vail.h ;;
  esac
done
