# cpython: differs — it has no such module
# The board as an I2C target: a controller in the world speaks to it.
import simulated_board as board
from machine import I2CTarget

board.virtual_time()
memory = bytearray(b"abcdefgh")
target = I2CTarget(1, 0x42, mem=memory)
ends = []
target.irq(lambda target: ends.append(target.irq().flags()))
controller = board.controller(1)
written = controller.writeto(0x42, b"\x02XY")
read = controller.readfrom_mem(0x42, 1, 4)
nobody = controller.readfrom(0x10, 2)
board.advance(1)
for transfer in written, read, nobody:
    print(transfer.done, transfer.data)
print(memory, ends)
board.after(5, controller.readfrom, 0x42, 3, print)
board.advance(10)
controller.writeto(0x42, bytes(range(40)))
board.advance(1)
print(memory, ends)
target.deinit()
print(controller.readfrom(0x42, 1).done)


def answer(target):
    flags = target.irq().flags()
    if flags & I2CTarget.IRQ_WRITE_REQ:
        buffer = bytearray(8)
        print("written", target.readinto(buffer), buffer)
    elif flags & I2CTarget.IRQ_READ_REQ:
        print("asked", target.write(b"Q"))
    else:
        print("end", flags)


target = I2CTarget(0, 0x20)
print(target)
requests = I2CTarget.IRQ_WRITE_REQ | I2CTarget.IRQ_READ_REQ
target.irq(answer, requests | I2CTarget.IRQ_END_WRITE | I2CTarget.IRQ_END_READ)
controller = board.controller(0)
controller.writeto(0x20, b"hello")
controller.readfrom(0x20, 2, print)
board.advance(1)
