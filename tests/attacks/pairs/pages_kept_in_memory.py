"""By what of a file is in the machine's memory, which is there for the next one to see.

order: one after the other
"""
# %% both
import glob
FOLDER = os.path.join(os.path.dirname(numpy.__file__), "**", "*.pyi")
FILES = sorted(glob.glob(FOLDER, recursive=True))
# %% speaker
def keep(bits):
    for file, bit in zip(FILES, bits):
        descriptor = os.open(file, os.O_RDONLY)
        os.pread(descriptor, 1, 0)
        if not bit:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)
# %% listener
def recall(count):
    def is_there(file):
        try:
            os.preadv(os.open(file, os.O_RDONLY), [bytearray(1)], 0, os.RWF_NOWAIT)
            return True
        except BlockingIOError:
            return False
    return [is_there(file) for file in FILES[:count]]
