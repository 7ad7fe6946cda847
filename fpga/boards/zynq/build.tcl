# build.tcl OUT BOARD: the kernel beside the processors of a Zynq UltraScale+, in their memory. NOT RUN: no Vivado was at hand.
#   registers   from 0xA000_0000 on, by M_AXI_HPM0_FPD (/dev/uio0)
#   memory      the processors' own, by S_AXI_HP0_FPD, which looks into no cache (/dev/udmabuf0)
#   interrupt   pl_ps_irq0[0]
set out [lindex $argv 0]
create_project -force vail $out/project
set_property board_part [lindex $argv 1] [current_project]
add_files -norecurse [glob ../../src/main/sv/*.sv]
set_property file_type Verilog [get_files vail_board.sv]
add_files -fileset constrs_1 -norecurse vail.xdc
create_bd_design design
create_bd_cell -type ip -vlnv xilinx.com:ip:zynq_ultra_ps_e ps
apply_bd_automation -rule xilinx.com:bd_rule:zynq_ultra_ps_e -config {apply_board_preset 1} [get_bd_cells ps]
set_property -dict {CONFIG.PSU__USE__M_AXI_GP0 1 CONFIG.PSU__USE__M_AXI_GP1 0 CONFIG.PSU__USE__M_AXI_GP2 0
    CONFIG.PSU__USE__S_AXI_GP2 1 CONFIG.PSU__SAXIGP2__DATA_WIDTH 128 CONFIG.PSU__USE__IRQ0 1
    CONFIG.PSU__FPGA_PL0_ENABLE 1 CONFIG.PSU__CRL_APB__PL0_REF_CTRL__FREQMHZ 200} [get_bd_cells ps]
create_bd_cell -type module -reference vail_board vail
create_bd_cell -type ip -vlnv xilinx.com:ip:proc_sys_reset reset
create_bd_cell -type ip -vlnv xilinx.com:ip:smartconnect memory_bus
set_property CONFIG.NUM_SI 2 [get_bd_cells memory_bus]
create_bd_cell -type ip -vlnv xilinx.com:ip:smartconnect register_bus
set_property CONFIG.NUM_SI 1 [get_bd_cells register_bus]

connect_bd_intf_net [get_bd_intf_pins ps/M_AXI_HPM0_FPD] [get_bd_intf_pins register_bus/S00_AXI]
connect_bd_intf_net [get_bd_intf_pins register_bus/M00_AXI] [get_bd_intf_pins vail/s_axi_control]
connect_bd_intf_net [get_bd_intf_pins vail/m_axi_job] [get_bd_intf_pins memory_bus/S00_AXI]
connect_bd_intf_net [get_bd_intf_pins vail/m_axi_mem] [get_bd_intf_pins memory_bus/S01_AXI]
connect_bd_intf_net [get_bd_intf_pins memory_bus/M00_AXI] [get_bd_intf_pins ps/S_AXI_HP0_FPD]
foreach pin {vail/ap_clk memory_bus/aclk register_bus/aclk reset/slowest_sync_clk ps/maxihpm0_fpd_aclk ps/saxihp0_fpd_aclk} {
    connect_bd_net [get_bd_pins ps/pl_clk0] [get_bd_pins $pin]
}
connect_bd_net [get_bd_pins ps/pl_resetn0] [get_bd_pins reset/ext_reset_in]
foreach pin {vail/ap_rst_n memory_bus/aresetn register_bus/aresetn} {
    connect_bd_net [get_bd_pins reset/peripheral_aresetn] [get_bd_pins $pin]
}
connect_bd_net [get_bd_pins vail/interrupt] [get_bd_pins ps/pl_ps_irq0]
assign_bd_address -offset 0xA0000000 -range 4K [get_bd_addr_segs vail/s_axi_control/reg0]
assign_bd_address [get_bd_addr_segs ps/SAXIGP2/HP0_DDR_LOW]
validate_bd_design
save_bd_design
make_wrapper -top -import [get_files design.bd]
set_property top design_wrapper [current_fileset]
launch_runs impl_1 -to_step write_bitstream -jobs 4
wait_on_run impl_1
write_hw_platform -fixed -include_bit -force $out/vail.xsa
