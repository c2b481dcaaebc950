# cpython: differs — it has no such module
import rp2

source, target = bytearray(range(16)), bytearray(16)
dma = rp2.DMA()
control = dma.pack_ctrl()
dma.config(read=source, write=target, count=4, ctrl=control, trigger=True)
while dma.active():
    pass
print(target, dma.count)
dma.config(read=source, write=target, count=8, ctrl=dma.pack_ctrl(size=1, bswap=True), trigger=True)
while dma.active():
    pass
print(target)
dma.config(read=source, write=target, count=16, ctrl=dma.pack_ctrl(size=0, inc_read=False), trigger=True)
while dma.active():
    pass
print(target)
print(sorted(rp2.DMA.unpack_ctrl(control).items())[:4])
try:
    dma.config(read=source, write=target, count=5, ctrl=control)
except ValueError as error:
    print(type(error).__name__)
dma.close()
