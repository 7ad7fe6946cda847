# package.tcl OUT: the sources as an IP, and that as a kernel object. NOT RUN: no Vivado was at hand.
set out [lindex $argv 0]
set sv [glob ../../src/main/sv/*.sv]
create_project -force vail $out/project
add_files -norecurse $sv
set_property file_type Verilog [get_files vail_board.sv]
add_files -fileset constrs_1 -norecurse vail.xdc
set_property top vail_board [current_fileset]
update_compile_order -fileset sources_1
ipx::package_project -root_dir $out/ip -vendor dev.vail -library kernel -taxonomy /KernelIP -import_files -force
set core [ipx::current_core]
foreach bus {s_axi_control m_axi_job m_axi_mem} {
    ipx::associate_bus_interfaces -busif $bus -clock ap_clk $core
}
set_property sdx_kernel true $core
set_property sdx_kernel_type rtl $core
set_property ipi_drc {ignore_freq_hz true} $core
ipx::create_xgui_files $core
ipx::update_checksums $core
ipx::save_core $core
close_project
package_xo -force -xo_path $out/vail.xo -kernel_name vail_board -ip_directory $out/ip -kernel_xml kernel.xml
