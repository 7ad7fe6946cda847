#!/bin/sh
# library.sh OUT: the encoder and the decoder, made C++ by Verilator, as one shared library behind core/spec/vail.h:
# OUT/libvail-rtl.so. Where a tool is missing, OUT/libvail-rtl.absent says which. Nothing is done if nothing that
# the library is made of has changed.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1" target/rtl
out=$(cd "$1" && pwd)/libvail-rtl
cxx=${CXX:-c++}

absent() {
  rm -f "$out.so"
  echo "$1" >"$out.absent"
  exit 0
}
command -v verilator >/dev/null || absent 'verilator was not installed when this was built (install verilator, build again)'
command -v "$cxx" >/dev/null || absent 'no C++ compiler was installed when this was built (install g++, build again)'

made_of() {
  verilator --version
  "$cxx" --version
  sha256sum tools/library.sh lint.vlt src/main/sv/*.sv src/main/cpp/* ../core/spec/vail.h ../host-bridge/src/main/c/sha256.c
}
key=$(made_of)

# circuit TOP NAME PARAMETERS: any number of symbols that a block can have, any short book.
circuit() {
  top=$1 name=$2
  shift 2
  verilator --cc -O3 --x-assign fast --x-initial fast --noassert --threads 1 --top-module "$top" "$@" -GLanes=16 \
    --prefix "V$name" --Mdir "target/rtl/$name" lint.vlt src/main/cpp/split.vlt src/main/sv/vail_pkg.sv \
    "src/main/sv/$top.sv" -y src/main/sv
}

# objects FLAGS FILE...: two at a time.
objects() {
  flags=$1
  shift
  printf '%s\n' "$@" | xargs -P 2 -I FILE sh -c "$cxx -std=c++17 $flags -fPIC -fvisibility=hidden -w \
    -Itarget/rtl/vail_enc -Itarget/rtl/vail_dec -I. -Isrc/main/cpp -I../core/spec -I$runtime -I$runtime/vltstd \
    -c FILE -o target/rtl/\$(basename FILE).o"
}

build() {
  rm -rf target/rtl
  mkdir -p target/rtl
  circuit vail_enc_block vail_enc -GSelect=1 -GLookAhead=15 -GRowBits=12 &&
    circuit vail_dec_block vail_dec -GRowBits=14 || return
  runtime=$(verilator --getenv VERILATOR_ROOT)/include
  # Headers take longer than the driver that includes them, so it is one unit.
  printf '#include "%s"\n' src/main/cpp/*.cpp >target/rtl/driver.cpp
  objects -O1 target/rtl/vail_*/*DepSet*[0-9].cpp target/rtl/driver.cpp &&
    objects -O0 $(ls target/rtl/vail_*/*.cpp | grep -v 'DepSet.*[0-9].cpp') "$runtime/verilated.cpp" \
      "$runtime/verilated_threads.cpp" || return
  "${CC:-cc}" -O2 -fPIC -fvisibility=hidden -I../core/spec -c ../host-bridge/src/main/c/sha256.c -o target/rtl/sha256.c.o &&
    "$cxx" -shared -o target/rtl/library.so target/rtl/*.o -lpthread
}
if [ "$key" != "$(cat target/rtl/key 2>/dev/null)" ]; then
  build >target/rtl.log 2>&1 ||
    absent 'the C++ compiler or verilator failed when this was built (see fpga/target/rtl.log)'
  echo "$key" >target/rtl/key
fi
cmp -s target/rtl/library.so "$out.so" || cp target/rtl/library.so "$out.so"
rm -f "$out.absent"
