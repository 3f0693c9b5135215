"""Harming: each of hundreds of functions changes a global of its own and calls the next one.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
def f0(a):
    global g0
    g0 = a
    f1(a)
def f1(a):
    global g1
    g1 = a
    f2(a)
def f2(a):
    global g2
    g2 = a
    f3(a)
def f3(a):
    global g3
    g3 = a
    f4(a)
def f4(a):
    global g4
    g4 = a
    f5(a)
def f5(a):
    global g5
    g5 = a
    f6(a)
def f6(a):
    global g6
    g6 = a
    f7(a)
def f7(a):
    global g7
    g7 = a
    f8(a)
def f8(a):
    global g8
    g8 = a
    f9(a)
def f9(a):
    global g9
    g9 = a
    f10(a)
def f10(a):
    global g10
    g10 = a
    f11(a)
def f11(a):
    global g11
    g11 = a
    f12(a)
def f12(a):
    global g12
    g12 = a
    f13(a)
def f13(a):
    global g13
    g13 = a
    f14(a)
def f14(a):
    global g14
    g14 = a
    f15(a)
def f15(a):
    global g15
    g15 = a
    f16(a)
def f16(a):
    global g16
    g16 = a
    f17(a)
def f17(a):
    global g17
    g17 = a
    f18(a)
def f18(a):
    global g18
    g18 = a
    f19(a)
def f19(a):
    global g19
    g19 = a
    f20(a)
def f20(a):
    global g20
    g20 = a
    f21(a)
def f21(a):
    global g21
    g21 = a
    f22(a)
def f22(a):
    global g22
    g22 = a
    f23(a)
def f23(a):
    global g23
    g23 = a
    f24(a)
def f24(a):
    global g24
    g24 = a
    f25(a)
def f25(a):
    global g25
    g25 = a
    f26(a)
def f26(a):
    global g26
    g26 = a
    f27(a)
def f27(a):
    global g27
    g27 = a
    f28(a)
def f28(a):
    global g28
    g28 = a
    f29(a)
def f29(a):
    global g29
    g29 = a
    f30(a)
def f30(a):
    global g30
    g30 = a
    f31(a)
def f31(a):
    global g31
    g31 = a
    f32(a)
def f32(a):
    global g32
    g32 = a
    f33(a)
def f33(a):
    global g33
    g33 = a
    f34(a)
def f34(a):
    global g34
    g34 = a
    f35(a)
def f35(a):
    global g35
    g35 = a
    f36(a)
def f36(a):
    global g36
    g36 = a
    f37(a)
def f37(a):
    global g37
    g37 = a
    f38(a)
def f38(a):
    global g38
    g38 = a
    f39(a)
def f39(a):
    global g39
    g39 = a
    f40(a)
def f40(a):
    global g40
    g40 = a
    f41(a)
def f41(a):
    global g41
    g41 = a
    f42(a)
def f42(a):
    global g42
    g42 = a
    f43(a)
def f43(a):
    global g43
    g43 = a
    f44(a)
def f44(a):
    global g44
    g44 = a
    f45(a)
def f45(a):
    global g45
    g45 = a
    f46(a)
def f46(a):
    global g46
    g46 = a
    f47(a)
def f47(a):
    global g47
    g47 = a
    f48(a)
def f48(a):
    global g48
    g48 = a
    f49(a)
def f49(a):
    global g49
    g49 = a
    f50(a)
def f50(a):
    global g50
    g50 = a
    f51(a)
def f51(a):
    global g51
    g51 = a
    f52(a)
def f52(a):
    global g52
    g52 = a
    f53(a)
def f53(a):
    global g53
    g53 = a
    f54(a)
def f54(a):
    global g54
    g54 = a
    f55(a)
def f55(a):
    global g55
    g55 = a
    f56(a)
def f56(a):
    global g56
    g56 = a
    f57(a)
def f57(a):
    global g57
    g57 = a
    f58(a)
def f58(a):
    global g58
    g58 = a
    f59(a)
def f59(a):
    global g59
    g59 = a
    f60(a)
def f60(a):
    global g60
    g60 = a
    f61(a)
def f61(a):
    global g61
    g61 = a
    f62(a)
def f62(a):
    global g62
    g62 = a
    f63(a)
def f63(a):
    global g63
    g63 = a
    f64(a)
def f64(a):
    global g64
    g64 = a
    f65(a)
def f65(a):
    global g65
    g65 = a
    f66(a)
def f66(a):
    global g66
    g66 = a
    f67(a)
def f67(a):
    global g67
    g67 = a
    f68(a)
def f68(a):
    global g68
    g68 = a
    f69(a)
def f69(a):
    global g69
    g69 = a
    f70(a)
def f70(a):
    global g70
    g70 = a
    f71(a)
def f71(a):
    global g71
    g71 = a
    f72(a)
def f72(a):
    global g72
    g72 = a
    f73(a)
def f73(a):
    global g73
    g73 = a
    f74(a)
def f74(a):
    global g74
    g74 = a
    f75(a)
def f75(a):
    global g75
    g75 = a
    f76(a)
def f76(a):
    global g76
    g76 = a
    f77(a)
def f77(a):
    global g77
    g77 = a
    f78(a)
def f78(a):
    global g78
    g78 = a
    f79(a)
def f79(a):
    global g79
    g79 = a
    f80(a)
def f80(a):
    global g80
    g80 = a
    f81(a)
def f81(a):
    global g81
    g81 = a
    f82(a)
def f82(a):
    global g82
    g82 = a
    f83(a)
def f83(a):
    global g83
    g83 = a
    f84(a)
def f84(a):
    global g84
    g84 = a
    f85(a)
def f85(a):
    global g85
    g85 = a
    f86(a)
def f86(a):
    global g86
    g86 = a
    f87(a)
def f87(a):
    global g87
    g87 = a
    f88(a)
def f88(a):
    global g88
    g88 = a
    f89(a)
def f89(a):
    global g89
    g89 = a
    f90(a)
def f90(a):
    global g90
    g90 = a
    f91(a)
def f91(a):
    global g91
    g91 = a
    f92(a)
def f92(a):
    global g92
    g92 = a
    f93(a)
def f93(a):
    global g93
    g93 = a
    f94(a)
def f94(a):
    global g94
    g94 = a
    f95(a)
def f95(a):
    global g95
    g95 = a
    f96(a)
def f96(a):
    global g96
    g96 = a
    f97(a)
def f97(a):
    global g97
    g97 = a
    f98(a)
def f98(a):
    global g98
    g98 = a
    f99(a)
def f99(a):
    global g99
    g99 = a
    f100(a)
def f100(a):
    global g100
    g100 = a
    f101(a)
def f101(a):
    global g101
    g101 = a
    f102(a)
def f102(a):
    global g102
    g102 = a
    f103(a)
def f103(a):
    global g103
    g103 = a
    f104(a)
def f104(a):
    global g104
    g104 = a
    f105(a)
def f105(a):
    global g105
    g105 = a
    f106(a)
def f106(a):
    global g106
    g106 = a
    f107(a)
def f107(a):
    global g107
    g107 = a
    f108(a)
def f108(a):
    global g108
    g108 = a
    f109(a)
def f109(a):
    global g109
    g109 = a
    f110(a)
def f110(a):
    global g110
    g110 = a
    f111(a)
def f111(a):
    global g111
    g111 = a
    f112(a)
def f112(a):
    global g112
    g112 = a
    f113(a)
def f113(a):
    global g113
    g113 = a
    f114(a)
def f114(a):
    global g114
    g114 = a
    f115(a)
def f115(a):
    global g115
    g115 = a
    f116(a)
def f116(a):
    global g116
    g116 = a
    f117(a)
def f117(a):
    global g117
    g117 = a
    f118(a)
def f118(a):
    global g118
    g118 = a
    f119(a)
def f119(a):
    global g119
    g119 = a
    f120(a)
def f120(a):
    global g120
    g120 = a
    f121(a)
def f121(a):
    global g121
    g121 = a
    f122(a)
def f122(a):
    global g122
    g122 = a
    f123(a)
def f123(a):
    global g123
    g123 = a
    f124(a)
def f124(a):
    global g124
    g124 = a
    f125(a)
def f125(a):
    global g125
    g125 = a
    f126(a)
def f126(a):
    global g126
    g126 = a
    f127(a)
def f127(a):
    global g127
    g127 = a
    f128(a)
def f128(a):
    global g128
    g128 = a
    f129(a)
def f129(a):
    global g129
    g129 = a
    f130(a)
def f130(a):
    global g130
    g130 = a
    f131(a)
def f131(a):
    global g131
    g131 = a
    f132(a)
def f132(a):
    global g132
    g132 = a
    f133(a)
def f133(a):
    global g133
    g133 = a
    f134(a)
def f134(a):
    global g134
    g134 = a
    f135(a)
def f135(a):
    global g135
    g135 = a
    f136(a)
def f136(a):
    global g136
    g136 = a
    f137(a)
def f137(a):
    global g137
    g137 = a
    f138(a)
def f138(a):
    global g138
    g138 = a
    f139(a)
def f139(a):
    global g139
    g139 = a
    f140(a)
def f140(a):
    global g140
    g140 = a
    f141(a)
def f141(a):
    global g141
    g141 = a
    f142(a)
def f142(a):
    global g142
    g142 = a
    f143(a)
def f143(a):
    global g143
    g143 = a
    f144(a)
def f144(a):
    global g144
    g144 = a
    f145(a)
def f145(a):
    global g145
    g145 = a
    f146(a)
def f146(a):
    global g146
    g146 = a
    f147(a)
def f147(a):
    global g147
    g147 = a
    f148(a)
def f148(a):
    global g148
    g148 = a
    f149(a)
def f149(a):
    global g149
    g149 = a
    f150(a)
def f150(a):
    global g150
    g150 = a
    f151(a)
def f151(a):
    global g151
    g151 = a
    f152(a)
def f152(a):
    global g152
    g152 = a
    f153(a)
def f153(a):
    global g153
    g153 = a
    f154(a)
def f154(a):
    global g154
    g154 = a
    f155(a)
def f155(a):
    global g155
    g155 = a
    f156(a)
def f156(a):
    global g156
    g156 = a
    f157(a)
def f157(a):
    global g157
    g157 = a
    f158(a)
def f158(a):
    global g158
    g158 = a
    f159(a)
def f159(a):
    global g159
    g159 = a
    f160(a)
def f160(a):
    global g160
    g160 = a
    f161(a)
def f161(a):
    global g161
    g161 = a
    f162(a)
def f162(a):
    global g162
    g162 = a
    f163(a)
def f163(a):
    global g163
    g163 = a
    f164(a)
def f164(a):
    global g164
    g164 = a
    f165(a)
def f165(a):
    global g165
    g165 = a
    f166(a)
def f166(a):
    global g166
    g166 = a
    f167(a)
def f167(a):
    global g167
    g167 = a
    f168(a)
def f168(a):
    global g168
    g168 = a
    f169(a)
def f169(a):
    global g169
    g169 = a
    f170(a)
def f170(a):
    global g170
    g170 = a
    f171(a)
def f171(a):
    global g171
    g171 = a
    f172(a)
def f172(a):
    global g172
    g172 = a
    f173(a)
def f173(a):
    global g173
    g173 = a
    f174(a)
def f174(a):
    global g174
    g174 = a
    f175(a)
def f175(a):
    global g175
    g175 = a
    f176(a)
def f176(a):
    global g176
    g176 = a
    f177(a)
def f177(a):
    global g177
    g177 = a
    f178(a)
def f178(a):
    global g178
    g178 = a
    f179(a)
def f179(a):
    global g179
    g179 = a
    f180(a)
def f180(a):
    global g180
    g180 = a
    f181(a)
def f181(a):
    global g181
    g181 = a
    f182(a)
def f182(a):
    global g182
    g182 = a
    f183(a)
def f183(a):
    global g183
    g183 = a
    f184(a)
def f184(a):
    global g184
    g184 = a
    f185(a)
def f185(a):
    global g185
    g185 = a
    f186(a)
def f186(a):
    global g186
    g186 = a
    f187(a)
def f187(a):
    global g187
    g187 = a
    f188(a)
def f188(a):
    global g188
    g188 = a
    f189(a)
def f189(a):
    global g189
    g189 = a
    f190(a)
def f190(a):
    global g190
    g190 = a
    f191(a)
def f191(a):
    global g191
    g191 = a
    f192(a)
def f192(a):
    global g192
    g192 = a
    f193(a)
def f193(a):
    global g193
    g193 = a
    f194(a)
def f194(a):
    global g194
    g194 = a
    f195(a)
def f195(a):
    global g195
    g195 = a
    f196(a)
def f196(a):
    global g196
    g196 = a
    f197(a)
def f197(a):
    global g197
    g197 = a
    f198(a)
def f198(a):
    global g198
    g198 = a
    f199(a)
def f199(a):
    global g199
    g199 = a
    f200(a)
def f200(a):
    global g200
    g200 = a
    f201(a)
def f201(a):
    global g201
    g201 = a
    f202(a)
def f202(a):
    global g202
    g202 = a
    f203(a)
def f203(a):
    global g203
    g203 = a
    f204(a)
def f204(a):
    global g204
    g204 = a
    f205(a)
def f205(a):
    global g205
    g205 = a
    f206(a)
def f206(a):
    global g206
    g206 = a
    f207(a)
def f207(a):
    global g207
    g207 = a
    f208(a)
def f208(a):
    global g208
    g208 = a
    f209(a)
def f209(a):
    global g209
    g209 = a
    f210(a)
def f210(a):
    global g210
    g210 = a
    f211(a)
def f211(a):
    global g211
    g211 = a
    f212(a)
def f212(a):
    global g212
    g212 = a
    f213(a)
def f213(a):
    global g213
    g213 = a
    f214(a)
def f214(a):
    global g214
    g214 = a
    f215(a)
def f215(a):
    global g215
    g215 = a
    f216(a)
def f216(a):
    global g216
    g216 = a
    f217(a)
def f217(a):
    global g217
    g217 = a
    f218(a)
def f218(a):
    global g218
    g218 = a
    f219(a)
def f219(a):
    global g219
    g219 = a
    f220(a)
def f220(a):
    global g220
    g220 = a
    f221(a)
def f221(a):
    global g221
    g221 = a
    f222(a)
def f222(a):
    global g222
    g222 = a
    f223(a)
def f223(a):
    global g223
    g223 = a
    f224(a)
def f224(a):
    global g224
    g224 = a
    f225(a)
def f225(a):
    global g225
    g225 = a
    f226(a)
def f226(a):
    global g226
    g226 = a
    f227(a)
def f227(a):
    global g227
    g227 = a
    f228(a)
def f228(a):
    global g228
    g228 = a
    f229(a)
def f229(a):
    global g229
    g229 = a
    f230(a)
def f230(a):
    global g230
    g230 = a
    f231(a)
def f231(a):
    global g231
    g231 = a
    f232(a)
def f232(a):
    global g232
    g232 = a
    f233(a)
def f233(a):
    global g233
    g233 = a
    f234(a)
def f234(a):
    global g234
    g234 = a
    f235(a)
def f235(a):
    global g235
    g235 = a
    f236(a)
def f236(a):
    global g236
    g236 = a
    f237(a)
def f237(a):
    global g237
    g237 = a
    f238(a)
def f238(a):
    global g238
    g238 = a
    f239(a)
def f239(a):
    global g239
    g239 = a
    f240(a)
def f240(a):
    global g240
    g240 = a
    f241(a)
def f241(a):
    global g241
    g241 = a
    f242(a)
def f242(a):
    global g242
    g242 = a
    f243(a)
def f243(a):
    global g243
    g243 = a
    f244(a)
def f244(a):
    global g244
    g244 = a
    f245(a)
def f245(a):
    global g245
    g245 = a
    f246(a)
def f246(a):
    global g246
    g246 = a
    f247(a)
def f247(a):
    global g247
    g247 = a
    f248(a)
def f248(a):
    global g248
    g248 = a
    f249(a)
def f249(a):
    global g249
    g249 = a
    f250(a)
def f250(a):
    global g250
    g250 = a
    f251(a)
def f251(a):
    global g251
    g251 = a
    f252(a)
def f252(a):
    global g252
    g252 = a
    f253(a)
def f253(a):
    global g253
    g253 = a
    f254(a)
def f254(a):
    global g254
    g254 = a
    f255(a)
def f255(a):
    global g255
    g255 = a
    f256(a)
def f256(a):
    global g256
    g256 = a
    f257(a)
def f257(a):
    global g257
    g257 = a
    f258(a)
def f258(a):
    global g258
    g258 = a
    f259(a)
def f259(a):
    global g259
    g259 = a
    f260(a)
def f260(a):
    global g260
    g260 = a
    f261(a)
def f261(a):
    global g261
    g261 = a
    f262(a)
def f262(a):
    global g262
    g262 = a
    f263(a)
def f263(a):
    global g263
    g263 = a
    f264(a)
def f264(a):
    global g264
    g264 = a
    f265(a)
def f265(a):
    global g265
    g265 = a
    f266(a)
def f266(a):
    global g266
    g266 = a
    f267(a)
def f267(a):
    global g267
    g267 = a
    f268(a)
def f268(a):
    global g268
    g268 = a
    f269(a)
def f269(a):
    global g269
    g269 = a
    f270(a)
def f270(a):
    global g270
    g270 = a
    f271(a)
def f271(a):
    global g271
    g271 = a
    f272(a)
def f272(a):
    global g272
    g272 = a
    f273(a)
def f273(a):
    global g273
    g273 = a
    f274(a)
def f274(a):
    global g274
    g274 = a
    f275(a)
def f275(a):
    global g275
    g275 = a
    f276(a)
def f276(a):
    global g276
    g276 = a
    f277(a)
def f277(a):
    global g277
    g277 = a
    f278(a)
def f278(a):
    global g278
    g278 = a
    f279(a)
def f279(a):
    global g279
    g279 = a
    f280(a)
def f280(a):
    global g280
    g280 = a
    f281(a)
def f281(a):
    global g281
    g281 = a
    f282(a)
def f282(a):
    global g282
    g282 = a
    f283(a)
def f283(a):
    global g283
    g283 = a
    f284(a)
def f284(a):
    global g284
    g284 = a
    f285(a)
def f285(a):
    global g285
    g285 = a
    f286(a)
def f286(a):
    global g286
    g286 = a
    f287(a)
def f287(a):
    global g287
    g287 = a
    f288(a)
def f288(a):
    global g288
    g288 = a
    f289(a)
def f289(a):
    global g289
    g289 = a
    f290(a)
def f290(a):
    global g290
    g290 = a
    f291(a)
def f291(a):
    global g291
    g291 = a
    f292(a)
def f292(a):
    global g292
    g292 = a
    f293(a)
def f293(a):
    global g293
    g293 = a
    f294(a)
def f294(a):
    global g294
    g294 = a
    f295(a)
def f295(a):
    global g295
    g295 = a
    f296(a)
def f296(a):
    global g296
    g296 = a
    f297(a)
def f297(a):
    global g297
    g297 = a
    f298(a)
def f298(a):
    global g298
    g298 = a
    f299(a)
def f299(a):
    global g299
    g299 = a
    f300(a)
def f300(a):
    global g300
    g300 = a
    f301(a)
def f301(a):
    global g301
    g301 = a
    f302(a)
def f302(a):
    global g302
    g302 = a
    f303(a)
def f303(a):
    global g303
    g303 = a
    f304(a)
def f304(a):
    global g304
    g304 = a
    f305(a)
def f305(a):
    global g305
    g305 = a
    f306(a)
def f306(a):
    global g306
    g306 = a
    f307(a)
def f307(a):
    global g307
    g307 = a
    f308(a)
def f308(a):
    global g308
    g308 = a
    f309(a)
def f309(a):
    global g309
    g309 = a
    f310(a)
def f310(a):
    global g310
    g310 = a
    f311(a)
def f311(a):
    global g311
    g311 = a
    f312(a)
def f312(a):
    global g312
    g312 = a
    f313(a)
def f313(a):
    global g313
    g313 = a
    f314(a)
def f314(a):
    global g314
    g314 = a
    f315(a)
def f315(a):
    global g315
    g315 = a
    f316(a)
def f316(a):
    global g316
    g316 = a
    f317(a)
def f317(a):
    global g317
    g317 = a
    f318(a)
def f318(a):
    global g318
    g318 = a
    f319(a)
def f319(a):
    global g319
    g319 = a
    f320(a)
def f320(a):
    global g320
    g320 = a
    f321(a)
def f321(a):
    global g321
    g321 = a
    f322(a)
def f322(a):
    global g322
    g322 = a
    f323(a)
def f323(a):
    global g323
    g323 = a
    f324(a)
def f324(a):
    global g324
    g324 = a
    f325(a)
def f325(a):
    global g325
    g325 = a
    f326(a)
def f326(a):
    global g326
    g326 = a
    f327(a)
def f327(a):
    global g327
    g327 = a
    f328(a)
def f328(a):
    global g328
    g328 = a
    f329(a)
def f329(a):
    global g329
    g329 = a
    f330(a)
def f330(a):
    global g330
    g330 = a
    f331(a)
def f331(a):
    global g331
    g331 = a
    f332(a)
def f332(a):
    global g332
    g332 = a
    f333(a)
def f333(a):
    global g333
    g333 = a
    f334(a)
def f334(a):
    global g334
    g334 = a
    f335(a)
def f335(a):
    global g335
    g335 = a
    f336(a)
def f336(a):
    global g336
    g336 = a
    f337(a)
def f337(a):
    global g337
    g337 = a
    f338(a)
def f338(a):
    global g338
    g338 = a
    f339(a)
def f339(a):
    global g339
    g339 = a
    f340(a)
def f340(a):
    global g340
    g340 = a
    f341(a)
def f341(a):
    global g341
    g341 = a
    f342(a)
def f342(a):
    global g342
    g342 = a
    f343(a)
def f343(a):
    global g343
    g343 = a
    f344(a)
def f344(a):
    global g344
    g344 = a
    f345(a)
def f345(a):
    global g345
    g345 = a
    f346(a)
def f346(a):
    global g346
    g346 = a
    f347(a)
def f347(a):
    global g347
    g347 = a
    f348(a)
def f348(a):
    global g348
    g348 = a
    f349(a)
def f349(a):
    global g349
    g349 = a
    f350(a)
