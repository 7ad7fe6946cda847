// Turns waiting steps into beats of the output: a step's words, then its literals if it has escapes
// (with a wide bus both at once), and an empty beat that ends a block.
`default_nettype none
module vail_enc_beats #(
    parameter int Lanes   = 8,
    parameter int Wide    = 0,
    parameter int Escapes = 1
) (
    input  wire logic                                  clk_i,
    input  wire logic                                  rst_i,
    input  wire logic                                  push_i,      // a step enters, its flags with it
    input  wire logic                                  last_i,
    input  wire logic [Lanes-1:0]                      need_i,
    input  wire logic [Lanes-1:0]                      escape_i,
    input  wire logic [Lanes*vail_pkg::SymbolBits-1:0] symbols_i,
    input  wire logic                                  available_i,
    input  wire logic                                  room_i,
    output      logic                                  left_o,
    output      logic [(Lanes<<Wide)-1:0]              take_o,      // bytes of this beat: words, literals
    output      logic                                  literals_o,  // the bytes are literals
    output      logic                                  end_o,       // the beat ends the block
    output      logic [Lanes*vail_pkg::SymbolBits-1:0] literal_bytes_o  // five cycles after take_o
);
    localparam int FlagBits = 2 * Lanes + 2;
    logic [4:0]          waddr_q, waddr_d, raddr_q, raddr_d;
    logic [4:0]          literal_at1_q, literal_at2_q, literal_at3_q;
    logic [FlagBits-1:0] flags;
    logic                words_q, words_d, literals_q, literals_d, end_q, end_d;
    logic                any_escape, last, more;

    vail_buffer #(.Width(FlagBits), .AddrWidth(5)) u_flags (
        .clk_i, .we_i(push_i), .waddr_i(waddr_q), .wdata_i({last_i, |escape_i, escape_i, need_i}),
        .re_i(left_o), .raddr_i(raddr_q), .rdata_o(flags)
    );
    if (Escapes != 0) begin : g_literals
        // An entry behind its flags, where raddr_q is by the time that literals are asked for.
        vail_buffer #(.Width(Lanes * vail_pkg::SymbolBits), .AddrWidth(5)) u_literals (
            .clk_i, .we_i(push_i), .waddr_i(waddr_d), .wdata_i(symbols_i),
            .re_i(1'b1), .raddr_i(literal_at3_q), .rdata_o(literal_bytes_o)
        );
    end else begin : g_none
        logic unused;
        assign unused          = &{1'b0, symbols_i, literal_at3_q};
        assign literal_bytes_o = '0;
    end

    assign last = flags[2*Lanes+1];
    if (Wide != 0) begin : g_wide
        assign any_escape = 1'b0;
        assign take_o     = words_q ? flags[2*Lanes-1:0] : '0;
    end else begin : g_narrow
        assign any_escape = flags[2*Lanes];
        assign take_o     = words_q    ? flags[Lanes-1:0] :
                            literals_q ? flags[2*Lanes-1:Lanes] : '0;
    end

    always_comb begin
        more          = (words_q & (any_escape | last)) | (literals_q & last);
        left_o        = available_i & room_i & ~more;
        words_d       = left_o;
        literals_d    = words_q & any_escape;
        end_d         = (words_q & ~any_escape & last) | (literals_q & last);
        waddr_d       = waddr_q + 5'(push_i);
        raddr_d       = raddr_q + 5'(left_o);
    end
    assign literals_o = literals_q;
    assign end_o      = end_q;

    always_ff @(posedge clk_i) begin
        words_q       <= words_d;
        literals_q    <= literals_d;
        end_q         <= end_d;
        waddr_q       <= waddr_d;
        raddr_q       <= raddr_d;
        literal_at1_q <= raddr_q;
        literal_at2_q <= literal_at1_q;
        literal_at3_q <= literal_at2_q;
        if (rst_i) begin
            words_q    <= 1'b0;
            literals_q <= 1'b0;
            end_q      <= 1'b0;
            waddr_q    <= '0;
            raddr_q    <= '0;
        end
    end
endmodule
