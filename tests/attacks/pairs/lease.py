"""By holding a file open; a lease on it is had by whoever is alone with it.

order: at once
control: no
"""
# %% both
import fcntl
FILE = numpy.__file__
# %% speaker
HELD = []
def say(bit):
    while HELD:
        os.close(HELD.pop())
    if bit:
        HELD.append(os.open(FILE, os.O_RDONLY))
# %% listener
MINE = os.open(FILE, os.O_RDONLY)
def hear():
    try:
        fcntl.fcntl(MINE, 1024, fcntl.F_WRLCK)
        fcntl.fcntl(MINE, 1024, fcntl.F_UNLCK)
        return False
    except OSError as error:
        if error.errno != 11:
            raise
        return True
