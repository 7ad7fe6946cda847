# Tops with their parameters, written top:Name=value,Name=value.
# Cores for Dual Length Codes, for long books up to ten bits without ESC, for Quad Length Codes, for any long books up
# to twelve bits.
FAMILIES := vail_enc_core:Lanes=8,Longest=4 vail_enc_core:Lanes=8,Longest=4,Wide=1 \
        vail_enc_core:Lanes=8,Longest=10,Escapes=0,LookAhead=11 vail_enc_core:Lanes=8,Longest=11,Escapes=0,LookAhead=6 \
        vail_enc_core:Lanes=8,Longest=12,LookAhead=16 vail_dec_core:Lanes=8,Longest=4 \
        vail_dec_core:Lanes=8,Longest=10,Second=9 vail_dec_core:Lanes=8,Longest=11 \
        vail_enc_core:Lanes=16,Longest=4 vail_enc_core:Lanes=16,Longest=4,Wide=1 \
        vail_enc_core:Lanes=16,Longest=10,Escapes=0,LookAhead=11 vail_enc_core:Lanes=16,Longest=11,Escapes=0,LookAhead=6 \
        vail_enc_core:Lanes=16,Longest=12,LookAhead=16 vail_dec_core:Lanes=16,Longest=4 \
        vail_dec_core:Lanes=16,Longest=10,Second=9 vail_dec_core:Lanes=16,Longest=11
TOPS := vail_enc_core:Lanes=4 vail_enc_core:Lanes=8 vail_enc_core:Lanes=16 vail_enc_core:Lanes=32 \
        vail_enc_core:Lanes=16,Wide=1 vail_dec_core:Lanes=4 vail_dec_core:Lanes=8 vail_dec_core:Lanes=16 \
        vail_dec_core:Lanes=32 vail_enc_block:Lanes=8,Select=1 vail_enc_block:Lanes=16 vail_enc_block:Lanes=32,Select=1 \
        vail_dec_block:Lanes=8,Through=1 vail_dec_block:Lanes=16 vail_dec_block:Lanes=32,Through=1 vail_link:Lanes=16 vail_split:Lanes=8 vail_join:Lanes=8 \
        vail_board:LookAhead=15 $(FAMILIES)
ALL_BENCHES := vail_enc_core:Lanes=4 vail_enc_core:Lanes=8 vail_enc_core:Lanes=16 vail_enc_core:Lanes=32 \
        vail_enc_core:Lanes=16,Wide=1 vail_enc_core:Lanes=16,LookAhead=8 \
        vail_dec_core:Lanes=4 vail_dec_core:Lanes=8 vail_dec_core:Lanes=16 vail_dec_core:Lanes=32 \
        vail_enc_block:Lanes=8,Select=1 vail_enc_block:Lanes=16 vail_enc_block:Lanes=32,Select=1 \
        vail_dec_block:Lanes=8,Through=1 vail_dec_block:Lanes=16 vail_dec_block:Lanes=32,Through=1 \
        vail_enc_block:Lanes=16,RowBits=12 vail_dec_block:Lanes=16,RowBits=14 \
        vail_link:Lanes=16 vail_split:Lanes=8 vail_join:Lanes=8 vail_kernel:LookAhead=15 $(FAMILIES)
# Kernel, link and other numbers of lanes take minutes each to build with counters in them.
ALL_COVERS := vail_enc_core:Lanes=8 vail_dec_core:Lanes=8 vail_enc_core:Lanes=8,Longest=12,LookAhead=16 \
        vail_dec_core:Lanes=8,Longest=11 vail_enc_block:Lanes=8,Select=1 \
        vail_dec_block:Lanes=8,Through=1 vail_split:Lanes=8 vail_join:Lanes=8
ALL_SYNTHS := vail_enc_core:Lanes=4@ultrascale+ vail_enc_core:Lanes=8@ultrascale+ vail_enc_core:Lanes=16@ultrascale+ \
        vail_enc_core:Lanes=32@ultrascale+ vail_enc_core:Lanes=16,Wide=1@ultrascale+ \
        vail_dec_core:Lanes=4@ultrascale+ vail_dec_core:Lanes=8@ultrascale+ vail_dec_core:Lanes=16@ultrascale+ \
        vail_enc_block:Lanes=8@ultrascale+ vail_enc_block:Lanes=16@ultrascale+ vail_enc_block:Lanes=16,Select=1@ultrascale+ \
        vail_enc_block:Lanes=32@ultrascale+ vail_dec_block:Lanes=8@ultrascale+ vail_dec_block:Lanes=16@ultrascale+ \
        vail_enc_core:Lanes=8@ecp5 vail_enc_core:Lanes=16@ecp5 vail_dec_core:Lanes=8@ecp5 \
        vail_enc_core:Lanes=4@ice40 vail_dec_core:Lanes=4@ice40 $(FAMILIES:%=%@ultrascale+)
