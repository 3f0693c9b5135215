"""By a lock that belongs to an open file and not to a process.

order: at once
"""
# %% both
import fcntl
F_OFD_GETLK, F_OFD_SETLK = 36, 37
FILE = os.open(numpy.__file__, os.O_RDONLY)
def lock(kind):
    return struct.pack("hhqqi4x", kind, os.SEEK_SET, 0, 0, 0)
# %% speaker
def say(bit):
    fcntl.fcntl(FILE, F_OFD_SETLK, lock(fcntl.F_RDLCK if bit else fcntl.F_UNLCK))
# %% listener
def hear():
    return struct.unpack("hhqqi4x", fcntl.fcntl(FILE, F_OFD_GETLK, lock(fcntl.F_WRLCK)))[0] != fcntl.F_UNLCK
