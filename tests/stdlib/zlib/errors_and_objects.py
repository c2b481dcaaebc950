# python: 3.13
# Constants, errors, objects and their attributes.
import zlib
def t(f):
    try: print(repr(f())[:150])
    except BaseException as e: print(type(e).__name__+":",e)
for n in sorted(x for x in dir(zlib) if x[0] != "_" and x.isupper() or x.startswith(("Z_","DEF","MAX"))): print(n,getattr(zlib,n),end=" ")
print(zlib.__version__,zlib.error.__mro__)
c=zlib.compress(b"hello world"*10)
t(lambda: zlib.decompress(c)); t(lambda: zlib.decompress(c[:-1])); t(lambda: zlib.decompress(c[:-1]+b"x")); t(lambda: zlib.decompress(c+b"x")); t(lambda: zlib.decompress(b"")); t(lambda: zlib.decompress(b"xx")); t(lambda: zlib.decompress(c,-15)); t(lambda: zlib.decompress(b"\x07\x07",-15)); t(lambda: zlib.decompress(c,31)); t(lambda:zlib.decompress(c,47)); t(lambda: zlib.decompress("a")); t(lambda: zlib.decompress(c,wbits=50)); t(lambda: zlib.decompress(c,bufsize=0)); t(lambda: zlib.decompress(c,bufsize=-1)); t(lambda:zlib.decompress(c,wbits=0)); t(lambda: zlib.decompress(b"\x78\x9d"+c[2:])); t(lambda: zlib.decompress(b"\x18\x19"+c[2:])); t(lambda: zlib.decompress(b"\x78\x9c\x00\x01\x02\x03\x04")); t(lambda: zlib.decompress(c,wbits=9))
t(lambda: zlib.compress("a")); t(lambda: zlib.compress(b"a",10)); t(lambda: zlib.compress(b"a",-2)); t(lambda:zlib.compress(b"a",wbits=5)); t(lambda:zlib.compress(b"a",wbits=8)[:2]); t(lambda:zlib.compress(b"a",wbits=-8)); t(lambda:zlib.compress(b"a",wbits=40)); t(lambda: zlib.compress(b"",wbits=31)); t(lambda: zlib.compress(b"",wbits=-15)); t(lambda: zlib.compress(b"a"*100)[:2]); t(lambda: [zlib.compress(b"a",l)[:2] for l in range(-1,10)]); t(lambda: [zlib.compress(b"a",wbits=w)[:2] for w in range(9,16)])
for k in [dict(level=11),dict(method=9),dict(wbits=7),dict(memLevel=0),dict(memLevel=10),dict(strategy=5),dict(strategy=-1),dict(zdict=5),dict(wbits=-8)]: print(k,end=" "); t(lambda: zlib.compressobj(**k))
o=zlib.compressobj(); t(lambda:o.compress("a")); t(lambda:o.flush(7)); t(lambda:o.flush()); t(lambda:o.compress(b"x")); t(lambda:o.flush()); t(lambda: o.copy()); t(lambda: zlib.compressobj().flush(0)); t(lambda: o.foo); t(lambda: type(o)()); t(lambda:__import__('pickle').dumps(o))
d=zlib.decompressobj(); t(lambda: d.decompress(c[:20]) + d.decompress(c[20:]+b"rest")); t(lambda:(d.eof,d.unused_data,d.unconsumed_tail)); t(lambda:d.decompress(b"more")); t(lambda:d.unused_data); t(lambda:d.flush())
d=zlib.decompressobj(); t(lambda: d.decompress(c,5)); t(lambda:(d.eof,d.unconsumed_tail!=b"")); t(lambda:d.decompress(d.unconsumed_tail,1000)); t(lambda:d.eof); t(lambda:d.decompress(b"",-1)); t(lambda:d.flush(0)); t(lambda:d.flush(-1))
d=zlib.decompressobj(); t(lambda: d.decompress(c,5)); t(lambda:d.flush()); t(lambda:d.eof)
d=zlib.decompressobj(); t(lambda: d.decompress(c[:-2])); t(lambda:d.flush()); t(lambda:d.eof); t(lambda: d.copy().eof); t(lambda: d.decompress("a"))
for k in [dict(wbits=7),dict(wbits=48),dict(zdict=5)]: print(k,end=" "); t(lambda: zlib.decompressobj(**k))
z=zlib.compressobj(zdict=b"hello world"); cz=z.compress(b"hello world")+z.flush(); print(cz[:6])
t(lambda: zlib.decompress(cz)); t(lambda: zlib.decompressobj(zdict=b"hello world").decompress(cz)); t(lambda: zlib.decompressobj(zdict=b"bad").decompress(cz)); t(lambda: zlib.decompressobj().decompress(cz))
z=zlib.compressobj(wbits=-15,zdict=b"hello world"); cz=z.compress(b"hello world")+z.flush(); t(lambda: zlib.decompressobj(-15,zdict=b"hello world").decompress(cz))
t(lambda: zlib.crc32(b"abc")); t(lambda: zlib.crc32(b"abc",5)); t(lambda: zlib.adler32(b"abc")); t(lambda: zlib.adler32(b"abc",-1)); t(lambda: zlib.crc32("a")); t(lambda:zlib.adler32(b"x"*100000))
g=zlib._ZlibDecompressor(); t(lambda: g.decompress(c+b"zz",10)); t(lambda:(g.eof,g.needs_input,g.unused_data)); t(lambda:g.decompress(b"")); t(lambda:(g.eof,g.needs_input,g.unused_data)); t(lambda:g.decompress(b""))
