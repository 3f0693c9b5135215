"""By taking memory: how much of it is free is told to all.

order: at once
control: no
"""
# %% both
def free():
    room = ctypes.create_string_buffer(256)
    try:
        call((99, 179), room)
        return struct.unpack_from("@L", room.raw, 40)[0]
    except OSError:
        return int(open("/proc/meminfo").read().split()[4]) << 10
# %% speaker
HELD = []
def say(bit):
    HELD.clear()
    if bit:
        HELD.append(b"x" * (60 << 20))
# %% listener
BEFORE = free()
def hear():
    return BEFORE - free() > 30 << 20
