"""By asking for numbers that the kernel gives to sockets, one after the other to all.

order: at once
control: no
"""
# %% both
import socket
def number():
    one, other = socket.socketpair()
    with one, other:
        return int.from_bytes(one.getsockopt(socket.SOL_SOCKET, 57, 8), "little")
# %% speaker
def say(bit):
    for _ in range(2000 * bit):
        number()
# %% listener
LAST = [number()]
def hear():
    LAST.append(number())
    return LAST[-1] - LAST[-2] > 500
