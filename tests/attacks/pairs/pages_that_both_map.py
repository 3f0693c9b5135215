"""By mapping a file: a page that is mapped twice is told apart from one that is mapped once.

order: at once
"""
# %% both
import mmap
# A file that nobody else maps.
FILE = os.open(os.path.join(os.path.dirname(numpy.__file__), "_core", "_add_newdocs.py"), os.O_RDONLY)
LIBC.mmap.restype = ctypes.c_void_p
def mapped():
    page = LIBC.mmap(None, ctypes.c_size_t(4096), 1, 1, FILE, ctypes.c_long(0))
    ctypes.c_uint.from_address(page).value
    return page
# %% speaker
HELD = []
def say(bit):
    while HELD:
        LIBC.munmap(ctypes.c_void_p(HELD.pop()), ctypes.c_size_t(4096))
    if bit:
        HELD.append(mapped())
# %% listener
PAGE = mapped()
def hear():
    ctypes.c_uint.from_address(PAGE).value
    maps = open("/proc/self/smaps").read().partition(f"{PAGE:x}-")[2]
    return "Shared_Clean:          4 kB" in maps.partition("VmFlags")[0]
