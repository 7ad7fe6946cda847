# The pins are the board's: take them from its manual. The names are those that build.tcl gives.
#   set_property PACKAGE_PIN …  [get_ports refclk_clk_p]
#   set_property PACKAGE_PIN …  [get_ports perst_n]
create_clock -name refclk -period 10.000 [get_ports refclk_clk_p]
set_property IOSTANDARD LVCMOS18 [get_ports perst_n]
set_property PULLUP true [get_ports perst_n]
set_false_path -from [get_ports perst_n]
