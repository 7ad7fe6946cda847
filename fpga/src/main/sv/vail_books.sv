// The resident books: eight banks, so four slots of two epochs (C-10). A host writes the 135 bytes of a
// book and the register of its check, then names bank, slot and epoch; the book is checked and its tables
// are written in cycles in which nobody reads them. A bank that is being loaded is unknown until it is good.
// Of two banks with the same slot and epoch the one with the lower number counts.
//
//   0x000 r  "VAIL"                     0x008 w  load: slot 7-0, epoch 15-8, bank 18-16
//   0x004 r  status: busy 0, fault of   0x00C w  CRC-32C register after the digest's first eight bytes (B-16)
//            the last load 12-8, of     0x010 w  retire: bank 2-0
//            the last block 20-16       0x014 w  banks that `best` chooses among: 7-0
//                                       0x100-0x187 w  the book, four bytes a word, the first one lowest
`default_nettype none
module vail_books #(
    parameter int LookAhead = 8,
    parameter int BankBits  = 3,
    parameter int Banks     = 1 << BankBits
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                we_i,
    input  wire logic [8:0]          waddr_i,
    input  wire logic [31:0]         wdata_i,
    input  wire logic [8:0]          raddr_i,
    output      logic [31:0]         rdata_o,
    input  wire vail_pkg::fault_t    block_fault_i,
    input  wire vail_pkg::symbol_t   slot_i,        // combinational look-up
    input  wire vail_pkg::symbol_t   epoch_i,
    output      logic                known_o,
    output      logic [BankBits-1:0] bank_o,
    input  wire logic [BankBits-1:0] bank_i,        // whose seed and name are these, combinational
    output      vail_pkg::crc_t      seed_o,
    output      logic [23:0]         name_o,        // center, epoch, slot
    output      logic [Banks-1:0]    resident_o,    // banks with a book
    output      logic [Banks-1:0]    candidates_o,  // banks that `best` chooses among
    output      logic [Banks*24-1:0] names_o,       // of all banks
    input  wire logic                table_ready_i,
    output      logic                enc_we_o,
    output      logic                dec_we_o,
    output      logic [BankBits+8:0] enc_addr_o,    // bank, then t or t + 255
    output      logic [BankBits+7:0] dec_addr_o,
    output      vail_pkg::entry_t    enc_entry_o,
    output      vail_pkg::meaning_t  dec_meaning_o
);
    logic [Banks-1:0]    hit;
    logic [31:0]         seed_q, word;
    logic [1:0]          byte_q;
    logic [7:0]          byte_addr, book_byte;
    logic [15:0]         name_q;
    logic [BankBits-1:0] bank_q;
    logic                busy, done, load, retire;
    vail_pkg::fault_t    fault;
    vail_pkg::symbol_t   center;

    assign load   = we_i & (waddr_i == 9'h008) & ~busy;
    assign retire = we_i & (waddr_i == 9'h010);

    vail_buffer #(.Width(32), .AddrWidth(6)) u_book (
        .clk_i, .we_i(we_i & waddr_i[8] & ~busy), .waddr_i(waddr_i[7:2]), .wdata_i(wdata_i),
        .re_i(1'b1), .raddr_i(byte_addr[7:2]), .rdata_o(word)
    );
    assign book_byte = word[byte_q*8 +: 8];

    vail_book_loader #(.LookAhead(LookAhead), .BankBits(BankBits)) u_loader (
        .clk_i, .rst_i, .start_i(load), .slot_i(name_q[7:0]), .bank_i(wdata_i[16 +: BankBits]), .busy_o(busy), .done_o(done),
        .fault_o(fault), .center_o(center), .byte_addr_o(byte_addr), .byte_i(book_byte),
        .ready_i(table_ready_i), .enc_we_o, .dec_we_o, .enc_addr_o, .dec_addr_o, .enc_entry_o, .dec_meaning_o
    );

    for (genvar b = 0; b < Banks; b++) begin : g_bank
        logic mine, opens;
        assign mine   = bank_q == BankBits'(b);
        assign opens  = done & mine & (fault == vail_pkg::FaultNone);
        assign hit[b] = resident_o[b] & (names_o[b*24 +: 16] == {epoch_i, slot_i});
        always_ff @(posedge clk_i) begin
            if (busy & mine) resident_o[b] <= opens;
            if (rst_i | (retire & (wdata_i[BankBits-1:0] == BankBits'(b)))) resident_o[b] <= 1'b0;
            names_o[b*24 +: 24] <= opens ? {center, name_q} : names_o[b*24 +: 24];
        end
    end
    assign known_o = hit != '0;
    always_comb begin
        bank_o = '0;
        for (int b = Banks - 1; b >= 0; b--)
            if (hit[b]) bank_o = BankBits'(b);
    end
    // What is asked of one bank only lies in a RAM that is read without a register.
    logic [55:0] about_q [0:Banks-1];
    always_ff @(posedge clk_i) if (done & (fault == vail_pkg::FaultNone)) about_q[bank_q] <= {center, name_q, seed_q};
    assign {name_o, seed_o} = about_q[bank_i];

    assign rdata_o = (raddr_i == 9'h000) ? 32'h5641494C
                   : (raddr_i == 9'h004) ? {11'd0, block_fault_i, 3'd0, fault, 7'd0, busy} : 32'd0;

    always_ff @(posedge clk_i) begin
        byte_q <= byte_addr[1:0];
        candidates_o <= rst_i ? '0 : (we_i & (waddr_i == 9'h014)) ? wdata_i[Banks-1:0] : candidates_o;
        seed_q <= (we_i & (waddr_i == 9'h00C) & ~busy) ? wdata_i : seed_q;
        name_q <= load ? wdata_i[15:0] : name_q;
        bank_q <= load ? wdata_i[16 +: BankBits] : bank_q;
    end
endmodule
