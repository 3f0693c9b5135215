"""By putting a file's pages out of memory through a mapping; another call tells which are there.

order: one after the other
control: no
"""
# %% both
import glob
FOLDER = os.path.join(os.path.dirname(numpy.__file__), "**", "*.pyi")
FILES = sorted(glob.glob(FOLDER, recursive=True))
LIBC.mmap.restype = ctypes.c_void_p
def mapped(file):
    return LIBC.mmap(None, ctypes.c_size_t(4096), 1, 1, os.open(file, os.O_RDONLY), ctypes.c_long(0))
# %% speaker
def keep(bits):
    for file, bit in zip(FILES, bits):
        page = mapped(file)
        ctypes.c_uint.from_address(page).value
        if not bit:
            call((28, 233), ctypes.c_void_p(page), 4096, 21)
# %% listener
def recall(count):
    def is_there(file):
        room = ctypes.create_string_buffer(64)
        try:
            call((27, 232), ctypes.c_void_p(mapped(file)), 4096, room)
            return bool(room.raw[0] & 1)
        except OSError:
            struct_of = struct.pack("QQ", 0, 4096)
            call((451, 451), os.open(file, os.O_RDONLY), struct_of, room, 0)
            return bool(struct.unpack_from("Q", room.raw)[0])
    return [is_there(file) for file in FILES[:count]]
