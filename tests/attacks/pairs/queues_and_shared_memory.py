"""By a piece of shared memory that nobody has taken away.

order: one after the other
"""
# %% both
KEY = 0x61747432
LIBC.shmat.restype = ctypes.c_void_p
# %% speaker
def keep(bits):
    piece = LIBC.shmget(KEY, 4096, 0o1666)
    if piece < 0:
        raise OSError("it is refused")
    ctypes.memmove(LIBC.shmat(piece, None, 0), bytes(bits), len(bits))
# %% listener
def recall(count):
    piece = LIBC.shmget(KEY, 4096, 0)
    if piece < 0:
        raise OSError("there is none")
    found = list(ctypes.string_at(LIBC.shmat(piece, None, 0), count))
    LIBC.shmctl(piece, 0, None)
    return found
