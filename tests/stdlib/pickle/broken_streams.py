# python: 3.13
# Instructions one by one, and streams that are damaged: from bytes and from files.
import io
import pickle


def t(d, **k):
    for load in (lambda: pickle.loads(d, **k), lambda: pickle.load(io.BytesIO(d), **k)):
        try:
            print(d[:20], repr(load()))
        except BaseException as error:
            print(d[:20], type(error).__name__, error)


for d in [b"",b"\x80",b"\x80\x06.",b"\x80\x04",b"K",b"X\x05\0\0\0ab",b"(",b".",b"(.",b"N.",b"a.",b"]a.",b"(a.",b"q\0.",b"Nq",b"h\x05.",b"g5\n.",b"gx\n.",b"\xff",b"z",b"I12",b"Ix\n.",b"I01\n.",b"L5L\n.",b"L5\n.",b"Fx\n.",b"S'a'\n.",b"Sa\n.",b"S'a\n.",b"Va\\u1234\n.",b"cnope\nx\n.",b"\x82\x01.",b"\x82\0.",b"P1\n.",b"NQ.",b"\x97.",b"N\x98.",b"]\x98.",b"R.",b"NNR.",b"NR.",b")R.",b"(o.",b"}NNs.",b"]NNs.",b"N(NNu.",b"](NNe.",b"N(NNe.",b"}(Nu.",b"Nb.",b"NNb.",b"\x95\x05\0\0\0\0\0\0\0N.",b"\x95\x02\0\0\0\0\0\0\0N.",b"\x8a\x01\xff.",b"\x8b\xff\xff\xff\xff.",b"T\xff\xff\xff\xff",b"U\x01\xe9.",b"\x8c\x01\xff.",b"\x8d\xff\xff\xff\xff\xff\xff\xff\xff.",b"\x85.",b"\x86.",b"N\x86.",b"2.",b"0.",b"N0.",b"1.",b"N2\x86.",b"(1N.",b"N(N1.",b"\x81.",b"NN\x81.",b"cint\n.",b"c__builtin__\nint\n.",b"c__builtin__\nxrange\n(I1\nI2\nI3\ntR.",b"\x93.",b"NN\x93.",b"\x8f(K\x01\x90.",b"]\x90.",b"](N\x90.",b"N(N\x90.",b"\x94.",b"(\x94.",b"Np-1\n.",b"Npx\n.",b"iint\n\n.",b"(iint\nx\n.",b"(K\x01i__builtin__\nint\n.",b"B\x05\0\0\0ab",b"\x96\x02\0\0\0\0\0\0\0ab.",b"}N(t.",b"G12345678.",b"\x88\x89\x86.",b"((NN(NNtt.",b"l.",b"(NNl.",b"(NNd.",b"(Nd.",b"(Ntd.",b"N..", b"N", b"(N."]: t(d)
t(b"U\x01\xe9.",encoding="latin1"); t(b"U\x01\xe9.",encoding="bytes"); t(b"U\x01\xe9.",errors="replace"); t(b"\x97.",buffers=[b"a"]); t(b"\x97.",buffers=[]); t(b"\x97.",buffers=5)
