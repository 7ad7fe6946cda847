# No pin of the part is used, and the one clock, pl_clk0, comes with its constraint from the block of the processors: 200 MHz as
# build.tcl asks for it, a wish and not a result.
