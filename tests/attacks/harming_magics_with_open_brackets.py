"""Harming: magics with brackets and quotation marks that are never closed.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
!echo (0
!echo (1
!echo (2
!echo (3
!echo (4
!echo (5
!echo (6
!echo (7
!echo (8
!echo (9
!echo (10
!echo (11
!echo (12
!echo (13
!echo (14
!echo (15
!echo (16
!echo (17
!echo (18
!echo (19
!echo (20
!echo (21
!echo (22
!echo (23
!echo (24
!echo (25
!echo (26
!echo (27
!echo (28
!echo (29
!echo (30
!echo (31
!echo (32
!echo (33
!echo (34
!echo (35
!echo (36
!echo (37
!echo (38
!echo (39
!echo (40
!echo (41
!echo (42
!echo (43
!echo (44
!echo (45
!echo (46
!echo (47
!echo (48
!echo (49
!echo (50
!echo (51
!echo (52
!echo (53
!echo (54
!echo (55
!echo (56
!echo (57
!echo (58
!echo (59
!echo (60
!echo (61
!echo (62
!echo (63
!echo (64
!echo (65
!echo (66
!echo (67
!echo (68
!echo (69
!echo (70
!echo (71
!echo (72
!echo (73
!echo (74
!echo (75
!echo (76
!echo (77
!echo (78
!echo (79
!echo (80
!echo (81
!echo (82
!echo (83
!echo (84
!echo (85
!echo (86
!echo (87
!echo (88
!echo (89
!echo (90
!echo (91
!echo (92
!echo (93
!echo (94
!echo (95
!echo (96
!echo (97
!echo (98
!echo (99
!echo (100
!echo (101
!echo (102
!echo (103
!echo (104
!echo (105
!echo (106
!echo (107
!echo (108
!echo (109
!echo (110
!echo (111
!echo (112
!echo (113
!echo (114
!echo (115
!echo (116
!echo (117
!echo (118
!echo (119
!echo (120
!echo (121
!echo (122
!echo (123
!echo (124
!echo (125
!echo (126
!echo (127
!echo (128
!echo (129
!echo (130
!echo (131
!echo (132
!echo (133
!echo (134
!echo (135
!echo (136
!echo (137
!echo (138
!echo (139
!echo (140
!echo (141
!echo (142
!echo (143
!echo (144
!echo (145
!echo (146
!echo (147
!echo (148
!echo (149
!echo (150
!echo (151
!echo (152
!echo (153
!echo (154
!echo (155
!echo (156
!echo (157
!echo (158
!echo (159
!echo (160
!echo (161
!echo (162
!echo (163
!echo (164
!echo (165
!echo (166
!echo (167
!echo (168
!echo (169
!echo (170
!echo (171
!echo (172
!echo (173
!echo (174
!echo (175
!echo (176
!echo (177
!echo (178
!echo (179
!echo (180
!echo (181
!echo (182
!echo (183
!echo (184
!echo (185
!echo (186
!echo (187
!echo (188
!echo (189
!echo (190
!echo (191
!echo (192
!echo (193
!echo (194
!echo (195
!echo (196
!echo (197
!echo (198
!echo (199
!echo (200
!echo (201
!echo (202
!echo (203
!echo (204
!echo (205
!echo (206
!echo (207
!echo (208
!echo (209
!echo (210
!echo (211
!echo (212
!echo (213
!echo (214
!echo (215
!echo (216
!echo (217
!echo (218
!echo (219
!echo (220
!echo (221
!echo (222
!echo (223
!echo (224
!echo (225
!echo (226
!echo (227
!echo (228
!echo (229
!echo (230
!echo (231
!echo (232
!echo (233
!echo (234
!echo (235
!echo (236
!echo (237
!echo (238
!echo (239
!echo (240
!echo (241
!echo (242
!echo (243
!echo (244
!echo (245
!echo (246
!echo (247
!echo (248
!echo (249
!echo (250
!echo (251
!echo (252
!echo (253
!echo (254
!echo (255
!echo (256
!echo (257
!echo (258
!echo (259
!echo (260
!echo (261
!echo (262
!echo (263
!echo (264
!echo (265
!echo (266
!echo (267
!echo (268
!echo (269
!echo (270
!echo (271
!echo (272
!echo (273
!echo (274
!echo (275
!echo (276
!echo (277
!echo (278
!echo (279
!echo (280
!echo (281
!echo (282
!echo (283
!echo (284
!echo (285
!echo (286
!echo (287
!echo (288
!echo (289
!echo (290
!echo (291
!echo (292
!echo (293
!echo (294
!echo (295
!echo (296
!echo (297
!echo (298
!echo (299
b0 = !echo '''
b1 = !echo '''
b2 = !echo '''
b3 = !echo '''
b4 = !echo '''
b5 = !echo '''
b6 = !echo '''
b7 = !echo '''
b8 = !echo '''
b9 = !echo '''
b10 = !echo '''
b11 = !echo '''
b12 = !echo '''
b13 = !echo '''
b14 = !echo '''
b15 = !echo '''
b16 = !echo '''
b17 = !echo '''
b18 = !echo '''
b19 = !echo '''
b20 = !echo '''
b21 = !echo '''
b22 = !echo '''
b23 = !echo '''
b24 = !echo '''
b25 = !echo '''
b26 = !echo '''
b27 = !echo '''
b28 = !echo '''
b29 = !echo '''
b30 = !echo '''
b31 = !echo '''
b32 = !echo '''
b33 = !echo '''
b34 = !echo '''
b35 = !echo '''
b36 = !echo '''
b37 = !echo '''
b38 = !echo '''
b39 = !echo '''
b40 = !echo '''
b41 = !echo '''
b42 = !echo '''
b43 = !echo '''
b44 = !echo '''
b45 = !echo '''
b46 = !echo '''
b47 = !echo '''
b48 = !echo '''
b49 = !echo '''
b50 = !echo '''
b51 = !echo '''
b52 = !echo '''
b53 = !echo '''
b54 = !echo '''
b55 = !echo '''
b56 = !echo '''
b57 = !echo '''
b58 = !echo '''
b59 = !echo '''
b60 = !echo '''
b61 = !echo '''
b62 = !echo '''
b63 = !echo '''
b64 = !echo '''
b65 = !echo '''
b66 = !echo '''
b67 = !echo '''
b68 = !echo '''
b69 = !echo '''
b70 = !echo '''
b71 = !echo '''
b72 = !echo '''
b73 = !echo '''
b74 = !echo '''
b75 = !echo '''
b76 = !echo '''
b77 = !echo '''
b78 = !echo '''
b79 = !echo '''
b80 = !echo '''
b81 = !echo '''
b82 = !echo '''
b83 = !echo '''
b84 = !echo '''
b85 = !echo '''
b86 = !echo '''
b87 = !echo '''
b88 = !echo '''
b89 = !echo '''
b90 = !echo '''
b91 = !echo '''
b92 = !echo '''
b93 = !echo '''
b94 = !echo '''
b95 = !echo '''
b96 = !echo '''
b97 = !echo '''
b98 = !echo '''
b99 = !echo '''
b100 = !echo '''
b101 = !echo '''
b102 = !echo '''
b103 = !echo '''
b104 = !echo '''
b105 = !echo '''
b106 = !echo '''
b107 = !echo '''
b108 = !echo '''
b109 = !echo '''
b110 = !echo '''
b111 = !echo '''
b112 = !echo '''
b113 = !echo '''
b114 = !echo '''
b115 = !echo '''
b116 = !echo '''
b117 = !echo '''
b118 = !echo '''
b119 = !echo '''
b120 = !echo '''
b121 = !echo '''
b122 = !echo '''
b123 = !echo '''
b124 = !echo '''
b125 = !echo '''
b126 = !echo '''
b127 = !echo '''
b128 = !echo '''
b129 = !echo '''
b130 = !echo '''
b131 = !echo '''
b132 = !echo '''
b133 = !echo '''
b134 = !echo '''
b135 = !echo '''
b136 = !echo '''
b137 = !echo '''
b138 = !echo '''
b139 = !echo '''
b140 = !echo '''
b141 = !echo '''
b142 = !echo '''
b143 = !echo '''
b144 = !echo '''
b145 = !echo '''
b146 = !echo '''
b147 = !echo '''
b148 = !echo '''
b149 = !echo '''
b150 = !echo '''
b151 = !echo '''
b152 = !echo '''
b153 = !echo '''
b154 = !echo '''
b155 = !echo '''
b156 = !echo '''
b157 = !echo '''
b158 = !echo '''
b159 = !echo '''
b160 = !echo '''
b161 = !echo '''
b162 = !echo '''
b163 = !echo '''
b164 = !echo '''
b165 = !echo '''
b166 = !echo '''
b167 = !echo '''
b168 = !echo '''
b169 = !echo '''
b170 = !echo '''
b171 = !echo '''
b172 = !echo '''
b173 = !echo '''
b174 = !echo '''
b175 = !echo '''
b176 = !echo '''
b177 = !echo '''
b178 = !echo '''
b179 = !echo '''
b180 = !echo '''
b181 = !echo '''
b182 = !echo '''
b183 = !echo '''
b184 = !echo '''
b185 = !echo '''
b186 = !echo '''
b187 = !echo '''
b188 = !echo '''
b189 = !echo '''
b190 = !echo '''
b191 = !echo '''
b192 = !echo '''
b193 = !echo '''
b194 = !echo '''
b195 = !echo '''
b196 = !echo '''
b197 = !echo '''
b198 = !echo '''
b199 = !echo '''
b200 = !echo '''
b201 = !echo '''
b202 = !echo '''
b203 = !echo '''
b204 = !echo '''
b205 = !echo '''
b206 = !echo '''
b207 = !echo '''
b208 = !echo '''
b209 = !echo '''
b210 = !echo '''
b211 = !echo '''
b212 = !echo '''
b213 = !echo '''
b214 = !echo '''
b215 = !echo '''
b216 = !echo '''
b217 = !echo '''
b218 = !echo '''
b219 = !echo '''
b220 = !echo '''
b221 = !echo '''
b222 = !echo '''
b223 = !echo '''
b224 = !echo '''
b225 = !echo '''
b226 = !echo '''
b227 = !echo '''
b228 = !echo '''
b229 = !echo '''
b230 = !echo '''
b231 = !echo '''
b232 = !echo '''
b233 = !echo '''
b234 = !echo '''
b235 = !echo '''
b236 = !echo '''
b237 = !echo '''
b238 = !echo '''
b239 = !echo '''
b240 = !echo '''
b241 = !echo '''
b242 = !echo '''
b243 = !echo '''
b244 = !echo '''
b245 = !echo '''
b246 = !echo '''
b247 = !echo '''
b248 = !echo '''
b249 = !echo '''
b250 = !echo '''
b251 = !echo '''
b252 = !echo '''
b253 = !echo '''
b254 = !echo '''
b255 = !echo '''
b256 = !echo '''
b257 = !echo '''
b258 = !echo '''
b259 = !echo '''
b260 = !echo '''
b261 = !echo '''
b262 = !echo '''
b263 = !echo '''
b264 = !echo '''
b265 = !echo '''
b266 = !echo '''
b267 = !echo '''
b268 = !echo '''
b269 = !echo '''
b270 = !echo '''
b271 = !echo '''
b272 = !echo '''
b273 = !echo '''
b274 = !echo '''
b275 = !echo '''
b276 = !echo '''
b277 = !echo '''
b278 = !echo '''
b279 = !echo '''
b280 = !echo '''
b281 = !echo '''
b282 = !echo '''
b283 = !echo '''
b284 = !echo '''
b285 = !echo '''
b286 = !echo '''
b287 = !echo '''
b288 = !echo '''
b289 = !echo '''
b290 = !echo '''
b291 = !echo '''
b292 = !echo '''
b293 = !echo '''
b294 = !echo '''
b295 = !echo '''
b296 = !echo '''
b297 = !echo '''
b298 = !echo '''
b299 = !echo '''
