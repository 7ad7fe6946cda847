# Only for synthesis out of context: the platform brings the clock. 250 MHz is a wish, not a result.
create_clock -name ap_clk -period 4.000 [get_ports ap_clk]
