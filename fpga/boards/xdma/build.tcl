# build.tcl OUT PART: XDMA, the kernel, and 1 MiB of block RAM that both see. NOT RUN: no Vivado was at hand.
#   registers   BAR of AXI4-Lite (/dev/xdma0_user), from 0 on
#   memory      DMA (/dev/xdma0_h2c_0, /dev/xdma0_c2h_0), from 0 on: --backend board:xdma:/dev/xdma0,1048576
set out [lindex $argv 0]
create_project -force vail $out/project -part [lindex $argv 1]
add_files -norecurse [glob ../../src/main/sv/*.sv]
set_property file_type Verilog [get_files vail_board.sv]
add_files -fileset constrs_1 -norecurse vail.xdc
create_bd_design design
create_bd_cell -type ip -vlnv xilinx.com:ip:xdma xdma
set_property -dict {CONFIG.axilite_master_en true CONFIG.axilite_master_size 4 CONFIG.axilite_master_scale Kilobytes
    CONFIG.axi_data_width 128_bit CONFIG.pl_link_cap_max_link_width X8} [get_bd_cells xdma]
create_bd_cell -type module -reference vail_board vail
create_bd_cell -type ip -vlnv xilinx.com:ip:smartconnect memory_bus
set_property CONFIG.NUM_SI 3 [get_bd_cells memory_bus]
create_bd_cell -type ip -vlnv xilinx.com:ip:axi_bram_ctrl memory
set_property -dict {CONFIG.DATA_WIDTH 128 CONFIG.SINGLE_PORT_BRAM 0} [get_bd_cells memory]
create_bd_cell -type ip -vlnv xilinx.com:ip:blk_mem_gen bram
set_property CONFIG.Memory_Type True_Dual_Port_RAM [get_bd_cells bram]
create_bd_cell -type ip -vlnv xilinx.com:ip:smartconnect register_bus
set_property CONFIG.NUM_SI 1 [get_bd_cells register_bus]

connect_bd_intf_net [get_bd_intf_pins xdma/M_AXI] [get_bd_intf_pins memory_bus/S00_AXI]
connect_bd_intf_net [get_bd_intf_pins vail/m_axi_job] [get_bd_intf_pins memory_bus/S01_AXI]
connect_bd_intf_net [get_bd_intf_pins vail/m_axi_mem] [get_bd_intf_pins memory_bus/S02_AXI]
connect_bd_intf_net [get_bd_intf_pins memory_bus/M00_AXI] [get_bd_intf_pins memory/S_AXI]
connect_bd_intf_net [get_bd_intf_pins memory/BRAM_PORTA] [get_bd_intf_pins bram/BRAM_PORTA]
connect_bd_intf_net [get_bd_intf_pins memory/BRAM_PORTB] [get_bd_intf_pins bram/BRAM_PORTB]
connect_bd_intf_net [get_bd_intf_pins xdma/M_AXI_LITE] [get_bd_intf_pins register_bus/S00_AXI]
connect_bd_intf_net [get_bd_intf_pins register_bus/M00_AXI] [get_bd_intf_pins vail/s_axi_control]
foreach pin {vail/ap_clk memory_bus/aclk memory/s_axi_aclk register_bus/aclk} {
    connect_bd_net [get_bd_pins xdma/axi_aclk] [get_bd_pins $pin]
}
foreach pin {vail/ap_rst_n memory_bus/aresetn memory/s_axi_aresetn register_bus/aresetn} {
    connect_bd_net [get_bd_pins xdma/axi_aresetn] [get_bd_pins $pin]
}
make_bd_intf_pins_external -name pcie [get_bd_intf_pins xdma/pcie_mgt]
make_bd_pins_external -name perst_n [get_bd_pins xdma/sys_rst_n]
create_bd_cell -type ip -vlnv xilinx.com:ip:util_ds_buf refclk
set_property CONFIG.C_BUF_TYPE IBUFDSGTE [get_bd_cells refclk]
connect_bd_net [get_bd_pins refclk/IBUF_OUT] [get_bd_pins xdma/sys_clk_gt]
connect_bd_net [get_bd_pins refclk/IBUF_DS_ODIV2] [get_bd_pins xdma/sys_clk]
make_bd_intf_pins_external -name refclk [get_bd_intf_pins refclk/CLK_IN_D]
connect_bd_net [get_bd_pins vail/interrupt] [get_bd_pins xdma/usr_irq_req]
assign_bd_address -offset 0 -range 1M [get_bd_addr_segs memory/S_AXI/Mem0]
assign_bd_address -offset 0 -range 4K [get_bd_addr_segs vail/s_axi_control/reg0]
validate_bd_design
save_bd_design
make_wrapper -top -import [get_files design.bd]
set_property top design_wrapper [current_fileset]
launch_runs impl_1 -to_step write_bitstream -jobs 4
wait_on_run impl_1
