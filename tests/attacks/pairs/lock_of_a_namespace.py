"""By a lock on a file of /proc that stands for the machine's clock, which all have in common.

order: at once
"""
# %% both
import fcntl
FILE = os.open("/proc/self/ns/time", os.O_RDONLY)
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
