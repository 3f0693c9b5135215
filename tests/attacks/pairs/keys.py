"""By a key that the kernel keeps for a user.

order: one after the other
"""
# %% both
NAME = b"attack_of_two"
# %% speaker
def keep(bits):
    call((248, 217), b"user", NAME, bytes(bits), len(bits), -4)
# %% listener
def recall(count):
    key = call((250, 219), 10, -4, b"user", NAME, 0)
    room = ctypes.create_string_buffer(count)
    call((250, 219), 11, key, room, count)
    call((250, 219), 9, key, -4)
    return list(room.raw)
