"""By reading in a folder of which the other is told by signals.

order: at once
"""
# %% both
import fcntl, signal
FOLDER = os.path.dirname(numpy.__file__)
# %% speaker
def say(bit):
    if bit:
        with open(numpy.__file__, "rb") as file:
            file.read(1)
# %% listener
HEARD = []
signal.signal(signal.SIGIO, lambda *_: HEARD.append(1))
fcntl.fcntl(os.open(FOLDER, os.O_RDONLY), 1026, 0x80000001)
def hear():
    heard = bool(HEARD)
    HEARD.clear()
    return heard
