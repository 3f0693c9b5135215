"""By a lock on a file that both can read.

order: at once
"""
# %% both
import fcntl
FILE = os.open(numpy.__file__, os.O_RDONLY)
# %% speaker
def say(bit):
    fcntl.flock(FILE, fcntl.LOCK_SH if bit else fcntl.LOCK_UN)
# %% listener
def hear():
    try:
        fcntl.flock(FILE, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.flock(FILE, fcntl.LOCK_UN)
        return False
    except OSError:
        return True
