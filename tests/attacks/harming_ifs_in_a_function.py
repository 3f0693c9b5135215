"""Harming: a function of conditions, each of which may bind a name.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
def f():
    if a0:
        b0 = [a for a in b1]
    if a1:
        b1 = [a for a in b2]
    if a2:
        b2 = [a for a in b3]
    if a3:
        b3 = [a for a in b4]
    if a4:
        b4 = [a for a in b5]
    if a5:
        b5 = [a for a in b6]
    if a6:
        b6 = [a for a in b7]
    if a7:
        b7 = [a for a in b8]
    if a8:
        b8 = [a for a in b9]
    if a9:
        b9 = [a for a in b10]
    if a10:
        b10 = [a for a in b11]
    if a11:
        b11 = [a for a in b12]
    if a12:
        b12 = [a for a in b13]
    if a13:
        b13 = [a for a in b14]
    if a14:
        b14 = [a for a in b15]
    if a15:
        b15 = [a for a in b16]
    if a16:
        b16 = [a for a in b17]
    if a17:
        b17 = [a for a in b18]
    if a18:
        b18 = [a for a in b19]
    if a19:
        b19 = [a for a in b20]
    if a20:
        b20 = [a for a in b21]
    if a21:
        b21 = [a for a in b22]
    if a22:
        b22 = [a for a in b23]
    if a23:
        b23 = [a for a in b24]
    if a24:
        b24 = [a for a in b25]
    if a25:
        b25 = [a for a in b26]
    if a26:
        b26 = [a for a in b27]
    if a27:
        b27 = [a for a in b28]
    if a28:
        b28 = [a for a in b29]
    if a29:
        b29 = [a for a in b30]
    if a30:
        b30 = [a for a in b31]
    if a31:
        b31 = [a for a in b32]
    if a32:
        b32 = [a for a in b33]
    if a33:
        b33 = [a for a in b34]
    if a34:
        b34 = [a for a in b35]
    if a35:
        b35 = [a for a in b36]
    if a36:
        b36 = [a for a in b37]
    if a37:
        b37 = [a for a in b38]
    if a38:
        b38 = [a for a in b39]
    if a39:
        b39 = [a for a in b40]
    if a40:
        b40 = [a for a in b41]
    if a41:
        b41 = [a for a in b42]
    if a42:
        b42 = [a for a in b43]
    if a43:
        b43 = [a for a in b44]
    if a44:
        b44 = [a for a in b45]
    if a45:
        b45 = [a for a in b46]
    if a46:
        b46 = [a for a in b47]
    if a47:
        b47 = [a for a in b48]
    if a48:
        b48 = [a for a in b49]
    if a49:
        b49 = [a for a in b50]
    if a50:
        b50 = [a for a in b51]
    if a51:
        b51 = [a for a in b52]
    if a52:
        b52 = [a for a in b53]
    if a53:
        b53 = [a for a in b54]
    if a54:
        b54 = [a for a in b55]
    if a55:
        b55 = [a for a in b56]
    if a56:
        b56 = [a for a in b57]
    if a57:
        b57 = [a for a in b58]
    if a58:
        b58 = [a for a in b59]
    if a59:
        b59 = [a for a in b60]
    if a60:
        b60 = [a for a in b61]
    if a61:
        b61 = [a for a in b62]
    if a62:
        b62 = [a for a in b63]
    if a63:
        b63 = [a for a in b64]
    if a64:
        b64 = [a for a in b65]
    if a65:
        b65 = [a for a in b66]
    if a66:
        b66 = [a for a in b67]
    if a67:
        b67 = [a for a in b68]
    if a68:
        b68 = [a for a in b69]
    if a69:
        b69 = [a for a in b70]
    if a70:
        b70 = [a for a in b71]
    if a71:
        b71 = [a for a in b72]
    if a72:
        b72 = [a for a in b73]
    if a73:
        b73 = [a for a in b74]
    if a74:
        b74 = [a for a in b75]
    if a75:
        b75 = [a for a in b76]
    if a76:
        b76 = [a for a in b77]
    if a77:
        b77 = [a for a in b78]
    if a78:
        b78 = [a for a in b79]
    if a79:
        b79 = [a for a in b80]
    if a80:
        b80 = [a for a in b81]
    if a81:
        b81 = [a for a in b82]
    if a82:
        b82 = [a for a in b83]
    if a83:
        b83 = [a for a in b84]
    if a84:
        b84 = [a for a in b85]
    if a85:
        b85 = [a for a in b86]
    if a86:
        b86 = [a for a in b87]
    if a87:
        b87 = [a for a in b88]
    if a88:
        b88 = [a for a in b89]
    if a89:
        b89 = [a for a in b90]
    if a90:
        b90 = [a for a in b91]
    if a91:
        b91 = [a for a in b92]
    if a92:
        b92 = [a for a in b93]
    if a93:
        b93 = [a for a in b94]
    if a94:
        b94 = [a for a in b95]
    if a95:
        b95 = [a for a in b96]
    if a96:
        b96 = [a for a in b97]
    if a97:
        b97 = [a for a in b98]
    if a98:
        b98 = [a for a in b99]
    if a99:
        b99 = [a for a in b100]
    if a100:
        b100 = [a for a in b101]
    if a101:
        b101 = [a for a in b102]
    if a102:
        b102 = [a for a in b103]
    if a103:
        b103 = [a for a in b104]
    if a104:
        b104 = [a for a in b105]
    if a105:
        b105 = [a for a in b106]
    if a106:
        b106 = [a for a in b107]
    if a107:
        b107 = [a for a in b108]
    if a108:
        b108 = [a for a in b109]
    if a109:
        b109 = [a for a in b110]
    if a110:
        b110 = [a for a in b111]
    if a111:
        b111 = [a for a in b112]
    if a112:
        b112 = [a for a in b113]
    if a113:
        b113 = [a for a in b114]
    if a114:
        b114 = [a for a in b115]
    if a115:
        b115 = [a for a in b116]
    if a116:
        b116 = [a for a in b117]
    if a117:
        b117 = [a for a in b118]
    if a118:
        b118 = [a for a in b119]
    if a119:
        b119 = [a for a in b120]
    if a120:
        b120 = [a for a in b121]
    if a121:
        b121 = [a for a in b122]
    if a122:
        b122 = [a for a in b123]
    if a123:
        b123 = [a for a in b124]
    if a124:
        b124 = [a for a in b125]
    if a125:
        b125 = [a for a in b126]
    if a126:
        b126 = [a for a in b127]
    if a127:
        b127 = [a for a in b128]
    if a128:
        b128 = [a for a in b129]
    if a129:
        b129 = [a for a in b130]
    if a130:
        b130 = [a for a in b131]
    if a131:
        b131 = [a for a in b132]
    if a132:
        b132 = [a for a in b133]
    if a133:
        b133 = [a for a in b134]
    if a134:
        b134 = [a for a in b135]
    if a135:
        b135 = [a for a in b136]
    if a136:
        b136 = [a for a in b137]
    if a137:
        b137 = [a for a in b138]
    if a138:
        b138 = [a for a in b139]
    if a139:
        b139 = [a for a in b140]
    if a140:
        b140 = [a for a in b141]
    if a141:
        b141 = [a for a in b142]
    if a142:
        b142 = [a for a in b143]
    if a143:
        b143 = [a for a in b144]
    if a144:
        b144 = [a for a in b145]
    if a145:
        b145 = [a for a in b146]
    if a146:
        b146 = [a for a in b147]
    if a147:
        b147 = [a for a in b148]
    if a148:
        b148 = [a for a in b149]
    if a149:
        b149 = [a for a in b150]
    if a150:
        b150 = [a for a in b151]
    if a151:
        b151 = [a for a in b152]
    if a152:
        b152 = [a for a in b153]
    if a153:
        b153 = [a for a in b154]
    if a154:
        b154 = [a for a in b155]
    if a155:
        b155 = [a for a in b156]
    if a156:
        b156 = [a for a in b157]
    if a157:
        b157 = [a for a in b158]
    if a158:
        b158 = [a for a in b159]
    if a159:
        b159 = [a for a in b160]
    if a160:
        b160 = [a for a in b161]
    if a161:
        b161 = [a for a in b162]
    if a162:
        b162 = [a for a in b163]
    if a163:
        b163 = [a for a in b164]
    if a164:
        b164 = [a for a in b165]
    if a165:
        b165 = [a for a in b166]
    if a166:
        b166 = [a for a in b167]
    if a167:
        b167 = [a for a in b168]
    if a168:
        b168 = [a for a in b169]
    if a169:
        b169 = [a for a in b170]
    if a170:
        b170 = [a for a in b171]
    if a171:
        b171 = [a for a in b172]
    if a172:
        b172 = [a for a in b173]
    if a173:
        b173 = [a for a in b174]
    if a174:
        b174 = [a for a in b175]
    if a175:
        b175 = [a for a in b176]
    if a176:
        b176 = [a for a in b177]
    if a177:
        b177 = [a for a in b178]
    if a178:
        b178 = [a for a in b179]
    if a179:
        b179 = [a for a in b180]
    if a180:
        b180 = [a for a in b181]
    if a181:
        b181 = [a for a in b182]
    if a182:
        b182 = [a for a in b183]
    if a183:
        b183 = [a for a in b184]
    if a184:
        b184 = [a for a in b185]
    if a185:
        b185 = [a for a in b186]
    if a186:
        b186 = [a for a in b187]
    if a187:
        b187 = [a for a in b188]
    if a188:
        b188 = [a for a in b189]
    if a189:
        b189 = [a for a in b190]
    if a190:
        b190 = [a for a in b191]
    if a191:
        b191 = [a for a in b192]
    if a192:
        b192 = [a for a in b193]
    if a193:
        b193 = [a for a in b194]
    if a194:
        b194 = [a for a in b195]
    if a195:
        b195 = [a for a in b196]
    if a196:
        b196 = [a for a in b197]
    if a197:
        b197 = [a for a in b198]
    if a198:
        b198 = [a for a in b199]
    if a199:
        b199 = [a for a in b200]
    if a200:
        b200 = [a for a in b201]
    if a201:
        b201 = [a for a in b202]
    if a202:
        b202 = [a for a in b203]
    if a203:
        b203 = [a for a in b204]
    if a204:
        b204 = [a for a in b205]
    if a205:
        b205 = [a for a in b206]
    if a206:
        b206 = [a for a in b207]
    if a207:
        b207 = [a for a in b208]
    if a208:
        b208 = [a for a in b209]
    if a209:
        b209 = [a for a in b210]
    if a210:
        b210 = [a for a in b211]
    if a211:
        b211 = [a for a in b212]
    if a212:
        b212 = [a for a in b213]
    if a213:
        b213 = [a for a in b214]
    if a214:
        b214 = [a for a in b215]
    if a215:
        b215 = [a for a in b216]
    if a216:
        b216 = [a for a in b217]
    if a217:
        b217 = [a for a in b218]
    if a218:
        b218 = [a for a in b219]
    if a219:
        b219 = [a for a in b220]
    if a220:
        b220 = [a for a in b221]
    if a221:
        b221 = [a for a in b222]
    if a222:
        b222 = [a for a in b223]
    if a223:
        b223 = [a for a in b224]
    if a224:
        b224 = [a for a in b225]
    if a225:
        b225 = [a for a in b226]
    if a226:
        b226 = [a for a in b227]
    if a227:
        b227 = [a for a in b228]
    if a228:
        b228 = [a for a in b229]
    if a229:
        b229 = [a for a in b230]
    if a230:
        b230 = [a for a in b231]
    if a231:
        b231 = [a for a in b232]
    if a232:
        b232 = [a for a in b233]
    if a233:
        b233 = [a for a in b234]
    if a234:
        b234 = [a for a in b235]
    if a235:
        b235 = [a for a in b236]
    if a236:
        b236 = [a for a in b237]
    if a237:
        b237 = [a for a in b238]
    if a238:
        b238 = [a for a in b239]
    if a239:
        b239 = [a for a in b240]
    if a240:
        b240 = [a for a in b241]
    if a241:
        b241 = [a for a in b242]
    if a242:
        b242 = [a for a in b243]
    if a243:
        b243 = [a for a in b244]
    if a244:
        b244 = [a for a in b245]
    if a245:
        b245 = [a for a in b246]
    if a246:
        b246 = [a for a in b247]
    if a247:
        b247 = [a for a in b248]
    if a248:
        b248 = [a for a in b249]
    if a249:
        b249 = [a for a in b250]
    if a250:
        b250 = [a for a in b251]
    if a251:
        b251 = [a for a in b252]
    if a252:
        b252 = [a for a in b253]
    if a253:
        b253 = [a for a in b254]
    if a254:
        b254 = [a for a in b255]
    if a255:
        b255 = [a for a in b256]
    if a256:
        b256 = [a for a in b257]
    if a257:
        b257 = [a for a in b258]
    if a258:
        b258 = [a for a in b259]
    if a259:
        b259 = [a for a in b260]
    if a260:
        b260 = [a for a in b261]
    if a261:
        b261 = [a for a in b262]
    if a262:
        b262 = [a for a in b263]
    if a263:
        b263 = [a for a in b264]
    if a264:
        b264 = [a for a in b265]
    if a265:
        b265 = [a for a in b266]
    if a266:
        b266 = [a for a in b267]
    if a267:
        b267 = [a for a in b268]
    if a268:
        b268 = [a for a in b269]
    if a269:
        b269 = [a for a in b270]
    if a270:
        b270 = [a for a in b271]
    if a271:
        b271 = [a for a in b272]
    if a272:
        b272 = [a for a in b273]
    if a273:
        b273 = [a for a in b274]
    if a274:
        b274 = [a for a in b275]
    if a275:
        b275 = [a for a in b276]
    if a276:
        b276 = [a for a in b277]
    if a277:
        b277 = [a for a in b278]
    if a278:
        b278 = [a for a in b279]
    if a279:
        b279 = [a for a in b280]
    if a280:
        b280 = [a for a in b281]
    if a281:
        b281 = [a for a in b282]
    if a282:
        b282 = [a for a in b283]
    if a283:
        b283 = [a for a in b284]
    if a284:
        b284 = [a for a in b285]
    if a285:
        b285 = [a for a in b286]
    if a286:
        b286 = [a for a in b287]
    if a287:
        b287 = [a for a in b288]
    if a288:
        b288 = [a for a in b289]
    if a289:
        b289 = [a for a in b290]
    if a290:
        b290 = [a for a in b291]
    if a291:
        b291 = [a for a in b292]
    if a292:
        b292 = [a for a in b293]
    if a293:
        b293 = [a for a in b294]
    if a294:
        b294 = [a for a in b295]
    if a295:
        b295 = [a for a in b296]
    if a296:
        b296 = [a for a in b297]
    if a297:
        b297 = [a for a in b298]
    if a298:
        b298 = [a for a in b299]
    if a299:
        b299 = [a for a in b300]
    if a300:
        b300 = [a for a in b301]
    if a301:
        b301 = [a for a in b302]
    if a302:
        b302 = [a for a in b303]
    if a303:
        b303 = [a for a in b304]
    if a304:
        b304 = [a for a in b305]
    if a305:
        b305 = [a for a in b306]
    if a306:
        b306 = [a for a in b307]
    if a307:
        b307 = [a for a in b308]
    if a308:
        b308 = [a for a in b309]
    if a309:
        b309 = [a for a in b310]
    if a310:
        b310 = [a for a in b311]
    if a311:
        b311 = [a for a in b312]
    if a312:
        b312 = [a for a in b313]
    if a313:
        b313 = [a for a in b314]
    if a314:
        b314 = [a for a in b315]
    if a315:
        b315 = [a for a in b316]
    if a316:
        b316 = [a for a in b317]
    if a317:
        b317 = [a for a in b318]
    if a318:
        b318 = [a for a in b319]
    if a319:
        b319 = [a for a in b320]
    if a320:
        b320 = [a for a in b321]
    if a321:
        b321 = [a for a in b322]
    if a322:
        b322 = [a for a in b323]
    if a323:
        b323 = [a for a in b324]
    if a324:
        b324 = [a for a in b325]
    if a325:
        b325 = [a for a in b326]
    if a326:
        b326 = [a for a in b327]
    if a327:
        b327 = [a for a in b328]
    if a328:
        b328 = [a for a in b329]
    if a329:
        b329 = [a for a in b330]
    if a330:
        b330 = [a for a in b331]
    if a331:
        b331 = [a for a in b332]
    if a332:
        b332 = [a for a in b333]
    if a333:
        b333 = [a for a in b334]
    if a334:
        b334 = [a for a in b335]
    if a335:
        b335 = [a for a in b336]
    if a336:
        b336 = [a for a in b337]
    if a337:
        b337 = [a for a in b338]
    if a338:
        b338 = [a for a in b339]
    if a339:
        b339 = [a for a in b340]
    if a340:
        b340 = [a for a in b341]
    if a341:
        b341 = [a for a in b342]
    if a342:
        b342 = [a for a in b343]
    if a343:
        b343 = [a for a in b344]
    if a344:
        b344 = [a for a in b345]
    if a345:
        b345 = [a for a in b346]
    if a346:
        b346 = [a for a in b347]
    if a347:
        b347 = [a for a in b348]
    if a348:
        b348 = [a for a in b349]
    if a349:
        b349 = [a for a in b350]
    if a350:
        b350 = [a for a in b351]
    if a351:
        b351 = [a for a in b352]
    if a352:
        b352 = [a for a in b353]
    if a353:
        b353 = [a for a in b354]
    if a354:
        b354 = [a for a in b355]
    if a355:
        b355 = [a for a in b356]
    if a356:
        b356 = [a for a in b357]
    if a357:
        b357 = [a for a in b358]
    if a358:
        b358 = [a for a in b359]
    if a359:
        b359 = [a for a in b360]
    if a360:
        b360 = [a for a in b361]
    if a361:
        b361 = [a for a in b362]
    if a362:
        b362 = [a for a in b363]
    if a363:
        b363 = [a for a in b364]
    if a364:
        b364 = [a for a in b365]
    if a365:
        b365 = [a for a in b366]
    if a366:
        b366 = [a for a in b367]
    if a367:
        b367 = [a for a in b368]
    if a368:
        b368 = [a for a in b369]
    if a369:
        b369 = [a for a in b370]
    if a370:
        b370 = [a for a in b371]
    if a371:
        b371 = [a for a in b372]
    if a372:
        b372 = [a for a in b373]
    if a373:
        b373 = [a for a in b374]
    if a374:
        b374 = [a for a in b375]
    if a375:
        b375 = [a for a in b376]
    if a376:
        b376 = [a for a in b377]
    if a377:
        b377 = [a for a in b378]
    if a378:
        b378 = [a for a in b379]
    if a379:
        b379 = [a for a in b380]
    if a380:
        b380 = [a for a in b381]
    if a381:
        b381 = [a for a in b382]
    if a382:
        b382 = [a for a in b383]
    if a383:
        b383 = [a for a in b384]
    if a384:
        b384 = [a for a in b385]
    if a385:
        b385 = [a for a in b386]
    if a386:
        b386 = [a for a in b387]
    if a387:
        b387 = [a for a in b388]
    if a388:
        b388 = [a for a in b389]
    if a389:
        b389 = [a for a in b390]
    if a390:
        b390 = [a for a in b391]
    if a391:
        b391 = [a for a in b392]
    if a392:
        b392 = [a for a in b393]
    if a393:
        b393 = [a for a in b394]
    if a394:
        b394 = [a for a in b395]
    if a395:
        b395 = [a for a in b396]
    if a396:
        b396 = [a for a in b397]
    if a397:
        b397 = [a for a in b398]
    if a398:
        b398 = [a for a in b399]
    if a399:
        b399 = [a for a in b400]
