"""By threads that wait at a page of a library; whoever wakes them there is told how many they were.

order: at once
"""
# %% both
import mmap, threading
FILE = os.open(numpy.__file__, os.O_RDONLY)
LIBC.mmap.restype = ctypes.c_void_p
PAGE = LIBC.mmap(None, ctypes.c_size_t(4096), 1, 1, FILE, ctypes.c_long(0))
VALUE = ctypes.c_uint.from_address(PAGE).value
FUTEX = ctypes.c_long((202, 98)[NUMBER])
# %% speaker
def wait():
    LIBC.syscall(FUTEX, ctypes.c_void_p(PAGE), 0, VALUE, ctypes.byref((ctypes.c_long * 2)(0, int(SLOT * 1e9))), None, 0)
def say(bit):
    if bit:
        threading.Thread(target=wait, daemon=True).start()
# %% listener
def hear():
    return LIBC.syscall(FUTEX, ctypes.c_void_p(PAGE), 1, 9, None, None, 0) > 0
