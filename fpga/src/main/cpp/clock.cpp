// vail_rtl.h: single clock cycles.
#include <cstring>

#include "session.h"

using namespace rtl;

// As many of a session's books as there are banks, by name.
static std::vector<const Book *> firstBooks(const vail_t &session) {
    std::vector<const Book *> books;
    for (auto &[name, book] : session.books)
        if (book.served && books.size() < BANKS) books.push_back(&book);
    return books;
}

template <class Model, class Act>
static int32_t clocked(const vail_t &session, std::unique_ptr<Model> &model, Act act) {
    try {
        if (!model) model = std::make_unique<Model>(Pace{});
        model->hold(firstBooks(session));
        act(model->dut, *model);
        return VAIL_OK;
    } catch (...) {
        return VAIL_INTERNAL;
    }
}

int32_t vail_rtl_clock_encoder(vail_t *session, vail_rtl_encoder_pins_t *pins) {
    return clocked(*session, session->clocked_encoder, [&](auto &dut, Encoder &encoder) {
        dut.cmd_valid_i = pins->cmd_valid, dut.cmd_slot_i = pins->slot, dut.cmd_epoch_i = pins->epoch;
        dut.cmd_bias_i = pins->bias, dut.cmd_rule_i = pins->rule & 3, dut.cmd_best_i = pins->best & 1;
        dut.cmd_constant_i = pins->constant & 1, dut.cmd_streamed_i = pins->streamed & 1, dut.cmd_count_i = pins->count;
        dut.s_valid_i = pins->s_valid & 1, dut.m_ready_i = pins->m_ready & 1;
        std::memcpy(&dut.s_data_i, pins->s_data, LANES);
        encoder.settle();
        pins->cmd_ready = dut.cmd_ready_o, pins->s_ready = dut.s_ready_o, pins->m_valid = dut.m_valid_o;
        pins->m_last = dut.m_last_o, pins->m_count = dut.m_count_o;
        std::memcpy(pins->m_data, &dut.m_data_o, LANES);
        encoder.edge();
        dut.cmd_valid_i = dut.s_valid_i = 0;
    });
}

int32_t vail_rtl_clock_decoder(vail_t *session, vail_rtl_decoder_pins_t *pins) {
    return clocked(*session, session->clocked_decoder, [&](auto &dut, Decoder &decoder) {
        dut.s_valid_i = pins->s_valid & 1, dut.s_count_i = pins->s_count & 15, dut.s_last_i = pins->s_last & 1;
        dut.m_ready_i = pins->m_ready & 1;
        std::memcpy(&dut.s_data_i, pins->s_data, LANES);
        decoder.settle();
        pins->s_ready = dut.s_ready_o, pins->m_valid = dut.m_valid_o, pins->m_last = dut.m_last_o;
        pins->m_count = dut.m_count_o, pins->m_fault = dut.m_fault_o;
        std::memcpy(pins->m_data, &dut.m_data_o, LANES);
        decoder.edge();
        dut.s_valid_i = 0;
    });
}
