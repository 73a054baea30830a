/**
 * For tests: every condition against every event. `·`: nothing at all. `=`: the condition stays, but something is noted,
 * told or done. Otherwise the next condition, by its short name (states.fixture.ts).
 */
export const TRANSITIONS = `
                      OUT CUP FRE FAC IDN DEC CON GUA ENO ENA CLO OCC FIN VER REC EXO EXA EXC COM RFO RFI REL SEO SEI
started               =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
entry closed          ·   FRE ·   ·   ·   ·   ·   ·   ·   CUP OCC ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
entry opening         =   =   CUP CUP CUP CUP CUP CUP =   CUP =   REL REL REL REL EXC EXC =   =   =   =   =   =   =
entry open            =   ·   CUP CUP CUP CUP CUP CUP ENA ·   ·   REL REL REL REL EXC EXC =   =   =   =   =   =   =
entry jammed          =   =   =   =   =   =   =   =   CUP CUP REL REL REL REL REL EXC EXC =   =   =   =   =   =   =
exit closed           ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   EXC =   =   ·   ·   ·   ·   ·
exit opening          =   =   CUP CUP CUP CUP CUP CUP CUP CUP EXC EXC EXC EXC EXC =   EXC =   =   =   =   =   =   =
exit open             =   =   CUP CUP CUP CUP CUP CUP CUP CUP EXC EXC EXC EXC EXC EXA ·   ·   ·   =   =   =   =   =
exit jammed           =   =   =   =   =   =   =   =   CUP CUP EXC EXC EXC EXC EXC EXC EXC EXO =   =   =   =   =   =
entry refused         ·   ·   ·   ·   ·   ·   ·   ·   CUP ·   REL ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
exit refused          ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   EXC ·   ·   ·   ·   ·   ·   ·   ·
entry forced          =   =   CUP CUP CUP CUP CUP CUP CUP CUP RFI RFI RFI RFI RFI EXC EXC =   =   =   =   =   =   =
exit forced           =   =   CUP CUP CUP CUP CUP CUP CUP CUP RFI RFI RFI RFI RFI EXC EXC =   =   =   =   =   =   =
no body               ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   CUP FRE REL REL REL EXC COM COM ·   ·   REL =   ·   REL
one body              REL REL REL REL REL REL REL REL CLO CLO ·   ·   ·   ·   ·   ·   ·   ·   =   REL ·   ·   REL ·
two bodies            REL REL REL REL REL REL REL REL REL REL REL REL REL REL REL EXC EXC =   =   REL =   =   REL =
sensors disagree 0:1  REL REL REL REL REL REL REL REL REL REL REL REL REL REL REL =   =   =   =   REL =   =   REL =
sensors disagree 1:2  REL REL REL REL REL REL REL REL REL REL REL REL REL REL REL EXC EXC =   =   REL =   =   REL =
sensors unknown       =   =   =   =   =   =   =   =   REL REL REL REL REL REL REL EXC EXC =   =   =   =   =   =   =
camera failed         =   =   OUT RFO RFO RFO RFO RFO CUP CUP REL REL REL REL REL =   =   =   =   =   =   =   =   =
occupancy failed      =   REL OUT RFO RFO RFO RFO RFO REL REL REL REL REL REL REL EXC EXC =   =   =   =   =   =   =
printer failed        =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =
clock failed          =   =   OUT RFO RFO RFO RFO RFO CUP CUP REL REL REL REL REL =   =   =   =   =   =   =   =   =
camera recovered      ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
face lost             ·   ·   ·   =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
face guided           ·   ·   FAC =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
faces several         ·   ·   FAC =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
face captured         ·   ·   FAC IDN ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
face without PAD      ·   ·   RFO RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
chamber face lost     ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
chamber face guided   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
chamber faces several ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REL ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
chamber face captured ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
identified            ·   ·   ·   ·   DEC ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
not recognised        ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
ambiguous             ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
identify failed       ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
already in passage    ·   ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
law admits            ·   ·   ·   ·   ·   CON ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
law refuses           ·   ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
law failed            ·   ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
guardian ready        ·   ·   ·   ·   ·   ·   ·   ENO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
finger chosen         ·   ·   ·   ·   ·   ·   =   =   =   =   =   =   =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
no finger on file     ·   ·   ·   ·   ·   ·   RFO RFO CUP CUP RFI RFI RFI ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
finger captured       ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
finger failed         ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REL ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
verified              ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REC ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
face mismatch         ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   FIN ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
finger again          ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   FIN ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
fingers unreadable    ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   RFI ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
verify failed         ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   RFI ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
clearance recorded    =   =   =   =   =   =   =   =   =   =   =   =   =   =   EXO ·   ·   ·   ·   =   =   =   =   =
stale clearance       =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =
stale answer          ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
clearance failed      ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REL ·   ·   ·   ·   ·   ·   ·   ·   ·
crossing completed    ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   CUP ·   ·   ·   ·   ·
confirmed             ·   ·   ·   ·   ·   ·   ENO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
not me                ·   ·   ·   ·   ·   ·   RFO ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
cancelled             ·   ·   ·   FRE FRE FRE FRE FRE CUP CUP REL REL REL REL REL EXC EXC ·   ·   ·   ·   ·   ·   ·
help asked            =   =   =   RFO RFO RFO RFO RFO CUP CUP RFI RFI RFI RFI RFI =   =   =   =   =   =   =   =   =
consent withdrawn     ·   =   ·   ·   ·   RFO RFO RFO CUP CUP REL REL REL REL REL =   =   =   =   ·   =   =   ·   =
officer acknowledged  ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   =   =   =   =   =
entry release         ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REL REL REL REL REL EXC EXC ·   ·   ·   REL ·   ·   REL
exit release          ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REC ·   ·   REC
secondary flagged     ·   ·   ·   SEO SEO SEO SEO SEO CUP CUP SEI SEI SEI SEI SEI EXC EXC ·   ·   ·   SEI ·   ·   ·
reset                 =   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   FRE ·   CUP FRE ·
lane closed           ·   =   OUT =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =   =
lane opened           FRE ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
step over             ·   OUT ·   FRE RFO RFO FRE RFO CUP CUP REL REL RFI RFI REL EXC EXC =   CUP FRE REL =   FRE REL
settled               ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   FIN ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
officer due           ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   =   =   =   =   =   =   =   =   ·   ·   =   =   ·   =
release due           ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   REL REL REL REL REL EXC EXC =   ·   ·   REL =   ·   REL
`;
