"""Harming: magics that a look at the beginning of lines does not find, as a form feed is a blank, too.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
a0=!b
a1=!b
a2=!b
a3=!b
a4=!b
a5=!b
a6=!b
a7=!b
a8=!b
a9=!b
a10=!b
a11=!b
a12=!b
a13=!b
a14=!b
a15=!b
a16=!b
a17=!b
a18=!b
a19=!b
a20=!b
a21=!b
a22=!b
a23=!b
a24=!b
a25=!b
a26=!b
a27=!b
a28=!b
a29=!b
a30=!b
a31=!b
a32=!b
a33=!b
a34=!b
a35=!b
a36=!b
a37=!b
a38=!b
a39=!b
a40=!b
a41=!b
a42=!b
a43=!b
a44=!b
a45=!b
a46=!b
a47=!b
a48=!b
a49=!b
a50=!b
a51=!b
a52=!b
a53=!b
a54=!b
a55=!b
a56=!b
a57=!b
a58=!b
a59=!b
a60=!b
a61=!b
a62=!b
a63=!b
a64=!b
a65=!b
a66=!b
a67=!b
a68=!b
a69=!b
a70=!b
a71=!b
a72=!b
a73=!b
a74=!b
a75=!b
a76=!b
a77=!b
a78=!b
a79=!b
a80=!b
a81=!b
a82=!b
a83=!b
a84=!b
a85=!b
a86=!b
a87=!b
a88=!b
a89=!b
a90=!b
a91=!b
a92=!b
a93=!b
a94=!b
a95=!b
a96=!b
a97=!b
a98=!b
a99=!b
a100=!b
a101=!b
a102=!b
a103=!b
a104=!b
a105=!b
a106=!b
a107=!b
a108=!b
a109=!b
a110=!b
a111=!b
a112=!b
a113=!b
a114=!b
a115=!b
a116=!b
a117=!b
a118=!b
a119=!b
a120=!b
a121=!b
a122=!b
a123=!b
a124=!b
a125=!b
a126=!b
a127=!b
a128=!b
a129=!b
a130=!b
a131=!b
a132=!b
a133=!b
a134=!b
a135=!b
a136=!b
a137=!b
a138=!b
a139=!b
a140=!b
a141=!b
a142=!b
a143=!b
a144=!b
a145=!b
a146=!b
a147=!b
a148=!b
a149=!b
a150=!b
a151=!b
a152=!b
a153=!b
a154=!b
a155=!b
a156=!b
a157=!b
a158=!b
a159=!b
a160=!b
a161=!b
a162=!b
a163=!b
a164=!b
a165=!b
a166=!b
a167=!b
a168=!b
a169=!b
a170=!b
a171=!b
a172=!b
a173=!b
a174=!b
a175=!b
a176=!b
a177=!b
a178=!b
a179=!b
a180=!b
a181=!b
a182=!b
a183=!b
a184=!b
a185=!b
a186=!b
a187=!b
a188=!b
a189=!b
a190=!b
a191=!b
a192=!b
a193=!b
a194=!b
a195=!b
a196=!b
a197=!b
a198=!b
a199=!b
a200=!b
a201=!b
a202=!b
a203=!b
a204=!b
a205=!b
a206=!b
a207=!b
a208=!b
a209=!b
a210=!b
a211=!b
a212=!b
a213=!b
a214=!b
a215=!b
a216=!b
a217=!b
a218=!b
a219=!b
a220=!b
a221=!b
a222=!b
a223=!b
a224=!b
a225=!b
a226=!b
a227=!b
a228=!b
a229=!b
a230=!b
a231=!b
a232=!b
a233=!b
a234=!b
a235=!b
a236=!b
a237=!b
a238=!b
a239=!b
a240=!b
a241=!b
a242=!b
a243=!b
a244=!b
a245=!b
a246=!b
a247=!b
a248=!b
a249=!b
a250=!b
a251=!b
a252=!b
a253=!b
a254=!b
a255=!b
a256=!b
a257=!b
a258=!b
a259=!b
a260=!b
a261=!b
a262=!b
a263=!b
a264=!b
a265=!b
a266=!b
a267=!b
a268=!b
a269=!b
a270=!b
a271=!b
a272=!b
a273=!b
a274=!b
a275=!b
a276=!b
a277=!b
a278=!b
a279=!b
a280=!b
a281=!b
a282=!b
a283=!b
a284=!b
a285=!b
a286=!b
a287=!b
a288=!b
a289=!b
a290=!b
a291=!b
a292=!b
a293=!b
a294=!b
a295=!b
a296=!b
a297=!b
a298=!b
a299=!b
a300=!b
a301=!b
a302=!b
a303=!b
a304=!b
a305=!b
a306=!b
a307=!b
a308=!b
a309=!b
a310=!b
a311=!b
a312=!b
a313=!b
a314=!b
a315=!b
a316=!b
a317=!b
a318=!b
a319=!b
a320=!b
a321=!b
a322=!b
a323=!b
a324=!b
a325=!b
a326=!b
a327=!b
a328=!b
a329=!b
a330=!b
a331=!b
a332=!b
a333=!b
a334=!b
a335=!b
a336=!b
a337=!b
a338=!b
a339=!b
a340=!b
a341=!b
a342=!b
a343=!b
a344=!b
a345=!b
a346=!b
a347=!b
a348=!b
a349=!b
a350=!b
a351=!b
a352=!b
a353=!b
a354=!b
a355=!b
a356=!b
a357=!b
a358=!b
a359=!b
a360=!b
a361=!b
a362=!b
a363=!b
a364=!b
a365=!b
a366=!b
a367=!b
a368=!b
a369=!b
a370=!b
a371=!b
a372=!b
a373=!b
a374=!b
a375=!b
a376=!b
a377=!b
a378=!b
a379=!b
a380=!b
a381=!b
a382=!b
a383=!b
a384=!b
a385=!b
a386=!b
a387=!b
a388=!b
a389=!b
a390=!b
a391=!b
a392=!b
a393=!b
a394=!b
a395=!b
a396=!b
a397=!b
a398=!b
a399=!b
a400=!b
a401=!b
a402=!b
a403=!b
a404=!b
a405=!b
a406=!b
a407=!b
a408=!b
a409=!b
a410=!b
a411=!b
a412=!b
a413=!b
a414=!b
a415=!b
a416=!b
a417=!b
a418=!b
a419=!b
a420=!b
a421=!b
a422=!b
a423=!b
a424=!b
a425=!b
a426=!b
a427=!b
a428=!b
a429=!b
a430=!b
a431=!b
a432=!b
a433=!b
a434=!b
a435=!b
a436=!b
a437=!b
a438=!b
a439=!b
a440=!b
a441=!b
a442=!b
a443=!b
a444=!b
a445=!b
a446=!b
a447=!b
a448=!b
a449=!b
a450=!b
a451=!b
a452=!b
a453=!b
a454=!b
a455=!b
a456=!b
a457=!b
a458=!b
a459=!b
a460=!b
a461=!b
a462=!b
a463=!b
a464=!b
a465=!b
a466=!b
a467=!b
a468=!b
a469=!b
a470=!b
a471=!b
a472=!b
a473=!b
a474=!b
a475=!b
a476=!b
a477=!b
a478=!b
a479=!b
a480=!b
a481=!b
a482=!b
a483=!b
a484=!b
a485=!b
a486=!b
a487=!b
a488=!b
a489=!b
a490=!b
a491=!b
a492=!b
a493=!b
a494=!b
a495=!b
a496=!b
a497=!b
a498=!b
a499=!b
a500=!b
a501=!b
a502=!b
a503=!b
a504=!b
a505=!b
a506=!b
a507=!b
a508=!b
a509=!b
a510=!b
a511=!b
a512=!b
a513=!b
a514=!b
a515=!b
a516=!b
a517=!b
a518=!b
a519=!b
a520=!b
a521=!b
a522=!b
a523=!b
a524=!b
a525=!b
a526=!b
a527=!b
a528=!b
a529=!b
a530=!b
a531=!b
a532=!b
a533=!b
a534=!b
a535=!b
a536=!b
a537=!b
a538=!b
a539=!b
a540=!b
a541=!b
a542=!b
a543=!b
a544=!b
a545=!b
a546=!b
a547=!b
a548=!b
a549=!b
a550=!b
a551=!b
a552=!b
a553=!b
a554=!b
a555=!b
a556=!b
a557=!b
a558=!b
a559=!b
a560=!b
a561=!b
a562=!b
a563=!b
a564=!b
a565=!b
a566=!b
a567=!b
a568=!b
a569=!b
a570=!b
a571=!b
a572=!b
a573=!b
a574=!b
a575=!b
a576=!b
a577=!b
a578=!b
a579=!b
a580=!b
a581=!b
a582=!b
a583=!b
a584=!b
a585=!b
a586=!b
a587=!b
a588=!b
a589=!b
a590=!b
a591=!b
a592=!b
a593=!b
a594=!b
a595=!b
a596=!b
a597=!b
a598=!b
a599=!b
a600=!b
a601=!b
a602=!b
a603=!b
a604=!b
a605=!b
a606=!b
a607=!b
a608=!b
a609=!b
a610=!b
a611=!b
a612=!b
a613=!b
a614=!b
a615=!b
a616=!b
a617=!b
a618=!b
a619=!b
a620=!b
a621=!b
a622=!b
a623=!b
a624=!b
a625=!b
a626=!b
a627=!b
a628=!b
a629=!b
a630=!b
a631=!b
a632=!b
a633=!b
a634=!b
a635=!b
a636=!b
a637=!b
a638=!b
a639=!b
a640=!b
a641=!b
a642=!b
a643=!b
a644=!b
a645=!b
a646=!b
a647=!b
a648=!b
a649=!b
a650=!b
a651=!b
a652=!b
a653=!b
a654=!b
a655=!b
a656=!b
a657=!b
a658=!b
a659=!b
a660=!b
a661=!b
a662=!b
a663=!b
a664=!b
a665=!b
a666=!b
a667=!b
a668=!b
a669=!b
a670=!b
a671=!b
a672=!b
a673=!b
a674=!b
a675=!b
a676=!b
a677=!b
a678=!b
a679=!b
a680=!b
a681=!b
a682=!b
a683=!b
a684=!b
a685=!b
a686=!b
a687=!b
a688=!b
a689=!b
a690=!b
a691=!b
a692=!b
a693=!b
a694=!b
a695=!b
a696=!b
a697=!b
a698=!b
a699=!b
a700=!b
a701=!b
a702=!b
a703=!b
a704=!b
a705=!b
a706=!b
a707=!b
a708=!b
a709=!b
a710=!b
a711=!b
a712=!b
a713=!b
a714=!b
a715=!b
a716=!b
a717=!b
a718=!b
a719=!b
a720=!b
a721=!b
a722=!b
a723=!b
a724=!b
a725=!b
a726=!b
a727=!b
a728=!b
a729=!b
a730=!b
a731=!b
a732=!b
a733=!b
a734=!b
a735=!b
a736=!b
a737=!b
a738=!b
a739=!b
a740=!b
a741=!b
a742=!b
a743=!b
a744=!b
a745=!b
a746=!b
a747=!b
a748=!b
a749=!b
a750=!b
a751=!b
a752=!b
a753=!b
a754=!b
a755=!b
a756=!b
a757=!b
a758=!b
a759=!b
a760=!b
a761=!b
a762=!b
a763=!b
a764=!b
a765=!b
a766=!b
a767=!b
a768=!b
a769=!b
a770=!b
a771=!b
a772=!b
a773=!b
a774=!b
a775=!b
a776=!b
a777=!b
a778=!b
a779=!b
a780=!b
a781=!b
a782=!b
a783=!b
a784=!b
a785=!b
a786=!b
a787=!b
a788=!b
a789=!b
a790=!b
a791=!b
a792=!b
a793=!b
a794=!b
a795=!b
a796=!b
a797=!b
a798=!b
a799=!b
a800=!b
a801=!b
a802=!b
a803=!b
a804=!b
a805=!b
a806=!b
a807=!b
a808=!b
a809=!b
a810=!b
a811=!b
a812=!b
a813=!b
a814=!b
a815=!b
a816=!b
a817=!b
a818=!b
a819=!b
a820=!b
a821=!b
a822=!b
a823=!b
a824=!b
a825=!b
a826=!b
a827=!b
a828=!b
a829=!b
a830=!b
a831=!b
a832=!b
a833=!b
a834=!b
a835=!b
a836=!b
a837=!b
a838=!b
a839=!b
a840=!b
a841=!b
a842=!b
a843=!b
a844=!b
a845=!b
a846=!b
a847=!b
a848=!b
a849=!b
a850=!b
a851=!b
a852=!b
a853=!b
a854=!b
a855=!b
a856=!b
a857=!b
a858=!b
a859=!b
a860=!b
a861=!b
a862=!b
a863=!b
a864=!b
a865=!b
a866=!b
a867=!b
a868=!b
a869=!b
a870=!b
a871=!b
a872=!b
a873=!b
a874=!b
a875=!b
a876=!b
a877=!b
a878=!b
a879=!b
a880=!b
a881=!b
a882=!b
a883=!b
a884=!b
a885=!b
a886=!b
a887=!b
a888=!b
a889=!b
a890=!b
a891=!b
a892=!b
a893=!b
a894=!b
a895=!b
a896=!b
a897=!b
a898=!b
a899=!b
