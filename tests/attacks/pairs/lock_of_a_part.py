"""By a lock on a part of a file; whoever asks is told whose lock is in the way.

order: at once
"""
# %% both
import fcntl
FILE = os.open(numpy.__file__, os.O_RDONLY)
def lock(kind):
    return struct.pack("hhqqi4x", kind, os.SEEK_SET, 0, 0, 0)
# %% speaker
def say(bit):
    fcntl.fcntl(FILE, fcntl.F_SETLK, lock(fcntl.F_RDLCK if bit else fcntl.F_UNLCK))
# %% listener
def hear():
    return struct.unpack("hhqqi4x", fcntl.fcntl(FILE, fcntl.F_GETLK, lock(fcntl.F_WRLCK)))[0] != fcntl.F_UNLCK
