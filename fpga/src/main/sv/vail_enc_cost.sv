// What a book would make of a block: the exact bits of its codes and literals under a bias (B-25), a row
// of symbols a cycle. One table serves the books of all groups, of which one is asked at a time.
`default_nettype none
module vail_enc_cost #(
    parameter int Lanes     = 8,
    parameter int GroupBits = 1
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,       // t of a group costs bits_i
    input  wire logic [GroupBits+7:0] waddr_i,
    input  wire logic [4:0]           bits_i,
    input  wire logic                 clear_i,    // forget the block before; no row is on its way
    input  wire logic [GroupBits-1:0] group_i,
    input  wire vail_pkg::symbol_t    bias_i,
    input  wire logic                 valid_i,
    input  wire logic [Lanes-1:0]     keep_i,
    input  wire logic [Lanes*8-1:0]   data_i,
    output      logic [20:0]          sum_o       // five cycles after the last row
);
    localparam int Quads = Lanes / 4;
    logic [Lanes*8-1:0] moved, moved_q;
    logic [Lanes-1:0]   keep0_q, keep1_q;
    logic [Lanes*5-1:0] bits;
    logic [Quads*7-1:0] quad_d, quad_q;
    logic [11:0]        row_d, row_q;

    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        vail_bias u_bias (.bias_i, .symbol_i(data_i[i*8 +: 8]), .symbol_o(moved[i*8 +: 8]));
    end
    for (genvar i = 0; i < Lanes; i = i + 2) begin : g_bits
        vail_lookup #(.Width(5), .AddrWidth(GroupBits + 8)) u_bits (
            .clk_i, .we_i, .waddr_i, .wdata_i(bits_i), .addr0_i({group_i, moved_q[i*8 +: 8]}),
            .addr1_i({group_i, moved_q[(i+1)*8 +: 8]}), .data0_o(bits[i*5 +: 5]), .data1_o(bits[(i+1)*5 +: 5])
        );
    end
    for (genvar q = 0; q < Quads; q++) begin : g_quad
        logic [27:0] kept;
        for (genvar i = 0; i < 4; i++) begin : g_kept
            assign kept[i*7 +: 7] = keep1_q[q*4+i] ? {2'd0, bits[(q*4+i)*5 +: 5]} : 7'd0;
        end
        assign quad_d[q*7 +: 7] = kept[6:0] + kept[13:7] + kept[20:14] + kept[27:21];
    end
    always_comb begin
        row_d = '0;
        for (int q = 0; q < Quads; q++) row_d = row_d + {5'd0, quad_q[q*7 +: 7]};
    end

    always_ff @(posedge clk_i) begin
        moved_q <= moved;
        keep0_q <= valid_i ? keep_i : '0;
        keep1_q <= keep0_q;
        quad_q  <= quad_d;
        row_q   <= row_d;
        sum_o   <= clear_i ? '0 : sum_o + {9'd0, row_q};
    end
endmodule
