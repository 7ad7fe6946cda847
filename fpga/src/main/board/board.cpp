// vail_board.h around the verilated kernel.
#include "vail_board.h"

#include <atomic>
#include <memory>

#include "Vvail_kernel.h"
#include "axi_memory.h"
#include "verilated.h"

static std::atomic<uint32_t> boards{0};

constexpr uint32_t LATENCY = 20, MOST_ADDRESS = 0x7FC;

struct vail_board {
    vail_board(uint64_t first, size_t bytes, uint32_t pace) : memory(bytes, first), ports(dut, memory, pace, LATENCY) {
        dut.rst_i = 1;
        for (int i = 0; i < 40; i++) tick();
        dut.rst_i = 0;
        dut.bready_i = dut.rready_i = 1;
        boards++;
    }
    ~vail_board() {
        dut.final();
        boards--;
    }
    void settle() {
        dut.clk_i = 0;
        ports.drive();
        dut.eval();
        ports.clock();
    }
    void edge() {
        dut.clk_i = 1;
        dut.eval();
    }
    void tick() { settle(), edge(); }
    void write(uint32_t address, uint32_t value) {
        dut.awvalid_i = dut.wvalid_i = 1;
        dut.awaddr_i = uint16_t(address);
        dut.wdata_i = value;
        do tick();
        while (!dut.bvalid_o);
        dut.awvalid_i = dut.wvalid_i = 0;
        tick();
    }
    uint32_t read(uint32_t address) {
        dut.arvalid_i = 1;
        dut.araddr_i = uint16_t(address);
        do tick();
        while (!dut.rvalid_o);
        dut.arvalid_i = 0;
        uint32_t value = dut.rdata_o;
        tick();
        return value;
    }

    VerilatedContext context;
    Vvail_kernel dut{&context};
    board::Memory memory;
    board::Ports<Vvail_kernel> ports;
};

static bool isRegister(uint32_t address) { return address <= MOST_ADDRESS && address % 4 == 0; }

uint32_t vail_board_version(void) { return VAIL_BOARD_INTERFACE; }

uint32_t vail_board_count(void) { return boards; }

int32_t vail_board_open(uint64_t first, uint64_t bytes, uint32_t pace, vail_board_t **board) {
    *board = nullptr;
    if (bytes == 0 || first > UINT64_MAX - bytes || pace < 1 || pace > 256) return VAIL_BAD_ARGUMENT;
    try {
        *board = new vail_board(first, bytes, pace);
        return VAIL_OK;
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

int32_t vail_board_write(vail_board_t *board, uint32_t address, uint32_t value) {
    if (!isRegister(address)) return VAIL_BAD_ARGUMENT;
    board->write(address, value);
    return VAIL_OK;
}

int32_t vail_board_read(vail_board_t *board, uint32_t address, uint32_t *value) {
    if (!isRegister(address)) return VAIL_BAD_ARGUMENT;
    *value = board->read(address);
    return VAIL_OK;
}

int32_t vail_board_to_device(vail_board_t *board, uint64_t address, const uint8_t *bytes, size_t count) {
    if (!board->memory.holds(address, count)) return VAIL_BAD_ARGUMENT;
    if (count) std::memcpy(board->memory.at(address), bytes, count);
    return VAIL_OK;
}

int32_t vail_board_from_device(vail_board_t *board, uint64_t address, size_t count, uint8_t *bytes) {
    if (!board->memory.holds(address, count)) return VAIL_BAD_ARGUMENT;
    if (count) std::memcpy(bytes, board->memory.at(address), count);
    return VAIL_OK;
}

int32_t vail_board_run(vail_board_t *board, uint64_t cycles, uint32_t *interrupted) {
    for (; cycles && !board->dut.interrupt_o; cycles--) board->tick();
    *interrupted = board->dut.interrupt_o;
    return board->memory.broken ? VAIL_INTERNAL : VAIL_OK;
}

int32_t vail_board_close(vail_board_t *board) {
    delete board;
    return VAIL_OK;
}
