# Tops with their parameters, written top:Name=value,Name=value.
TOPS := vail_enc_core:Lanes=4 vail_enc_core:Lanes=8 vail_enc_core:Lanes=16 vail_enc_core:Lanes=32 \
        vail_enc_core:Lanes=16,Wide=1 vail_dec_core:Lanes=4 vail_dec_core:Lanes=8 vail_dec_core:Lanes=16 \
        vail_dec_core:Lanes=32 vail_enc_block:Lanes=8,Select=1 vail_enc_block:Lanes=16 vail_enc_block:Lanes=32,Select=1 \
        vail_dec_block:Lanes=8,Through=1 vail_dec_block:Lanes=16 vail_dec_block:Lanes=32,Through=1 vail_link:Lanes=16 vail_split:Lanes=8 vail_join:Lanes=8 \
        vail_board:LookAhead=15
ALL_BENCHES := vail_enc_core:Lanes=4 vail_enc_core:Lanes=8 vail_enc_core:Lanes=16 vail_enc_core:Lanes=32 \
        vail_enc_core:Lanes=16,Wide=1 vail_enc_core:Lanes=16,LookAhead=8 \
        vail_dec_core:Lanes=4 vail_dec_core:Lanes=8 vail_dec_core:Lanes=16 vail_dec_core:Lanes=32 \
        vail_enc_block:Lanes=8,Select=1 vail_enc_block:Lanes=16 vail_enc_block:Lanes=32,Select=1 \
        vail_dec_block:Lanes=8,Through=1 vail_dec_block:Lanes=16 vail_dec_block:Lanes=32,Through=1 \
        vail_enc_block:Lanes=16,RowBits=12 vail_dec_block:Lanes=16,RowBits=14 \
        vail_link:Lanes=16 vail_split:Lanes=8 vail_join:Lanes=8 vail_kernel:LookAhead=15
# Kernel, link and other numbers of lanes take minutes each to build with counters in them.
ALL_COVERS := vail_enc_core:Lanes=8 vail_dec_core:Lanes=8 vail_enc_block:Lanes=8,Select=1 \
        vail_dec_block:Lanes=8,Through=1 vail_split:Lanes=8 vail_join:Lanes=8
ALL_SYNTHS := vail_enc_core:Lanes=4@ultrascale+ vail_enc_core:Lanes=8@ultrascale+ vail_enc_core:Lanes=16@ultrascale+ \
        vail_enc_core:Lanes=32@ultrascale+ vail_enc_core:Lanes=16,Wide=1@ultrascale+ \
        vail_dec_core:Lanes=4@ultrascale+ vail_dec_core:Lanes=8@ultrascale+ vail_dec_core:Lanes=16@ultrascale+ \
        vail_enc_block:Lanes=16@ultrascale+ vail_enc_block:Lanes=16,Select=1@ultrascale+ vail_dec_block:Lanes=16@ultrascale+ \
        vail_enc_core:Lanes=8@ecp5 vail_enc_core:Lanes=16@ecp5 vail_dec_core:Lanes=8@ecp5 \
        vail_enc_core:Lanes=4@ice40 vail_dec_core:Lanes=4@ice40
